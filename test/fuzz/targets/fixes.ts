/** Every fix of every text does what it says, edits only places in the text, and comes to rest. */
import assert from 'node:assert/strict';
import { safeFixes } from '../../../server/core/features/fixes/fixNote';
import { rules } from '../../../server/core/rules/all';
import { checkNote, fixesOf } from '../../../server/core/rules/check';
import { type Finding, type Fix, type FixPlace, placeOf } from '../../../server/core/rules/rule';
import { applyEdits } from '../../../server/core/text/span';
import { Vault } from '../../../server/core/vault/Vault';
import { TODAY } from '../../support/day';
import { target } from '../Target';
import { shortText } from './anyText';
import { assertInside } from './parse';

const PATH = 'domains/food/note.md';
export const vault = new Vault();
vault.apply([
  {
    kind: 'set',
    path: 'domains/food/slow bread tastes better because enzymes need a night.md',
    text: '',
  },
  {
    kind: 'set',
    path: 'domains/food/b1.md',
    text: '---\ntitle: The night loaf\n---\n# Slow bread',
  },
  { kind: 'set', path: 'a/_map.md', text: '[[note]]' },
  { kind: 'set', path: 'b/_map.md', text: '' },
  { kind: 'set', path: 'a/x.png', text: null },
]);

function placeFor(text: string): FixPlace {
  vault.apply([{ kind: 'set', path: PATH, text }]);
  const place = placeOf(vault, PATH, TODAY);
  assert.ok(place !== undefined);
  return { ...place, text };
}

export function fixesIn(text: string): { finding: Finding; fix: Fix }[] {
  const place = placeFor(text);
  return checkNote(vault, PATH, TODAY).flatMap(finding =>
    fixesOf(place, finding).map(fix => ({ finding, fix })),
  );
}

/** Rules that say that none of their fixes is ever safe. */
const ASKING = new Set(rules.filter(({ asks }) => asks).map(({ code }) => code));
/** Rules about blocks that are not read, or not to their end. */
const UNREAD = new Set(['frontmatter/syntax', 'frontmatter/not-first']);

const LINE_ENDS = /\r\n|\n|\r/gu;
const isWindows = (text: string) =>
  text.includes('\r\n') && (text.match(LINE_ENDS) ?? []).every(end => end === '\r\n');

/** Checked, and every fix edits only places in it that do not overlap. */
export function assertFixesEdit(text: string): void {
  const fixes = fixesIn(text);
  assertInside(
    text,
    checkNote(vault, PATH, TODAY).map(finding => finding.span),
  );
  for (const { finding, fix } of fixes) {
    assert.ok(!(fix.safe && ASKING.has(finding.code)), finding.code);
    assertInside(
      text,
      fix.edits.map(edit => edit.span),
    );
    assert.ok(fix.title !== '' && fix.edits.length > 0 === (fix.creates === undefined));
    const fixed = applyEdits(text, fix.edits);
    assert.notEqual(fix.creates === undefined ? fixed : `${fixed} `, text, fix.title);
    if (isWindows(text)) assert.ok(isWindows(fixed) || !fixed.includes('\n'), fix.title);
    assert.equal(fixed.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
  }
}

/** A finding goes with its safe fix, and no new error comes. */
export function assertFixesMend(text: string): void {
  const safe = fixesIn(text).filter(({ fix }) => fix.safe);
  const before = checkNote(vault, PATH, TODAY);
  for (const { finding, fix } of safe) {
    const fixed = applyEdits(text, fix.edits);
    placeFor(fixed);
    const after = checkNote(vault, PATH, TODAY);
    assert.ok(count(after, finding) < count(before, finding), `${finding.message}\n${fixed}`);
    // With its type a note gets the duties of the type; a block that is read only now shows what else is wrong in it.
    if (/\btype\b/u.test(fix.title) || UNREAD.has(finding.code)) continue;
    // Not by their messages, which may quote what was mended.
    const errors = (findings: readonly Finding[], code: string) =>
      findings.filter(each => each.severity === 'error' && each.code === code).length;
    const added = after.find(({ code }) => errors(after, code) > errors(before, code));
    assert.equal(added?.message, undefined, `${fix.title}\n${fixed}`);
  }
}

function count(findings: readonly Finding[], finding: Finding): number {
  // The code, and the field or value that the message names first; the rest of it may tell of other fields.
  const name = ({ code, message }: Finding) => `${code} ${/`.*?`/u.exec(message)?.[0]}`;
  return findings.filter(each => name(each) === name(finding)).length;
}

/** All safe fixes, applied again and again, come to an end. */
export function assertFixesRest(text: string): void {
  placeFor(text);
  const { after, edits } = safeFixes(vault, PATH, text, TODAY);
  assert.equal(applyEdits(text, edits), after);
  placeFor(after);
  assert.equal(safeFixes(vault, PATH, after, TODAY).after, after, `still changing:\n${text}`);
}

export const fixes = target({
  name: 'fixes',
  feeds: 'the same texts, checked by every rule in a small vault',
  holds:
    'every fix edits places in the text that do not overlap and keeps line ends and byte-order mark; safe ones mend what they say, break nothing, and come to rest',
  weight: 3,
  input: shortText,
  check(text) {
    assertFixesEdit(text);
    assertFixesMend(text);
    assertFixesRest(text);
  },
});
