/** Reads one scalar of flat front matter as YAML's core schema does, or refuses what could mean anything else. */
import type { Value } from './frontmatter';

/** Characters that cannot begin a plain scalar, or may make a number or null of it. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`+.~=<';
/** A date, or other words that begin so: numbers have a dash only in front or behind an `e`. */
const DASHED = /^\d+-/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;

/** Whether YAML reads a plain word as something other than text, or might. */
export function meansNoText(word: string): boolean {
  return (word.length === 4 || word.length === 5) && /^(?:null|true|false)$/i.test(word);
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
  const quote = written.charAt(0);
  if (quote === '"' || quote === "'") {
    const text = written.slice(1, -1);
    if (written.length < 2 || !written.endsWith(quote)) return null;
    if (text.includes(quote) || (quote === '"' && text.includes('\\'))) return null;
    const inner = { start: span.start + 1, end: span.end - 1 };
    return { text, span, inner, style: quote === '"' ? 'double' : 'single', data: text };
  }
  if (quote === '' || INDICATORS.includes(quote)) return null;
  if (written.includes(': ') || written.endsWith(':') || written.includes(' #')) return null;
  if (inFlow && /[,[\]{}:#]/.test(written)) return null;
  const data = plainData(written, quote);
  return data === undefined ? null : { text: written, span, inner: span, style: 'plain', data };
}

/** `undefined` where a number may be meant. */
function plainData(written: string, first: string): Value['data'] | undefined {
  if (first >= '0' && first <= '9') {
    if (INTEGER.test(written)) return Number(written);
    // No number has a blank in it.
    return DASHED.test(written) || written.includes(' ') ? written : undefined;
  }
  if (!meansNoText(written)) return written;
  if (written === 'null') return null;
  return written === 'true' || written === 'false' ? written === 'true' : undefined;
}
