/** Files and names that no note should have: each is served or clearly reported, and none stops the server. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import type { LocationLink } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';
import { skipped } from '../support/skipped';

const BROKEN = '[[nothing]]';

describe('broken input', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({
      // Their names are as odd as what they hold.
      '.claimwright.yaml': 'severity: { file: off }\n',
      'nul.md': 'a\0b [[nothing]]',
      'utf16.md': Buffer.from(`\ufeff${BROKEN}`, 'utf16le'),
      'utf16be.md': Buffer.from(`\ufeff${BROKEN}`, 'utf16le').swap16(),
      'latin1.md': Buffer.from('café [[nothing]]', 'latin1'),
      'large.md': Buffer.alloc(6 * 1024 * 1024, 'word '),
      'empty.md': '',
      'byte order mark.md': `\ufeff---\ntype: clam\n---\n`,
      'deep.md': `${'> '.repeat(3000)}[[nothing]]\n${'['.repeat(20_000)}`,
      'yaml.md': `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n<<: *b\n---\n${BROKEN}`,
      'asks.md': '[[nul]] [[utf16]] [[latin1]] [[large]] [[empty]]',
    });
  });
  after(cleanUp);

  const served = async () =>
    assert.notEqual(await client.hover('asks.md', 0, 3), null, 'the server still answers');

  it('is reported where a note is no UTF-8 text or too large, and can be linked to', async () => {
    for (const [name, message] of [
      ['nul.md', /NUL bytes/u],
      ['utf16.md', /UTF-16/u],
      ['utf16be.md', /UTF-16/u],
      ['latin1.md', /not UTF-8/u],
      ['large.md', /6\.0 MB/u],
    ] as const) {
      await client.codes(name, 'note/unreadable');
      assert.match(String(client.found(name)[0]?.message), message);
      assert.deepEqual(client.found(name)[0]?.range.end, { line: 0, character: 0 });
      assert.deepEqual(
        await client.codeActions(name, client.found(name)[0]?.range ?? NOWHERE),
        null,
      );
      assert.equal(await client.hover(name, 0, 8), null);
    }
    await client.codes('byte order mark.md', 'frontmatter/unknown-type');
    await client.codes('deep.md', 'link/missing');
    assert.deepEqual(client.found('asks.md'), []);
    assert.match((await client.hover('asks.md', 0, 3)) ?? '', /nul/u);
  });

  it('is served when an editor shows it as text, and reported again when it is closed', async () => {
    await client.open('latin1.md', 'caf\ufffd [[nothing]]');
    await client.codes('latin1.md', 'link/missing');
    await client.close('latin1.md');
    await client.codes('latin1.md', 'note/unreadable');
    await client.open('nul.md', 'a\0b [[nothing\ud800]] \udfff');
    await client.codes('nul.md', 'link/missing');
    await client.close('nul.md');
    client.write('utf16.md', 'Mended.');
    await client.watched({ 'utf16.md': 2 });
    await client.codes('utf16.md', '');
  });

  it('is typed in large amounts without a stop', async () => {
    await client.open('huge.md', `${'word [[empty]] '.repeat(20_000)}\n`.repeat(3));
    const at = { line: 1, character: 5 };
    await client.type('huge.md', '[[nothing', { start: at, end: at });
    assert.notEqual(await client.completion('huge.md', 1, 14), null);
    await client.close('huge.md');
  });

  it('may be links that lead in circles, nowhere, or out of the vault', async () => {
    mkdirSync(client.file('links'));
    symlinkSync(client.file('links'), client.file('links/loop'));
    symlinkSync('self.md', client.file('links/self.md'));
    symlinkSync('/nowhere.md', client.file('links/dangling.md'));
    symlinkSync(client.file('empty.md'), client.file('links/same.md'));
    await client.watched({
      links: 1,
      'links/loop': 1,
      'links/self.md': 1,
      'links/dangling.md': 1,
      'links/loop/loop/self.md': 2,
    });
    await client.open('to links.md', '[[self]] [[dangling]] [[same]]');
    await client.codes('to links.md', 'link/missing link/missing');
    await served();
  });

  it('may be a pipe that is named like a note', async function () {
    if (process.platform === 'win32')
      return skipped(this, 'file names and rights differ on Windows');
    execFileSync('sh', ['-c', 'mkfifo "$0"', client.file('pipe.md')]);
    await client.watched({ 'pipe.md': 1 });
    await client.watched({ 'pipe.md': 2 });
    assert.equal(await client.hover('pipe.md', 0, 0), null);
    await client.open('to pipe.md', '[[pipe]]');
    await client.codes('to pipe.md', 'link/missing');
  });

  it('may be a note or a folder that nobody may read', async function () {
    // The superuser may read everything.
    if (process.platform === 'win32' || process.getuid?.() === 0)
      return skipped(this, 'the superuser may read everything');
    client.write('locked/note.md', BROKEN);
    client.write('locked.md', BROKEN);
    chmodSync(client.file('locked.md'), 0);
    chmodSync(client.file('locked'), 0);
    await client.watched({ 'locked.md': 1, locked: 1 });
    await client.codes('locked.md', 'note/unreadable');
    chmodSync(client.file('locked'), 0o700);
    await served();
  });

  it('may be a name with any character that a file can have', async () => {
    const names = [
      'a # b',
      '100% %20 %zz',
      '  two  spaces ',
      `it's "quoted"`,
      'line\nbreak',
      '🍞 emoji \u200d',
      'cafe\u0301 NFD',
      'q?*:<>|&',
      'back\\slash',
      'x'.repeat(240),
      '__proto__',
    ];
    if (process.platform === 'win32') names.splice(3, 8);
    for (const name of names) client.write(`odd [#]/${name}.md`, BROKEN);
    await client.watched(Object.fromEntries(names.map(name => [`odd [#]/${name}.md`, 1 as const])));
    const all = (step: (note: string) => Promise<void>) =>
      Promise.all(names.map(name => step(`odd [#]/${name}.md`)));
    await all(note => client.codes(note, 'link/missing'));
    await all(note => client.open(note, 'Text.'));
    await all(note => client.codes(note, ''));
    await all(note => client.close(note));
    await all(note => client.codes(note, 'link/missing'));
    await client.open('to odd.md', '[[caf\u00e9 nfd]] [[100% %20 %zz]] [[🍞 emoji \u200d]]');
    for (const [character, name] of [
      [3, 'cafe\u0301 NFD'],
      [18, '100% %20 %zz'],
      [35, '🍞 emoji \u200d'],
    ] as const) {
      const found = await client.ask<LocationLink[]>('definition', 'to odd.md', 0, character);
      assert.deepEqual(
        found.map(({ targetUri }) => targetUri),
        [client.uri(`odd [#]/${name}.md`)],
      );
    }
  });

  it('may be a name that is no Unicode text', async function () {
    if (process.platform !== 'linux') return skipped(this, 'other systems refuse such names');
    const name = Buffer.concat([Buffer.from(client.file('bad ')), Buffer.from([0xff, 0xfe])]);
    writeFileSync(Buffer.concat([name, Buffer.from('.md')]), BROKEN);
    const { length } = client.progress;
    await client.watched({ '.': 1 });
    const isEnd = ({ kind }: { kind: string }) => kind === 'end';
    await client.until('it is read again', () => client.progress.slice(length).some(isEnd));
    await served();
  });
});

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
