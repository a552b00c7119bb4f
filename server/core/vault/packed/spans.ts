/** Spans as bytes, counted from what stands before them. */
import type { Span } from '../../text/span';
import type { ByteReader, ByteWriter } from './bytes';

export function writeSpan(to: ByteWriter, { start, end }: Span, at: number): void {
  to.signed(start - at);
  to.signed(end - start);
}

export function readSpan(from: ByteReader, at: number): Span {
  const start = at + from.signed();
  return { start, end: start + from.signed() };
}

/** Each counts from the end of the one before it. */
export function writeSpans(to: ByteWriter, spans: readonly Span[]): void {
  to.number(spans.length);
  let at = 0;
  for (const span of spans) {
    writeSpan(to, span, at);
    at = span.end;
  }
}

export function readSpans(from: ByteReader): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (let left = from.count(); left > 0; left--) {
    const span = readSpan(from, at);
    spans.push(span);
    at = span.end;
  }
  return spans;
}
