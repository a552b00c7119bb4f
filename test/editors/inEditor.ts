/** What docs/editors.md promises of an editor, tried in it on the example vault and on the real one. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { skipped } from '../support/skipped';
import { absence, type EditorKind, endEditors, ROOT, ScriptedEditor } from './ScriptedEditor';

interface Diagnostic {
  readonly line: number;
  readonly marked: string;
  readonly message: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Found {
  readonly file: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Link {
  readonly file: string;
  readonly raw: string;
  readonly path: string | null;
  readonly resolution: string;
  readonly field: string | null;
  readonly embed: boolean;
}

const EXAMPLE = join(ROOT, 'examples/vault');
const REAL = join(ROOT, '../shared/vault');

const MAP = 'domains/street-design/_map.md';
const FOOTWAYS =
  'domains/street-design/continuous footways at side roads slow turning cars more than signs or paint do.md';
const JUNCTION =
  'domains/street-design/protected bike lanes lose most of their value at the first unprotected junction.md';
const RENAMED = 'a lane is worth what its first junction is worth';

function claimwright<Answer>(...args: readonly string[]): Answer {
  const cli = join(ROOT, 'dist/cli.js');
  const options = { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' } as const;
  try {
    return JSON.parse(execFileSync(process.execPath, [cli, ...args, '--no-cache'], options));
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    if (status !== 1) throw error;
    return JSON.parse(stdout);
  }
}

/** What is reported of each note on the command line, and the text that it marks. */
function findings(vault: string, notes: readonly string[] = []): Map<string, Diagnostic[]> {
  const { diagnostics } = claimwright<{ diagnostics: Found[] }>(
    ...['check', vault, ...notes, '--format', 'json', '--severity', 'hint', '--no-baseline'],
  );
  const found = new Map<string, Diagnostic[]>();
  for (const { file, message, range } of diagnostics) {
    const line = readFileSync(join(vault, file), 'utf8').split(/\r?\n/u)[range.start.line] ?? '';
    const isOneLine = range.start.line === range.end.line;
    const marked = isOneLine ? line.slice(range.start.character, range.end.character) : '';
    const others = found.get(file) ?? [];
    found.set(file, [...others, { line: range.start.line, marked, message }]);
  }
  return found;
}

/** Every file of a folder with its text. */
function treeOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter(each => each.isFile())
      .map(each => join(each.parentPath, each.name))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** Waits for a note in the editor to have just what the command line reports of it. */
async function reportsAlike(editor: ScriptedEditor, path: string, expected: readonly Diagnostic[]) {
  await editor.open(path);
  const all = async () => {
    const found = await editor.call<Diagnostic[] | object>('diagnostics');
    return Array.isArray(found) ? found : [];
  };
  const count = async () => (await all()).length === expected.length;
  await editor.until(`${expected.length} diagnostics of ${path}`, count).catch(async error => {
    throw new Error(`${error.message}: ${JSON.stringify(await all())}`);
  });
  const found = await all();
  editor.log(`Diagnostics of ${path}`, found);
  for (const { line, marked, message } of expected) {
    const alike = found.some(
      each =>
        each.line === line &&
        each.message.includes(message) &&
        // An editor shows where nothing is marked in its own way.
        (marked === '' || each.marked === marked),
    );
    assert.ok(alike, `${path}: ${line} “${marked}” ${message}\n${JSON.stringify(found)}`);
  }
}

/** What the command line says of the links of the real vault, and of some notes with broken ones. */
function real(): { links: readonly Link[]; found: ReadonlyMap<string, Diagnostic[]> } {
  const { links } = claimwright<{ links: Link[] }>('links', REAL, '--format', 'json');
  const broken = links.filter(
    each => each.resolution === 'missing' && /^[\w /-]+\.md$/u.test(each.file),
  );
  const notes = [...new Set(broken.map(each => each.file))].slice(0, 6);
  return { links, found: findings(REAL, notes) };
}

