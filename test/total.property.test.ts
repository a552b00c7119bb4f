/** Whatever a note holds, nothing throws, every position is in the text, and every fix does what it says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { safeFixes } from '../server/core/features/fixes/fixNote';
import { rules } from '../server/core/rules/all';
import { checkNote, fixesOf } from '../server/core/rules/check';
import { type Finding, type Fix, type FixPlace, placeOf } from '../server/core/rules/rule';
import { builtinSchema } from '../server/core/schema/builtin';
import { type Note, parseNote } from '../server/core/text/parseNote';
import { applyEdits, type Span } from '../server/core/text/span';
import { resolve } from '../server/core/vault/resolve';
import { Vault } from '../server/core/vault/Vault';
import { adversarial } from './support/adversarialTexts';
import { TODAY } from './support/day';
import { strangeName, strangeText } from './support/strangeTexts';

const PATH = 'domains/food/note.md';
const vault = new Vault();
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

function fixesIn(text: string): { finding: Finding; fix: Fix }[] {
  const place = placeFor(text);
  return checkNote(vault, PATH, TODAY).flatMap(finding =>
    fixesOf(place, finding).map(fix => ({ finding, fix })),
  );
}

function spansOf(note: Note): Span[] {
  const block = note.frontmatter;
  const fields = block?.fields.flatMap(field => [
    field.key,
    field.span,
    ...field.values.flatMap(each => [each.span, each.inner]),
  ]);
  return [
    ...(block === null ? [] : [block.block, block.yaml, block.close]),
    ...(fields ?? []),
    ...(block?.problems.map(each => each.span) ?? []),
    ...note.links.flatMap(link => [link.span, link.target.span]),
    ...[...note.headings, ...note.blocks].map(each => each.span),
    ...note.code,
  ];
}

function assertInside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${start}..${end} of ${text.length}`,
    );
  }
}

/** Rules about blocks that are not read, or not to their end. */
/** Rules that say that none of their fixes is ever safe. */
const ASKING = new Set(rules.filter(({ asks }) => asks).map(({ code }) => code));
const UNREAD = new Set(['frontmatter/syntax', 'frontmatter/not-first']);

const LINE_ENDS = /\r\n|\n|\r/gu;
const isWindows = (text: string) =>
  text.includes('\r\n') && (text.match(LINE_ENDS) ?? []).every(end => end === '\r\n');

describe('any text', () => {
  it('is parsed, with every position in it', () => {
    fc.assert(
      fc.property(strangeText, text => {
        const note = parseNote(PATH, text, builtinSchema.relationFields);
        assertInside(text, spansOf(note));
        for (const { span, target, form } of note.links) {
          const written = text.slice(span.start, span.end);
          if (form !== 'wiki') continue;
          assert.match(written, /^!?\[\[.*\]\]$/su);
          assert.equal(text.slice(target.span.start, target.span.end), target.written);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is resolved as a target, from anywhere', () => {
    fc.assert(
      fc.property(strangeName, strangeName, (written, from) => {
        resolve(vault, written, from);
      }),
      { numRuns: 1000 },
    );
  });

  it('is checked, and every fix edits only places in it that do not overlap', () => {
    fc.assert(
      fc.property(strangeText, text => {
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
      }),
      { numRuns: 1000 },
    );
  });

  it('loses a finding with its safe fix, and gets no new error', () => {
    // The code, and the field or value that the message names first; the rest of it may tell of other fields.
    const name = ({ code, message }: Finding) => `${code} ${/`.*?`/u.exec(message)?.[0]}`;
    const count = (findings: readonly Finding[], finding: Finding) =>
      findings.filter(each => name(each) === name(finding)).length;
    fc.assert(
      fc.property(strangeText, text => {
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
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to rest when all safe fixes are applied again and again', () => {
    fc.assert(
      fc.property(strangeText, text => {
        placeFor(text);
        const { after } = safeFixes(vault, PATH, text, TODAY);
        placeFor(after);
        assert.equal(safeFixes(vault, PATH, after, TODAY).after, after, `still changing:\n${text}`);
      }),
      { numRuns: 600 },
    );
  });
});

describe('a text made to be slow', function () {
  this.timeout(10_000);
  for (const [unit, make] of Object.entries(adversarial)) {
    it(`${JSON.stringify(unit)} over and over`, () => {
      parseNote(PATH, make(50_000), builtinSchema.relationFields);
      fixesIn(make(20_000));
      // The YAML parser, and gray-matter's expression for comments, take the square of some of these.
      parseNote(PATH, `---\nsupports: ${make(10_000)}\n---\n`, builtinSchema.relationFields);
      parseNote(PATH, `---\n${make(10_000)}\n---\n`, builtinSchema.relationFields);
    });
  }
});
