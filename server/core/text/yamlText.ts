/** Writes a value into front matter so that YAML reads back what was meant. */
import { encoded } from './destination';
import type { Value } from './frontmatter';
import type { Link } from './links';
import type { TextEdit } from './span';

const PLAIN = /^[\p{L}\p{N}_/(][^\p{C}]*$/u;
// What would be read as something other than text, or as the end of the value.
const SPECIAL =
  /: |:$| #|^(?:true|false|null|yes|no|on|off|~)$|[[\]{},]|^[\d.+-]+(?:e[\d+-]+)?$|^0[xo][\da-f]+$|\s$/iu;

/** A scalar that stands where no quotes are yet. */
export function yamlScalar(text: string): string {
  return PLAIN.test(text) && !SPECIAL.test(text) ? text : quoted(text);
}

export function quoted(text: string): string {
  return `"${escapeDouble(text)}"`;
}

/** Text for inside quotes that are there already; for other styles as it is. */
export function insideQuotes(text: string, style: Link['quoting']): string {
  if (style === 'double') return escapeDouble(text);
  if (style === 'single') return text.replace(/'/gu, "''");
  return text;
}

/** The edit that puts another word in the place of a value, in the quotes that it has, or in quotes where it needs them. */
export function wordEdit({ inner, style }: Value, word: string): TextEdit {
  const bare = style === 'plain' || style === 'block';
  const newText = bare ? yamlScalar(word) : insideQuotes(word, style);
  return { span: inner, newText };
}

/** The edit that makes a link lead to `target`, in its own form and quoting; `.md` stays where it was written. */
export function retarget(link: Link, target: string): TextEdit {
  const { form, quoting } = link;
  const { span } = link.target;
  const whole = asWritten(link, target);
  if (form === 'markdown') return { span, newText: encoded(whole, quoting === 'angle') };
  const bare = form === 'plain' && (quoting === 'plain' || quoting === 'block');
  return { span, newText: bare ? yamlScalar(whole) : insideQuotes(whole, quoting) };
}

/** The target with `.md` where the link has it now. */
export function asWritten({ target: { written } }: Link, target: string): string {
  return isNotePath(written) && !isNotePath(target) && target !== '' ? `${target}.md` : target;
}

function isNotePath(written: string): boolean {
  return /\.(?:md|markdown)$/iu.test(written);
}

/** Inside double quotes. */
function escapeDouble(text: string): string {
  return text
    .replace(/[\\"]/gu, '\\$&')
    .replace(/\n/gu, '\\n')
    .replace(
      /\p{Cc}/gu,
      control => `\\x${(control.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
    );
}
