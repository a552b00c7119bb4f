/** A note that could not be read as text. */
import type { Rule } from '../rule';

export const unreadableNote: Rule = {
  code: 'note/unreadable',
  severity: 'error',
  alone: true,
  summary: 'A note that is not UTF-8 text, is too large, or may not be read.',
  docs: 'Links to it work by its file name; what it says is not known, and nothing in it is ever changed.',
  check({ vault, path }) {
    const problem = vault.problem(path);
    return problem === null ? [] : [{ span: { start: 0, end: 0 }, message: problem }];
  },
  fix: () => [],
};
