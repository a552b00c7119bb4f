/** Front matter that is lost because its first line is not `---`. */

import type { Rule } from '../rule';
import { lineEndOf } from './frontmatterText';

export const notFirst: Rule = {
  code: 'frontmatter/not-first',
  severity: 'error',
  alone: true,
  summary: 'Front matter that does not begin with `---` on the very first line.',
  docs:
    'Front matter is front matter only where its `---` is the very first line. A blank line or a stray word above it, or another ' +
    'mark in its place, makes it ordinary text, and the note loses its type and all that it says of itself. The fix takes blank ' +
    'lines away, moves words below the block, and writes the mark as it must be.',
  check({ note: { misplaced } }) {
    if (misplaced === null) return [];
    const { shown, kind } = misplaced;
    const message =
      kind === 'before'
        ? 'The front matter is not read: its `---` must be the first line of the note.'
        : 'The front matter is not read: a line `---` must open it.';
    return [{ span: shown, message }];
  },
  fix({ note: { misplaced }, text }) {
    if (misplaced === null) return [];
    const { span, kind, end } = misplaced;
    if (kind === 'opening') {
      const newText = span.end > span.start ? '---' : `---${lineEndOf(text)}`;
      return [{ title: 'Open the block with `---`', safe: true, edits: [{ span, newText }] }];
    }
    const words = text.slice(span.start, span.end);
    const removal = { span, newText: '' };
    if (words.trim() === '') {
      return [{ title: 'Remove what stands before it', safe: true, edits: [removal] }];
    }
    const lead = text[end - 1] === '\n' ? '' : lineEndOf(text);
    const newText = lead + words.replace(/(?<=\n)[ \t]+$/u, '');
    const insertion = { span: { start: end, end }, newText };
    return [{ title: 'Move these words below it', safe: false, edits: [removal, insertion] }];
  },
};
