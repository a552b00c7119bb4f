/** Names a note in a relation that a note does not have yet. */
import { fieldOf } from '../../text/frontmatter';
import type { TextEdit } from '../../text/span';
import { yamlScalar } from '../../text/yamlText';
import type { FixPlace } from '../rule';
import { readable } from './expected';
import { insertedLine, lineEndOf } from './frontmatterText';

/** `null` where the field stands there already, or where front matter has no room for a line. */
export function newEntry(place: FixPlace, field: string, target: string): TextEdit | null {
  const frontmatter = readable(place);
  if (frontmatter === null || fieldOf(frontmatter, field) !== undefined) return null;
  const line = `${field}:${lineEndOf(place.text)}  - ${yamlScalar(target)}`;
  return insertedLine(place.text, frontmatter, place.type, field, line);
}
