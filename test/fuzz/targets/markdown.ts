/** What is code and what is a link, against a reference CommonMark parser. */
import assert from 'node:assert/strict';
import { parseNote } from '../../../server/core/text/parseNote';
import { generatedLinks, generatedMarkdown } from '../../support/generatedMarkdown';
import { referenceCode } from '../../support/referenceCode';
import { linkDifference } from '../../support/second/linkDifference';
import { target } from '../Target';

const none: ReadonlySet<string> = new Set();

/** Where the two differ: the first place, with the lines around it. */
export function firstDifference(text: string): string | null {
  const note = parseNote('note.md', text, none);
  const body = text.slice(note.body);
  // Without these nothing can be code, and the reference is slow.
  const reference = MAY_BE_CODE.test(body) ? referenceCode(body) : new Uint8Array(body.length);
  const ours = new Uint8Array(body.length);
  for (const { start, end } of note.code) ours.fill(1, start - note.body, end - note.body);
  for (let at = 0; at < body.length; at++) {
    // White space may count as either; the marks of a quote stand inside the code that it quotes.
    if (/[\s>]/u.test(body.charAt(at)) || reference[at] === RAW_HTML) continue;
    if ((ours[at] === 1) === (reference[at] === 1)) continue;
    const who = ours[at] === 1 ? 'only we see code' : 'only the reference sees code';
    return `${who} at ${at} of ${JSON.stringify(body.slice(Math.max(0, at - 80), at + 20))}`;
  }
  return null;
}

const MAY_BE_CODE = /[`\t]|~~~| {4}/u;

/** Raw HTML may hold links, and in HTML blocks backticks mean nothing to either. */
const RAW_HTML = 2;

/** Tables, which the reference does not know, end code spans with their line; so do Obsidian's comments. */
const DEVIATES = /%%|^[ >]*\|?[ ]*:?-+:?[ ]*\|/mu;

/** Where the reference strays from the specification and from commonmark.js. */
const REFERENCE_ERRS: readonly RegExp[] = [
  // It takes a list in a quote or item that ends a paragraph for one that interrupts it, which only 1 and no empty item may do.
  /(?:>|[-+*][ \t])[ \t>]*(?:2\)|10\.|(?:[-+*]|\d+[.)])\s*\n)/u,
  // A list right behind indented code loses the indentation of its items.
  /(?: {4}|\t)[^\n]*\r?\n(?:[ >\t]*\r?\n)*[ >\t]*(?:[-+*]|\d+[.)])(?:\s|$)/u,
  // A lone tag may not interrupt a paragraph, even one whose quote or list it leaves.
  /^[ \t]*(?:>|[-+*]\s|\d+[.)]\s).*\n[ \t>]*<\/?(?:span|b|x-y|pre)\b/msu,
];

/** Where links are read otherwise on purpose, or no author ever writes what differs. */
const LINKS_DEVIATE: readonly RegExp[] = [
  // A table needs as many columns in its first line as in its second; a bar without an escape still shows an alias.
  /\|[ :]*-+/u,
  // Footnotes are no blocks of their own.
  /\[\^1\]: [^\n]*\n|\n[ >\t]*\[\^1\]:/u,
  // Definitions may stand above the underline of a heading, or go on behind the mark of a quote.
  /\[r\]:[ \r\n][^\n]*\n(?:[^\n]*\n)*[> ]*(?:-+|=+)[ \t]*(?:\r?\n|$)|>[^\n]*\[r\]:\r?\n/u,
  // Whether a bracket is a reference is not looked up, so it does not end the link around it.
  /\[\s*\n[ >\t]*\[r\]/u,
  // A comment or a tag that begins in a wiki link.
  /\[\[[^\n]*<[^\n]*\]\]/u,
  // Tags are known by less than their whole grammar.
  /<a href|&#91/u,
  // In HTML blocks escapes, comments and math mean nothing to a Markdown parser.
  /(?:^|\n)[ >\t*+\d.)-]*<[\s\S]*[\\$%]/u,
];

/** Markdown that the two read alike, but for what is code. */
export const comparableMarkdown = generatedMarkdown.filter(
  text => !DEVIATES.test(text) && !REFERENCE_ERRS.some(each => each.test(text)),
);

/** The same, but for what is a link. */
export const comparableLinks = generatedLinks.filter(
  text => ![...LINKS_DEVIATE, ...REFERENCE_ERRS].some(each => each.test(text)),
);

export function assertSameCode(text: string): void {
  assert.equal(firstDifference(text), null, JSON.stringify(text));
}

export function assertSameLinks(text: string): void {
  assert.equal(linkDifference(text), null, JSON.stringify(text));
}

export const code = target({
  name: 'code',
  feeds:
    'generated Markdown: quotes, lists, fences, indented code, HTML, tables, inside each other',
  holds: 'what is code is what micromark, a reference parser, takes for it',
  weight: 25,
  input: comparableMarkdown,
  check: assertSameCode,
});

export const links = target({
  name: 'links',
  feeds: 'generated Markdown full of wiki links, Markdown links and what looks like them',
  holds: 'links, targets, fragments and aliases are those of a second scanner on top of micromark',
  weight: 10,
  input: comparableLinks,
  check: assertSameLinks,
});
