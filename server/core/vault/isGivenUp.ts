/** Whether nobody holds a claim, a belief or a position any more, so that nothing has to be mended in it. */
import { fieldOf, textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';

const OVER = new Set(['retired', 'superseded', 'abandoned', 'closed']);

export function isGivenUp(note: Note): boolean {
  const { frontmatter } = note;
  const successors = fieldOf(frontmatter, 'superseded_by')?.values ?? [];
  return isOver(note) || successors.some(({ data }) => data !== null && data !== '');
}

/** Whether its status says so. */
export function isOver({ frontmatter }: Note): boolean {
  return OVER.has(textOf(frontmatter, 'status')?.trim().toLowerCase() ?? '');
}
