/** Edits of a text and edits of what they make of it, as one list of edits of the first text. */
import { type Span, span, type TextEdit } from './span';

/** What an edited text is made of, in order: spans of the original, and new text. */
type Piece = Span | string;

/** `first` edits `original`, `second` edits the text that `first` makes. In order; none touches another, none does nothing. */
export function composeEdits(
  original: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  const pieces = spliced(spliced([span(0, original.length)], first), second);
  return editsOf(original.length, pieces).filter(
    edit => original.slice(edit.span.start, edit.span.end) !== edit.newText,
  );
}

/**
 * Where a span of the edited text stands in the original: all of an edit's span where it reaches into new text, and all
 * that was taken out where it is empty.
 */
export function originalSpan(edits: readonly TextEdit[], { start, end }: Span): Span {
  const empty = start === end;
  return span(
    originalOffset(edits, start, 'start', !empty),
    originalOffset(edits, end, 'end', empty),
  );
}

/** `behind`: of text taken out just there, the offset is meant to stand behind it. */
function originalOffset(
  edits: readonly TextEdit[],
  offset: number,
  side: keyof Span,
  behind: boolean,
): number {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    const start = edit.span.start + shift;
    if (offset < start || (offset === start && !behind)) break;
    if (offset < start + edit.newText.length) return edit.span[side];
    shift = start + edit.newText.length - edit.span.end;
  }
  return offset - shift;
}

function spliced(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let position = 0;
  const upTo = (end: number): Piece[] => {
    const taken: Piece[] = [];
    while (position < end) {
      const piece = rest.pop();
      if (piece === undefined) break;
      const [head, tail] = cut(piece, end - position);
      if (tail !== null) rest.push(tail);
      position += lengthOf(head);
      taken.push(head);
    }
    return taken;
  };
  for (const edit of inOrder(edits)) {
    result.push(...upTo(edit.span.start), edit.newText);
    upTo(edit.span.end);
  }
  return [...result, ...upTo(Number.POSITIVE_INFINITY)];
}

function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  let newText = '';
  for (const piece of [...pieces, span(length, length)]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (newText !== '' || piece.start > position) {
      edits.push({ span: span(position, piece.start), newText });
    }
    position = piece.end;
    newText = '';
  }
  return edits;
}

function cut(piece: Piece, length: number): [head: Piece, tail: Piece | null] {
  if (lengthOf(piece) <= length) return [piece, null];
  if (typeof piece === 'string') return [piece.slice(0, length), piece.slice(length)];
  const middle = piece.start + length;
  return [span(piece.start, middle), span(middle, piece.end)];
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
