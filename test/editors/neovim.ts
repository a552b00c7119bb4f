/** Neovim and its own client. */
import { join } from 'node:path';
import { type EditorKind, ROOT } from './ScriptedEditor';

const here = join(ROOT, 'test/editors');
const socket = (home: string) => join(home, 'socket');

export const neovim: EditorKind = {
  name: 'Neovim',
  probe: ['nvim', '--version'],
  command: home => [
    'nvim',
    ...['--headless', '--listen', socket(home), '-i', 'NONE', '-n'],
    ...['-u', join(here, 'init.lua')],
  ],
  call: (home, json) => [
    'nvim',
    ...['--server', socket(home)],
    ...['--remote-expr', `luaeval('DriveCall(_A)', '${json.replaceAll("'", "''")}')`],
  ],
  answer: (_, printed) => printed,
  async complete(editor, typed, choose) {
    const press = (keys: string) =>
      editor.send(home => ['nvim', '--server', socket(home), '--remote-send', keys]);
    const written = typed.replaceAll('<', '<lt>').replaceAll('\n', '<CR>');
    await press(`i${written}<C-x><C-o>`);
    const listed = async () => {
      const entries = await editor.call<string[] | object>('entries');
      return Array.isArray(entries) && entries.length > 0 && entries;
    };
    const entries = (await editor.until('a list of entries', listed)) as string[];
    const place = entries.findIndex(each => each.includes(choose));
    await press(`${'<C-n>'.repeat(place + 1)}<C-y><Esc>`);
    const isDone = async () => (await editor.call('mode')) === 'n';
    await editor.until('it is put in', isDone);
    return entries;
  },
};
