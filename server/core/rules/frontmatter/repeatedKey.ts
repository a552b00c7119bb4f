/** A front-matter key that is written twice. */
import { type Field, type Frontmatter, fieldOf } from '../../text/frontmatter';
import type { Fix, Rule } from '../rule';
import { holdsComment, wholeLines } from './frontmatterText';
import { mergedList } from './mergedList';

export const repeatedKey: Rule = {
  code: 'frontmatter/repeated-key',
  severity: 'error',
  alone: true,
  summary: 'A key that stands twice in the front matter.',
  docs:
    'YAML allows a key once; readers differ in whether the first or the last counts, and many reject the whole block. ' +
    'It happens when two agents append the same block. Keep one; where both say the same, the repetition goes, and two lists can be merged into one.',
  check({ note }) {
    return repeats(note.frontmatter).map(({ first, again }) => ({
      span: again.key,
      message: same(first, again)
        ? `\`${again.name}\` stands here a second time, with the same value.`
        : `\`${again.name}\` stands here a second time, with another value: \`${shownValue(first)}\` above, \`${shownValue(again)}\` here.`,
    }));
  },
  fix({ note, text }, finding) {
    if (note.frontmatter === null) return [];
    const again = fieldAt(note.frontmatter.fields, finding.span.start);
    if (again === undefined) return [];
    const first = fieldOf(note.frontmatter, again.name) ?? again;
    if (first === again) return [];
    const removal = (field: Field, title: string, safe: boolean): Fix[] => {
      const lines = wholeLines(text, field.span);
      return lines === null ? [] : [{ title, safe, edits: [{ span: lines, newText: '' }] }];
    };
    // In a block that YAML rejects, what follows the value may belong to it.
    const read = note.frontmatter.problems.length === 0;
    if (same(first, again)) {
      const lines = wholeLines(text, again.span);
      const remarked = lines !== null && holdsComment(text, lines, again);
      // A comment would go with it.
      return removal(again, `Remove the second \`${again.name}\``, read && !remarked);
    }
    return [
      ...merged(text, first, again),
      ...removal(first, `Keep the last \`${again.name}\`: ${shownValue(again)}`, false),
      ...removal(again, `Keep the first \`${again.name}\`: ${shownValue(first)}`, false),
    ];
  },
};

function repeats(frontmatter: Frontmatter | null): { first: Field; again: Field }[] {
  const seen = new Map<string, Field>();
  const found: { first: Field; again: Field }[] = [];
  for (const field of frontmatter?.fields ?? []) {
    const first = seen.get(field.name);
    if (first === undefined) seen.set(field.name, field);
    else found.push({ first, again: field });
  }
  return found;
}

/** The field whose key begins there. Halving, since a hostile block repeats its keys many thousand times. */
function fieldAt(fields: readonly Field[], start: number): Field | undefined {
  let [low, high] = [0, fields.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle]?.key.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return fields[low]?.key.start === start ? fields[low] : undefined;
}

function same(a: Field, b: Field): boolean {
  const texts = (field: Field) => field.values.map(value => value.text);
  return a.kind === b.kind && JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}

/** Where both are lists, one list with the entries of both. */
function merged(text: string, first: Field, again: Field): Fix[] {
  const edits = mergedList(text, first, again);
  const lines = wholeLines(text, again.span);
  if (edits === null || lines === null) return [];
  const removal = { span: lines, newText: '' };
  return [
    { title: `Merge both lists of \`${first.name}\``, safe: false, edits: [...edits, removal] },
  ];
}

function shownValue(field: Field): string {
  const text = field.values.map(value => value.text.replace(/\s+/gu, ' ').trim()).join(', ');
  const shown = field.kind === 'list' ? `[${text}]` : text;
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
