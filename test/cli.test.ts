/** The command line, built and run as a process: what it prints, where, and how it ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json';
import { buildCli, collect, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

const MISSING = 'nothing in this vault is called so';

const claim = (body: string) =>
  `---\ntype: claim\ndomain: baking\ndescription: One more thing to know\nconfidence: likely\nsource: A. Baker\ncreated: 2026-01-02\n---\n\n## A part\n\n${body}\n`;

const small = () =>
  vaultOf({
    'domains/baking/slow dough tastes better.md': claim('See [[warm ovens dry bread]].'),
    'domains/baking/warm ovens dry bread.md': claim(`See [[${MISSING}]].`),
    'inbox/queue/talk.md':
      '---\ntype: source\ntitle: Talk\nauthor: A\nurl: https://example.org\ndate: 2026-01-01\ndomain: baking\nstatus: unprocessed\n---\n',
  });

interface Diagnostic {
  readonly file: string;
  readonly range: unknown;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly fixes: string[];
}

async function checked(args: readonly string[], cwd?: string) {
  const run = await runCli(
    ['check', '--format', 'json', ...args],
    cwd === undefined ? {} : { cwd },
  );
  const document = run.stdout === '' ? null : JSON.parse(run.stdout);
  const diagnostics: Diagnostic[] = document?.diagnostics ?? [];
  return {
    ...run,
    document,
    diagnostics,
    files: [...new Set(diagnostics.map(({ file }) => file))],
  };
}

describe('command line', function () {
  this.timeout(180_000);
  let program = '';
  before(async () => {
    program = await buildCli();
  });
  after(removeTemporaryFolders);

  describe('check', () => {
    it('prints one JSON document and nothing else', async () => {
      const root = small();
      const { document, diagnostics, status, stderr } = await checked([root]);
      assert.equal(stderr, '');
      assert.equal(status, 1);
      assert.deepEqual(Object.keys(document), ['vault', 'notes', 'diagnostics']);
      assert.equal(document.vault, root);
      assert.equal(document.notes, 3);
      const [first, ...others] = diagnostics;
      assert.ok(first);
      assert.deepEqual(others, []);
      const { message, fixes, ...rest } = first;
      assert.match(message, /nothing in this vault/u);
      assert.ok(fixes.length > 0 && fixes.every(title => typeof title === 'string'));
      assert.deepEqual(rest, {
        file: 'domains/baking/warm ovens dry bread.md',
        range: {
          start: { line: 11, character: 6 },
          end: { line: 11, character: 6 + MISSING.length },
        },
        severity: 'error',
        code: 'link/missing',
      });
    });

    it('ends with 0 where nothing is an error', async () => {
      const root = vaultOf({ 'a.md': 'text', 'b.md': '[[a]]' });
      const { document, status } = await checked([root]);
      assert.deepEqual(document, { vault: root, notes: 2, diagnostics: [] });
      assert.equal(status, 0);
      const pretty = await runCli(['check', root]);
      assert.equal(pretty.stdout, '2 notes, nothing to report\n');
    });

    it('takes an empty folder for a clean vault', async () => {
      const { document, status } = await checked([vaultOf({})]);
      assert.equal(document.notes, 0);
      assert.equal(status, 0);
    });

    it('reports the chosen rules and families only', async () => {
      const root = small();
      assert.equal((await checked([root, '--rule', 'link'])).diagnostics.length, 1);
      assert.equal((await checked([root, '--rule', 'link/missing'])).status, 1);
      const other = await checked([root, '--rule', 'link/near', '--rule', 'frontmatter']);
      assert.deepEqual([other.diagnostics.length, other.status], [0, 0]);
    });

    it('reports the chosen severity and above', async () => {
      const root = vaultOf({
        'a long enough name to be cut short.md': '',
        'b.md': '[[a long enough name to be]]',
      });
      const severities = async (...args: string[]) =>
        (await checked([root, ...args])).diagnostics.map(({ severity }) => severity);
      assert.deepEqual(await severities(), ['information']);
      assert.deepEqual(await severities('--severity', 'warning'), []);
      assert.deepEqual(await severities('--severity', 'hint'), ['information']);
    });

    it('sorts files by code point, whatever order they are found in', async () => {
      const bad = `[[${MISSING}]]`;
      const names = ['B.md', 'a.md', 'a/z.md', 'b.md', '\uffee.md', '\u{1f600}.md'];
      const root = vaultOf(Object.fromEntries([...names].reverse().map(name => [name, bad])));
      assert.deepEqual((await checked([root])).files, names);
    });

    it('counts lines and columns from one for people, and characters in UTF-16 for programs', async () => {
      const root = vaultOf({ 'a.md': `\u{1f600}\r\n\u{1f600} [[${MISSING}]]` });
      assert.match(
        (await runCli(['check', root])).stdout,
        /^ {2}2:6 {2}error {2}.*link\/missing/mu,
      );
      assert.deepEqual((await checked([root])).diagnostics[0]?.range, {
        start: { line: 1, character: 5 },
        end: { line: 1, character: 5 + MISSING.length },
      });
    });

    it('groups findings by note and sums them up', async () => {
      const { stdout } = await runCli(['check', small()]);
      const lines = stdout.split('\n');
      assert.equal(lines[0], 'domains/baking/warm ovens dry bread.md');
      assert.match(lines[1] ?? '', /^ {2}12:7 {2}error {2}No note .*link\/missing · /u);
      assert.equal(lines.at(-2), '1 error in 1 of 3 notes · 1 has a quick fix');
    });
  });

  describe('links', () => {
    it('lists every link with what it leads to', async () => {
      const root = vaultOf({
        'a/twin.md': '',
        'b/twin.md': '',
        'c/long names may be cut short.md': '# H\n\nText ^block\n',
        'note.md':
          '---\nsupports: ["[[long names may be cut short]]"]\n---\n![[Long Names May Be Cut Short#H|seen]] [[long names may be#^block]] [[twin]] [[nowhere]] [[#Own]]\n',
      });
      const { stdout, stderr, status } = await runCli(['links', root, '--format=json']);
      assert.deepEqual([stderr, status], ['', 0]);
      const document = JSON.parse(stdout);
      assert.deepEqual(Object.keys(document), ['notes', 'links']);
      assert.equal(document.notes, 4);
      const at = (line: number, start: number, end: number) => ({
        start: { line, character: start },
        end: { line, character: end },
      });
      const common = {
        file: 'note.md',
        heading: null,
        block: null,
        alias: null,
        embed: false,
        field: null,
        how: null,
        path: null,
        candidates: [],
      };
      const long = 'c/long names may be cut short.md';
      assert.deepEqual(document.links, [
        {
          ...common,
          range: at(1, 12, 43),
          raw: '[[long names may be cut short]]',
          target: 'long names may be cut short',
          field: 'supports',
          resolution: 'found',
          how: 'name',
          path: long,
        },
        {
          ...common,
          range: at(3, 0, 39),
          raw: '![[Long Names May Be Cut Short#H|seen]]',
          target: 'Long Names May Be Cut Short',
          heading: 'H',
          alias: 'seen',
          embed: true,
          resolution: 'found',
          how: 'case',
          path: long,
        },
        {
          ...common,
          range: at(3, 40, 68),
          raw: '[[long names may be#^block]]',
          target: 'long names may be',
          block: 'block',
          resolution: 'near',
          how: 'prefix',
          path: long,
        },
        {
          ...common,
          range: at(3, 69, 77),
          raw: '[[twin]]',
          target: 'twin',
          resolution: 'ambiguous',
          candidates: ['a/twin.md', 'b/twin.md'],
        },
        {
          ...common,
          range: at(3, 78, 89),
          raw: '[[nowhere]]',
          target: 'nowhere',
          resolution: 'missing',
        },
        {
          ...common,
          range: at(3, 90, 98),
          raw: '[[#Own]]',
          target: '',
          heading: 'Own',
          resolution: 'found',
          how: 'self',
          path: 'note.md',
        },
      ]);
    });

    it('sums up for people and names what leads nowhere', async () => {
      const { stdout, status } = await runCli(['links', small()]);
      assert.equal(status, 0);
      assert.match(stdout, /^2 links in 3 notes$/mu);
      assert.match(stdout, /^ {2}missing +1 +0 +1$/mu);
      assert.match(stdout, /^ {2}12:5 {2}missing {2}\[\[nothing in this vault is called so\]\]$/mu);
      assert.equal((await runCli(['links', vaultOf({})])).stdout, '0 links in 0 notes\n');
    });
  });

  describe('operands', () => {
    const bad = `[[${MISSING}]]`;

    it('takes the current folder where none is given', async () => {
      const root = small();
      const { document } = await checked([], root);
      assert.equal(document.vault, root);
      assert.equal(document.notes, 3);
    });

    it('takes globs against paths in the vault, folders and exclusions', async () => {
      const root = vaultOf({ 'a/x.md': bad, 'a/b/y.md': bad, 'c/z.md': bad });
      assert.deepEqual((await checked([root, 'a/**'])).files, ['a/b/y.md', 'a/x.md']);
      assert.deepEqual((await checked([root, 'a/*.md', 'c'])).files, ['a/x.md', 'c/z.md']);
      assert.deepEqual((await checked([root, '!a/**'])).files, ['c/z.md']);
      assert.deepEqual((await checked([root, '**/*.md', '!c'])).files, ['a/b/y.md', 'a/x.md']);
      assert.deepEqual((await checked(['**/y.md'], root)).files, ['a/b/y.md']);
      assert.deepEqual((await checked(['.', './a/x.md'], root)).files, ['a/x.md']);
      assert.equal((await checked(['.', '.'], root)).files.length, 3);
    });

    it('resolves against the whole vault even where it reports a part', async () => {
      const root = vaultOf({ 'a/x.md': '[[z]]', 'c/z.md': bad });
      const { document, status } = await checked([root, 'a']);
      assert.deepEqual([document.notes, document.diagnostics, status], [1, [], 0]);
    });

    it('does not take a glob that chooses nothing for a clean vault', async () => {
      const root = vaultOf({ 'a.md': '' });
      const none = await checked([root, 'b/**']);
      assert.deepEqual([none.status, none.stdout], [2, '']);
      assert.match(none.stderr, /No note of the vault matches "b\/\*\*"/u);
      const some = await checked([root, 'a.md', 'b.md']);
      assert.equal(some.status, 0);
      assert.match(some.stderr, /No note of the vault matches "b\.md"/u);
    });

    it('finds the vault of a note by its marker, by its folders, or not at all', async () => {
      const marked = vaultOf({
        '.claimwright.yaml': '',
        'deep/domains/x/one.md': `${bad} [[top]]`,
        'top.md': bad,
      });
      const one = await checked([join(marked, 'deep/domains/x/one.md')]);
      assert.equal(one.document.vault, marked);
      assert.equal(one.document.notes, 1);
      assert.deepEqual(
        one.diagnostics.map(({ file }) => file),
        ['deep/domains/x/one.md'],
      );
      const usual = vaultOf({ 'domains/x/one.md': bad, 'core/two.md': bad });
      assert.deepEqual((await checked(['core/two.md'], usual)).files, ['core/two.md']);
      assert.equal((await checked(['two.md'], join(usual, 'core'))).document.vault, usual);
      const bare = vaultOf({ 'x/one.md': bad });
      const alone = await checked([join(bare, 'x/one.md')]);
      assert.equal(alone.document.vault, join(bare, 'x'));
    });

    it('takes several notes, as a shell gives them, and names that look like globs', async () => {
      const root = vaultOf({
        'domains/a (b) [c].md': bad,
        'domains/!d.md': bad,
        'domains/e.md': bad,
      });
      const { files } = await checked(['a (b) [c].md', '!d.md'], join(root, 'domains'));
      assert.deepEqual(files, ['domains/!d.md', 'domains/a (b) [c].md']);
    });

    it('takes what follows -- for operands', async () => {
      const root = vaultOf({ '--help/a.md': bad });
      assert.deepEqual((await checked(['--', '--help'], root)).files, ['a.md']);
    });
  });

  describe('wrong usage', () => {
    const cases: Record<string, readonly [args: readonly string[], says: RegExp]> = {
      'no command': [[], /Which command\?[\s\S]*--help/u],
      'an unknown command': [['chekc'], /no command "chekc"[\s\S]*--help/u],
      'a name that objects have': [['constructor'], /no command "constructor"/u],
      'an option before the command': [['--format', 'json', 'check'], /command comes first/u],
      'an unknown option': [['check', '--bogus'], /--bogus[\s\S]*check --help/u],
      'an option without its value': [['check', '--format'], /--format/u],
      'an unknown format': [['links', '--format', 'xml'], /pretty or json, not "xml"/u],
      'an unknown severity': [
        ['check', '--severity', 'bad'],
        /error, warning, information or hint/u,
      ],
      'an unknown rule': [['check', '--rule', 'lin'], /no rule "lin"/u],
      'a colour choice': [['check', '--color', 'red'], /auto, always or never/u],
      'an option of another command': [['links', '--rule', 'link'], /--rule/u],
      'no such vault': [['check', '/no/such/vault'], /no folder or note "\/no\/such\/vault"/u],
      'an empty vault name': [['check', ''], /no folder or note ""/u],
      'a device': [['check', '/dev/null'], /neither a folder nor a file/u],
    };
    for (const [name, [args, says]] of Object.entries(cases)) {
      it(`ends with 2 and a sentence: ${name}`, async () => {
        const { status, stdout, stderr } = await runCli(args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, says);
        assert.doesNotMatch(stderr, /^ +at /mu);
      });
    }

    it('does not obey control characters in what was typed', async () => {
      const { stderr } = await runCli(['check', '/no/\u001b[31mred\nline']);
      assert.match(stderr, /\/no\/\\x1b\[31mred\\nline/u);
    });
  });

  it('helps', async () => {
    const general = await runCli(['--help']);
    assert.deepEqual([general.status, general.stderr], [0, '']);
    assert.match(general.stdout, /check {2}.*\n {2}links/u);
    const one = await runCli(['check', '--help']);
    assert.equal(one.status, 0);
    for (const option of ['--format', '--rule', '--severity', '--color', '--help'])
      assert.ok(one.stdout.includes(option), option);
    assert.equal((await runCli(['--version'])).stdout, `${manifest.version}\n`);
  });

  describe('streams', () => {
    const many = () =>
      vaultOf(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [`${i}.md`, `[[${MISSING}]]\n`.repeat(50)]),
        ),
      );

    it('does not cut large output short on a slow pipe', async () => {
      const { stdout, status } = await runCli(['check', many(), '--format', 'json'], {
        readAfter: 3000,
      });
      assert.ok(stdout.length > 300_000);
      assert.equal(JSON.parse(stdout).diagnostics.length, 2000);
      assert.equal(status, 1);
    });

    it('ends quietly when the reader of its output leaves', async () => {
      for (const format of ['json', 'pretty']) {
        const run = await runCli(['check', many(), '--format', format], { closeAfter: 1 });
        assert.deepEqual([run.status, run.stderr], [1, '']);
      }
    });

    it('says that the output could not be written', async function () {
      if (!existsSync('/dev/full') || !existsSync('/bin/sh'))
        return skipped(this, 'there is no /dev/full');
      const line = '"$0" "$1" check "$2" --format json >/dev/full';
      const child = spawn('/bin/sh', ['-c', line, process.execPath, program, small()]);
      const run = await collect(child);
      assert.equal(run.status, 2);
      assert.match(run.stderr, /could not be written/u);
    });
  });

  describe('colours', () => {
    const coloured = async (args: readonly string[], env: Record<string, string> = {}) =>
      (await runCli(['check', small(), ...args], { env })).stdout.includes('\u001b[');

    it('come only where they are wanted', async () => {
      assert.equal(await coloured([]), false);
      assert.equal(await coloured(['--color', 'always']), true);
      assert.equal(await coloured(['--color=always'], { NO_COLOR: '1' }), true);
      assert.equal(await coloured([], { FORCE_COLOR: '1' }), true);
      assert.equal(await coloured([], { FORCE_COLOR: '0' }), false);
      assert.equal(await coloured(['--color', 'never'], { FORCE_COLOR: '1' }), false);
      assert.equal(await coloured(['--format', 'json', '--color', 'always']), false);
    });

    it('come on a terminal unless NO_COLOR is set, and progress is wiped there', async function () {
      if (process.platform !== 'linux' || !existsSync('/usr/bin/script'))
        return skipped(this, 'it needs the program script');
      const onTerminal = async (env: Record<string, string>) => {
        // Node takes an unknown CI for a place without colours.
        const { FORCE_COLOR: _force, NO_COLOR: _no, CI: _ci, ...inherited } = process.env;
        const line = `'${process.execPath}' '${program}' check '${small()}'`;
        const child = spawn('/usr/bin/script', ['-qec', line, '/dev/null'], {
          env: { ...inherited, TERM: 'xterm', ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        return collect(child);
      };
      const usual = await onTerminal({});
      assert.equal(usual.status, 1);
      assert.ok(usual.stdout.includes('\u001b[31merror'));
      assert.match(usual.stdout, /Reading \d\/3/u);
      const wiped = usual.stdout.lastIndexOf('\r\u001b[K');
      assert.ok(!usual.stdout.slice(wiped).includes('Reading'), usual.stdout);
      assert.ok(usual.stdout.slice(wiped).includes('domains/'), usual.stdout);
      const plain = await onTerminal({ NO_COLOR: '1' });
      assert.ok(!plain.stdout.includes('\u001b[31m'));
    });
  });

  describe('vaults that are not as they should be', () => {
    it('have notes in another encoding', async () => {
      const root = vaultOf({
        'latin.md': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
        'wide.md': Uint8Array.of(0xff, 0xfe, 0x61, 0x00),
        'good.md': '[[latin]] [[wide]]',
      });
      const { diagnostics, status } = await checked([root]);
      assert.equal(status, 1);
      assert.deepEqual(
        diagnostics.map(({ file, code, fixes }) => [file, code, fixes]),
        [
          ['latin.md', 'note/unreadable', []],
          ['wide.md', 'note/unreadable', []],
        ],
      );
    });

    it('have notes and folders that may not be read', async function () {
      if (process.platform === 'win32')
        return skipped(this, 'file names and rights differ on Windows');
      const root = vaultOf({ 'closed.md': '', 'good.md': '[[closed]]' });
      chmodSync(join(root, 'closed.md'), 0);
      const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
      const note = await runCli(['check', root, '--format', 'json'], uid);
      assert.deepEqual(
        JSON.parse(note.stdout).diagnostics.map(({ code }: Diagnostic) => code),
        ['note/unreadable'],
      );
      chmodSync(root, 0);
      const whole = await runCli(['check', root], uid);
      chmodSync(root, 0o755);
      assert.deepEqual([whole.status, whole.stdout], [2, '']);
      assert.match(whole.stderr, /may not be read/u);
    });

    it('have loops of links, and folders with the name of a note', async function () {
      if (process.platform === 'win32')
        return skipped(this, 'file names and rights differ on Windows');
      const root = vaultOf({ 'x.md/inner.md': `[[${MISSING}]]`, 'a.md': '[[inner]]' });
      symlinkSync('.', join(root, 'loop'));
      symlinkSync('self.md', join(root, 'self.md'));
      mkdirSync(join(root, 'empty.md'));
      const { document, files } = await checked([root]);
      assert.equal(document.notes, 2);
      assert.deepEqual(files, ['x.md/inner.md']);
      const folder = await checked([join(root, 'x.md')]);
      assert.deepEqual(folder.files, ['inner.md']);
    });

    it('have names that would rewrite the screen', async function () {
      if (process.platform === 'win32')
        return skipped(this, 'file names and rights differ on Windows');
      const name = 'line\nbreak "quoted" \u001b[2J\u009b1m\u202e.md';
      const root = vaultOf({ [name]: `[[${MISSING} \u009b2J]]` });
      const json = await checked([root]);
      assert.deepEqual(json.files, [name]);
      assert.match(json.stdout, /\\u009b/u);
      for (const run of [json, await runCli(['check', root]), await runCli(['links', root])])
        assert.doesNotMatch(run.stdout, /(?!\n)\p{Cc}/u);
      const { stdout } = await runCli(['check', root]);
      assert.equal(stdout.split('\n')[0], 'line\\nbreak "quoted" \\x1b[2J\\x9b1m\\u202e.md');
    });
  });
});