/** The tests of one editor. */
export function inEditor(kind: EditorKind): void {
  const transcript: string[] = [];
  /** One for all tests on the example vault, as none of them saves what would be in the way of the next. */
  let editor: ScriptedEditor;

  before(function () {
    this.timeout(60_000);
    const why = absence(kind);
    if (why !== null) skipped(this, why);
  });
  beforeEach(async () => {
    editor ??= await start(EXAMPLE);
  });
  // What a test that failed has left would fail the next ones as well.
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await end();
  });
  after(async () => {
    await end();
    if (transcript.length === 0) return;
    mkdirSync(join(ROOT, 'test/output'), { recursive: true });
    writeFileSync(join(ROOT, `test/output/${kind.name}.txt`), transcript.join('\n'));
  });

  async function start(vault: string): Promise<ScriptedEditor> {
    const started = await ScriptedEditor.start(kind, vault, transcript);
    started.log('Version', await started.call('version'));
    return started;
  }

  async function end(): Promise<void> {
    await endEditors();
    editor = undefined as unknown as ScriptedEditor;
  }

  async function text(): Promise<string> {
    return editor.call('text');
  }

  async function action(title: string, actionKind?: string): Promise<void> {
    const before = await text();
    const offered = await editor.call<string[]>('action', title, actionKind ?? null);
    const changed = async () => (await text()) !== before;
    await editor.until(`“${title}” of ${JSON.stringify(offered)} is done`, changed, 5000);
    editor.log(`Code action “${title}”`, await text());
  }

  it('reports of each note what the command line reports', async () => {
    const found = findings(EXAMPLE);
    assert.ok(found.size >= 6);
    for (const [path, expected] of found) await reportsAlike(editor, path, expected);
    await reportsAlike(editor, MAP, []);
  });

  it('hovers, goes to the definition, and finds references', async () => {
    await editor.open(MAP);
    await editor.call('at', '- [[protected bike lanes lose', 6);
    const hover = await editor.call<string>('hover');
    editor.log('Hover', hover);
    assert.match(hover, /protected bike lanes lose most of their value/u);
    assert.match(hover, /claim · \w+ · street-design · \d+ notes link here/u);
    assert.equal(await editor.call('definition'), true);
    const [file] = await editor.call<[string, string]>('place');
    assert.equal(file, join(editor.vault, JUNCTION));
    editor.log('Definition', file);
    await editor.call('at', '# protected', 3);
    const found = new Set(await editor.call<string[]>('references'));
    found.delete(file);
    const { links } = claimwright<{ links: Link[] }>('links', EXAMPLE, '--format', 'json');
    const expected = links.filter(({ path, file: from }) => path === JUNCTION && from !== JUNCTION);
    assert.deepEqual(
      [...found].sort(),
      [...new Set(expected.map(each => join(editor.vault, each.file)))].sort(),
    );
    editor.log('References', [...found].sort());
  });

  it('changes a mistyped word, and fixes all that is safe', async () => {
    await editor.open(FOOTWAYS);
    await editor.call('at', 'likley', 2);
    await editor.until('it is reported', async () => {
      const found = await editor.call<Diagnostic[] | object>('diagnostics');
      return Array.isArray(found) && found.length > 0;
    });
    await action('Change to `likely`');
    assert.match(await text(), /^confidence: likely$/mu);
    await reportsAlike(editor, FOOTWAYS, []);
    const parking = [...findings(EXAMPLE).keys()].find(path => path.includes('secure parking'));
    await editor.open(parking ?? '');
    await action('Fix all safe problems', 'source.fixAll.claimwright');
    assert.equal((await text()).match(/^created:/gmu)?.length, 1);
  });

  it('completes words of a title behind characters of two and four bytes, and closes the link', async () => {
    await editor.open(MAP);
    await editor.call('at', '- [[tarnleigh-street-lab');
    const entries = await editor.complete('é😀 [[bike lanes junction', 'lose most');
    editor.log('Completion of “é😀 [[bike lanes junction”', entries);
    assert.match(entries[0] ?? '', /^protected bike lanes lose most/u);
    const written =
      'é😀 [[protected bike lanes lose most of their value at the first unprotected junction]]- [[tarnleigh';
    assert.ok((await text()).includes(written), await text());
  });

  it('puts in quotes around a link in front matter', async () => {
    await editor.open(FOOTWAYS);
    await editor.call('at', 'confidence:');
    await editor.complete('related:\n  - [[bike lanes junction', 'lose most');
    assert.match(
      await text(),
      /^related:\n {2}- "\[\[protected bike lanes lose most of their value at the first unprotected junction\]\]"confidence:/mu,
    );
  });

  it('marks a link behind characters of two and four bytes where it stands', async () => {
    await editor.open(MAP);
    writeFileSync(join(editor.vault, 'odd.md'), 'é😀 [[gone 😀 é]] and 😀[[not here]]\n');
    await editor.open('odd.md');
    const marked = async () => {
      const found = await editor.call<Diagnostic[]>('diagnostics');
      return found.length === 2 && found.map(each => each.marked).sort();
    };
    assert.deepEqual(await editor.until('two broken links', marked), ['gone 😀 é', 'not here']);
    assert.equal(await editor.call('encoding'), 'utf-16');
  });

  it('hears of what other programs write', async () => {
    await editor.open(MAP);
    const { vault } = editor;
    const linking = join(vault, 'domains/street-design/linking.md');
    const target = join(vault, 'domains/street-design/not yet written.md');
    writeFileSync(linking, 'See [[not yet written]].\n');
    await editor.open('domains/street-design/linking.md');
    const count = (wanted: number) => async () => {
      const found = await editor.call<Diagnostic[] | object>('diagnostics');
      return (Array.isArray(found) ? found.length : 0) === wanted;
    };
    await editor.until('the link is broken', count(1));
    writeFileSync(target, '# Not yet written\n');
    await editor.until('the link leads to the new note', count(0));
    unlinkSync(target);
    await editor.until('the link is broken again', count(1));
    mkdirSync(join(vault, 'domains/new-folder'));
    writeFileSync(join(vault, 'domains/new-folder/not yet written.md'), '# Not yet written\n');
    await editor.until('the link leads into the new folder', count(0));
  });

  it('renames a heading with the links to it', async () => {
    await editor.open(JUNCTION);
    await editor.call('at', '## Challenges', 4);
    await editor.call('rename', 'Objections');
    await editor.until('it is renamed', async () => (await text()).includes('## Objections'));
    await editor.call('save');
    const map = readFileSync(join(editor.vault, MAP), 'utf8');
    assert.match(map, /at the first unprotected junction#Objections\]\]/u);
  });

  it('renames a note with every link to it, as the command line does', async () => {
    await editor.open(MAP);
    await editor.call('save');
    const other = mkdtempSync(join(tmpdir(), 'claimwright-renamed-'));
    cpSync(editor.vault, other, { recursive: true });
    await editor.call('at', '- [[protected bike lanes lose', 6);
    const said = await editor.call<string[] | object>('rename', RENAMED);
    if ((await editor.call('renames_files')) !== true) {
      rmSync(other, { recursive: true });
      editor.log('Rename of a note', said);
      assert.match(
        JSON.stringify(said),
        /cannot rename files.*`claimwright rename` in a terminal/u,
      );
      return;
    }
    const moved = join(editor.vault, `domains/street-design/${RENAMED}.md`);
    await editor.until('the file is moved', async () => existsSync(moved));
    await editor.call('save');
    try {
      claimwright('rename', join(other, JUNCTION), RENAMED, '--format', 'json');
      const expected = treeOf(other);
      assert.deepEqual([...treeOf(editor.vault)], [...expected]);
      assert.ok([...expected.values()].filter(each => each.includes(RENAMED)).length > 5);
    } finally {
      rmSync(other, { recursive: true });
    }
    editor.log('Rename of a note', [...treeOf(editor.vault).keys()]);
  });

  it('completes, hovers and reports on the real vault', async function () {
    this.timeout(120_000);
    if (!existsSync(REAL))
      skipped(this, 'there is no vault at ../shared/vault beside the checkout');
    const { links, found } = real();
    await end();
    editor = await start(REAL);
    const began = Date.now();
    // One of the longest titles that another note links to.
    const link = links.find(
      each =>
        each.resolution === 'found' &&
        each.field === null &&
        /^\[\[[a-z ]{100,}\]\]$/u.test(each.raw) &&
        each.path !== each.file,
    );
    assert.ok(link?.path);
    await editor.open(link.file);
    editor.log('Milliseconds until the real vault was read', Date.now() - began);
    await editor.call('at', link.raw, 4);
    const hover = await editor.call<string>('hover');
    editor.log('Hover on the real vault', hover);
    assert.match(hover, /notes? links? here/u);
    const title = link.raw.slice(2, -2);
    assert.ok(hover.includes(title.slice(0, 40)), hover);
    await editor.call('at', link.raw);
    const words = title.split(' ').filter(word => word.length > 5);
    const query = words.slice(-4).reverse().join(' ');
    const entries = await editor.complete(`[[${query}`, '');
    assert.ok((await text()).includes(`${link.raw}${link.raw}`), query);
    editor.log(`Completion of “[[${query}” on the real vault`, entries);
    assert.equal(await editor.call('definition'), true);
    assert.ok(found.size > 4);
    const others = [...found].filter(([path]) => path !== link.file);
    for (const [path, expected] of others) await reportsAlike(editor, path, expected);
  });
}
