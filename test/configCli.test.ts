/** The settings of a vault on the command line: they hold, and what is wrong with them is reported. */
import assert from 'node:assert/strict';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

const FILE = '.claimwright.yaml';

const vault = (settings: string) =>
  vaultOf({
    [FILE]: settings,
    'archive/old.md': '[[nowhere]]',
    'note.md': '[[nowhere]] [[old]]',
  });

async function checked(...args: readonly string[]) {
  const { status, stdout } = await runCli(['check', '--format', 'json', ...args]);
  return { status, ...JSON.parse(stdout) };
}

describe('settings on the command line', () => {
  before(buildCli);
  after(removeTemporaryFolders);

  it('hold for check', async () => {
    const { status, notes, diagnostics } = await checked(
      vault('exclude: [archive]\nseverity: { link: warning }\n'),
    );
    assert.deepEqual([status, notes], [0, 2]);
    assert.deepEqual(
      diagnostics.map((each: { file: string; severity: string }) => [each.file, each.severity]),
      [['note.md', 'warning']],
    );
  });

  it('make relations for links', async () => {
    const root = vaultOf({
      [FILE]: 'types: { game: { fields: { about: { kind: relation } } } }',
      'note.md': '---\ntype: game\nabout: other\n---\n',
      'other.md': '',
    });
    const { stdout } = await runCli(['links', '--format', 'json', root]);
    const [link] = JSON.parse(stdout).links;
    assert.deepEqual([link.field, link.path], ['about', 'other.md']);
  });

  it('are reported as a file of their own, where they mean nothing', async () => {
    const root = vault('severity: { lnk: off }\nexclude: [archive]\n');
    const { status, notes, diagnostics } = await checked(root);
    assert.deepEqual([status, notes, diagnostics.length], [1, 2, 2]);
    assert.deepEqual(diagnostics[0], {
      file: FILE,
      range: { start: { line: 0, character: 12 }, end: { line: 0, character: 15 } },
      severity: 'error',
      code: 'config/invalid',
      message: 'There is no rule `lnk`. Did you mean `link`?',
      fixes: ['Change to `link`'],
    });
    const only = await checked(root, '--rule', 'config');
    assert.deepEqual(only.diagnostics, [diagnostics[0]]);
    assert.deepEqual((await checked(root, FILE)).diagnostics, [diagnostics[0]]);
    assert.deepEqual((await checked(root, 'note.md')).diagnostics, [diagnostics[1]]);
    const pretty = await runCli(['check', root]);
    assert.match(pretty.stdout, /^2 errors in 1 of 2 notes and the settings/mu);
  });

  it('are reported where they are no text, and hold nothing then', async () => {
    const root = vaultOf({
      [FILE]: Uint8Array.from([0xff, 0xfe, 0x61, 0]),
      'note.md': '[[nowhere]]',
    });
    const { diagnostics } = await checked(root);
    assert.match(diagnostics[0].message, /This file is UTF-16/u);
    assert.equal(diagnostics[1].code, 'link/missing');
  });
});
