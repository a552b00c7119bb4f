/** Navigation in any text stays in it, and what is within is within. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentLinks } from '../../../server/core/features/navigation/documentLinks';
import {
  type DocumentSymbol,
  documentSymbols,
} from '../../../server/core/features/navigation/documentSymbols';
import { foldingRanges } from '../../../server/core/features/navigation/foldingRanges';
import { references } from '../../../server/core/features/navigation/references';
import { selectionRanges } from '../../../server/core/features/navigation/selectionRanges';
import type { Note } from '../../../server/core/text/parseNote';
import type { Span } from '../../../server/core/text/span';
import { Vault } from '../../../server/core/vault/Vault';
import { target } from '../Target';
import { shortText } from './anyText';

export const PATH = 'domains/food/note.md';

export function vaultWith(text: string): { vault: Vault; note: Note } {
  const vault = new Vault();
  vault.apply([
    { kind: 'set', path: 'a.md', text: '# A\n[[note#x]] [[a]]' },
    { kind: 'set', path: PATH, text },
  ]);
  const note = vault.note(PATH);
  assert.ok(note !== undefined);
  return { vault, note };
}

function assertWithin(outer: Span, inner: Span): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${inner.start}-${inner.end} in ${outer.start}-${outer.end}`,
  );
}

function assertNested(outer: Span, symbols: readonly DocumentSymbol[]): void {
  for (const { name, span, selection, children } of symbols) {
    assert.notEqual(name, '');
    assertWithin(outer, span);
    assertWithin(span, selection);
    assertNested(span, children);
  }
}

export function assertNavigable(text: string, at: number): void {
  const { vault, note } = vaultWith(text);
  const whole = { start: 0, end: text.length };
  const offset = at % (text.length + 1);
  assertNested(whole, documentSymbols(note, text));
  for (const { span } of documentLinks(vault, PATH)) assertWithin(whole, span);
  const [spans = []] = selectionRanges(note, text, [offset]);
  assert.deepEqual(spans.at(-1), whole);
  spans.forEach((span, index) => {
    assertWithin(spans[index + 1] ?? whole, span);
  });
  const lines = foldingRanges(note, text);
  for (const { start, end } of lines) assert.ok(start < end && end < note.lines.length);
  lines.forEach((inner, index) => {
    for (const outer of lines.slice(0, index))
      assert.ok(inner.start > outer.end || inner.end <= outer.end, JSON.stringify(lines));
  });
}

export function assertReferencesFound(text: string): void {
  const { vault, note } = vaultWith(text);
  for (const { span } of note.links) {
    const found = references(vault, PATH, text, span.start)?.links;
    assert.ok(found?.some(each => each.from === PATH && each.link.span.start === span.start));
  }
}

export const navigation = target({
  name: 'navigation',
  feeds: 'the same texts, and places in them',
  holds:
    'outline, folds, selections and links lie in the text and in each other; every link is among its references',
  weight: 6,
  input: fc.tuple(shortText, fc.nat()),
  check([text, at]) {
    assertNavigable(text, at);
    assertReferencesFound(text);
  },
});
