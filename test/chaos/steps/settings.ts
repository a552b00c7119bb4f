/** Settings of the author and of vaults, and folders of the workspace, that change while all else goes on. */
import { basename, join } from 'node:path';
import { uriOf } from '../../support/lspClient';
import type { Chaos, Step } from '../Step';
import { tell } from './disk';

const SETTINGS: readonly unknown[] = [
  {},
  {},
  null,
  { diagnostics: { scope: 'open' } },
  { diagnostics: { scope: 'off' } },
  { diagnostics: { scope: 5 }, codeLens: 'yes', inlayHints: [] },
  { codeLens: { enabled: false, hints: true } },
  { inlayHints: { confidence: true }, agent: 'anna' },
  new Error('no settings here'),
  'settings',
];

const CONFIGS: readonly string[] = [
  '',
  'domains: [food]\n',
  'exclude: [agents]\n',
  'severity: { link: hint, claim/orphan: warning }\n',
  'types:\n  interview:\n    folders: [interviews]\n    fields:\n      person: { required: true }\n      gave: { kind: relation, list: true, to: [claim] }\n',
  'types:\n  claim:\n    fields:\n      note: { kind: relation, list: true }\n',
  'nonsense: 5\ndomains: food\n',
  '__proto__: [a]\nconstructor: { a: b }\n',
  '# nothing\n',
];
/** YAML cannot read these, so that what was before stays in force. */
const BROKEN: readonly string[] = ['a: [b', '\t- x: y', 'domains: [a\nb: "', 'a: b: c\n', '\0'];

export async function setConfig(chaos: Chaos, marker: string, text: string | null): Promise<void> {
  const before = chaos.disk.read(marker);
  if (text === null) chaos.disk.remove(marker);
  else chaos.disk.write(marker, text);
  await tell(chaos, [[marker, text === null ? 3 : before === null ? 1 : 2]]);
}

export const settings: readonly Step[] = [
  {
    name: 'change the settings',
    weight: 2,
    async run({ editor, dice }) {
      for (let more = dice.between(1, 3); more > 0; more--) {
        editor.settings = dice.one(SETTINGS);
        await editor.notify('workspace/didChangeConfiguration', { settings: null });
      }
      return JSON.stringify(editor.settings) ?? '';
    },
  },
  {
    name: 'write the settings of a vault',
    weight: 2,
    async run(chaos) {
      const { dice, vaults, editor } = chaos;
      const marker = join(dice.one(vaults), '.claimwright.yaml');
      const kind = dice.next();
      const text = kind < 0.6 ? dice.one(CONFIGS) : kind < 0.8 ? dice.one(BROKEN) : null;
      await setConfig(chaos, marker, text);
      if (dice.chance(0.3))
        await editor.notify('textDocument/didSave', { textDocument: { uri: uriOf(marker) } });
      return `${marker} ${JSON.stringify(text)}`;
    },
  },
  {
    name: 'change the folders of the workspace',
    weight: 1,
    async run({ editor, dice, folders, allFolders }) {
      const folder = dice.one(allFolders);
      if (folders.has(folder)) {
        folders.delete(folder);
        await editor.client.folders([], [folder]);
      } else {
        folders.add(folder);
        await editor.client.folders([folder]);
      }
      return folder;
    },
  },
];

/** Settings that can be read again, as a vault whose settings cannot be read keeps what was before. */
export function mendConfigs({ disk, dice }: Chaos): void {
  for (const path of disk.files()) {
    if (basename(path) !== '.claimwright.yaml') continue;
    if (!CONFIGS.includes(disk.read(path) ?? '')) disk.write(path, dice.one(CONFIGS));
  }
}
