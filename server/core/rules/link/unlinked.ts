/** Takes the brackets of a link away and leaves what it shows. */
import type { Link } from '../../text/links';
import type { TextEdit } from '../../text/span';

/** `null` in front matter, where an entry without brackets is a link as well, and for what shows no text of its own. */
export function unlinked({ field, embed, form, alias, target, span }: Link): TextEdit | null {
  if (field !== null || embed || form === 'plain') return null;
  // The definition of a reference shows nothing.
  if (form === 'markdown') return alias === null ? null : { span, newText: alias };
  return { span, newText: alias ?? (target.written || (target.fragment ?? '')) };
}
