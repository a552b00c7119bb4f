/** The part of a link that says where it leads: target and fragment, without brackets and alias. */
import type { Link } from '../../text/links';
import type { Span } from '../../text/span';

export function hrefSpan({ target }: Link): Span {
  return { start: target.span.start, end: (target.fragmentSpan ?? target.span).end };
}
