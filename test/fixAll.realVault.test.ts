/** `claimwright fix` on a copy of a real vault: it does what it says, nowhere else, and once. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinSchema } from '../server/core/schema/builtin';
import { parseNote } from '../server/core/text/parseNote';
import { notesOf, realVault } from './support/realVault';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

interface Place {
  readonly file: string;
  readonly range: { start: Position; end: Position };
}
interface Position {
  readonly line: number;
  readonly character: number;
}
type Edit = Place & { readonly newText: string };

const { relationFields } = builtinSchema;

describe('fixing a real vault', function () {
  this.timeout(120_000);
  let root = '';
  let texts = new Map<string, string>();
  let found: readonly Place[] = [];
  let edits: readonly Edit[] = [];

  before(async function () {
    const files = realVault(this);
    texts = new Map(notesOf(files));
    const others = [...files.keys()].filter(path => !texts.has(path));
    root = vaultOf(Object.fromEntries([...texts, ...others.map(path => [path, ''] as const)]));
    await buildCli();
    const checked = await runCli(['check', root, '--format', 'json', '--severity', 'hint']);
    found = JSON.parse(checked.stdout).diagnostics;
    const fixed = await runCli(['fix', root, '--format', 'json']);
    assert.equal(fixed.stderr, '');
    edits = JSON.parse(fixed.stdout).edits;
  });
  after(removeTemporaryFolders);

  it('mends some notes', () => {
    const files = new Set(edits.map(({ file }) => file));
    assert.ok(files.size > 10 && files.size < texts.size / 2, `${files.size} notes`);
  });

  it('makes every note what the edits it prints make of it, byte for byte', () => {
    for (const [path, text] of texts) {
      const document = TextDocument.create('', '', 0, text.replace(/^\uFEFF/u, ''));
      const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
      const own = edits.filter(({ file }) => file === path);
      const expected = mark + TextDocument.applyEdits(document, own);
      assert.ok(readFileSync(join(root, path)).equals(Buffer.from(expected)), path);
    }
  });

  it('edits front matter and places where something was found, nothing else', () => {
    for (const { file, range } of edits) {
      const { lines, frontmatter } = parseNote(file, texts.get(file) ?? '', relationFields);
      const end = (lines[range.end.line] ?? 0) + range.end.character;
      if (frontmatter !== null && end <= frontmatter.block.end) continue;
      const reported = found.some(
        each =>
          each.file === file &&
          notAfter(each.range.start, range.end) &&
          notAfter(range.start, each.range.end),
      );
      assert.ok(reported, `${file}:${range.start.line + 1}`);
    }
  });

  it('leaves nothing to do for a second run', async () => {
    const again = await runCli(['fix', root, '--format', 'json']);
    assert.deepEqual(JSON.parse(again.stdout).edits, []);
  });
});

function notAfter(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
