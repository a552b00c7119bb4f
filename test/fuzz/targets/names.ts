/** Names are folded, cut and spelt as the rules say, and any title makes a file name that every disk can hold. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameOf, MAX_BYTES, nameFault, shortName } from '../../../server/core/vault/fileName';
import {
  byteLength,
  foldName,
  isNotePath,
  nameOf,
  ownCopy,
  slugOf,
  withoutExtension,
  wordsOf,
} from '../../../server/core/vault/names';
import { strangeName } from '../../support/strangeTexts';
import { target } from '../Target';

/** Pieces that are special to one of the rules, among them letters whose other case is longer or is ASCII. */
const piece = fc.constantFrom(
  ...'aZ09-_.,/ \t\n\r\0\x7f',
  ...["'", '’', '  ', ' -', "' '", 'é', 'e\u0301', 'Σ', 'ς', 'İ', 'ß', '\u212a', '\u2028', '世界'],
  ...['.md', '.MD', '.Markdown', '.mar\u212adown', '.mdx', 'md', '…', '🚲', '\ud83d', 'The Word'],
);
export const anyName = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map(parts => parts.join('')),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  // Longer than what the short cuts take.
  fc.tuple(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 1, max: 400 })).map(long),
);

function long([parts, times]: [string[], number]): string {
  return parts.join('').repeat(times);
}

export function plainFold(text: string): string {
  const folded = text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return folded.normalize('NFC').replace(/ς/gu, 'σ');
}

export function plainSlug(text: string): string {
  const bare = plainFold(text).replace(/['’]/gu, '');
  return bare.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '');
}

export function plainWords(text: string): string[] {
  const bare = plainFold(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/gu, '');
  return bare.split(/[^\p{L}\p{N}]+/gu).filter(word => word !== '');
}

const EXTENSION = /\.(?:md|markdown)$/iu;

export function assertNamed(each: string): void {
  assert.equal(foldName(each), plainFold(each));
  assert.equal(foldName(foldName(each)), foldName(each), 'folded twice');
  assert.equal(slugOf(each), plainSlug(each));
  assert.deepEqual(wordsOf(each), plainWords(each));
  assert.equal(isNotePath(each), EXTENSION.test(each));
  assert.equal(withoutExtension(each), each.replace(EXTENSION, ''));
  assert.equal(nameOf(each), each.slice(each.lastIndexOf('/') + 1).replace(EXTENSION, ''));
  assert.equal(ownCopy(each), each);
}

/** No title leads out of a folder, or to a name that a disk refuses. */
function assertFileName(title: string, bytes: number): void {
  const name = shortName(fileNameOf(title), bytes);
  assert.ok(byteLength(`${name}.md`) <= bytes, name);
  // Nothing may be left of a title; whoever makes a file of it says so.
  if (name === '') return;
  assert.equal(nameFault(name), null, JSON.stringify(name));
  assert.ok(!/[/\\\0]/u.test(name) && name !== '..' && name !== '.');
}

export const names = target({
  name: 'names',
  feeds:
    'names and titles: dots, slashes, reserved words, case that grows, combining marks, half pairs',
  holds:
    'folding, slugs and words are those of the plain rules; the file name of a title stays in its folder, and every disk can hold it',
  weight: 230,
  input: fc.tuple(fc.oneof(anyName, strangeName), fc.integer({ min: 20, max: MAX_BYTES })),
  check([name, bytes]) {
    assertNamed(name);
    assertFileName(name, bytes);
  },
});
