/** Reads one scalar of flat front matter as YAML's core schema does, or refuses what could mean anything else. */
import type { Value } from './frontmatter';

/** Characters that cannot begin a plain scalar, or may make a number or null of it. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`+.~=<]/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;

/** Whether YAML reads a plain word as something other than text, or might. */
export function meansNoText(word: string): boolean {
  return /^(?:null|true|false)$/i.test(word);
}

/** What stands from `start` to `end` without outer blanks; `base` is where the source begins in the note. */
export function flatScalar(
  source: string,
  start: number,
  end: number,
  base: number,
  inFlow: boolean,
): Value | null {
  const written = source.slice(start, end);
  const span = { start: base + start, end: base + end };
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const text = written.slice(1, -1);
    if (written.length < 2 || written.at(-1) !== quote) return null;
    if (text.includes(quote) || (quote === '"' && text.includes('\\'))) return null;
    const inner = { start: span.start + 1, end: span.end - 1 };
    return { text, span, inner, style: quote === '"' ? 'double' : 'single', data: text };
  }
  if (written === '' || INDICATOR.test(written) || meansNoText(written)) return null;
  if (written.includes(': ') || written.endsWith(':') || written.includes(' #')) return null;
  if (inFlow && /[,[\]{}:#]/.test(written)) return null;
  let data: string | number = written;
  if (/^\d/.test(written)) {
    // No number has a blank in it, and a date is text.
    if (INTEGER.test(written)) data = Number(written);
    else if (!DATE.test(written) && !written.includes(' ')) return null;
  }
  return { text: written, span, inner: span, style: 'plain', data };
}
