/** Where the half-typed path of a Markdown link stands: `[text](path`, `![alt](<path`, or `[label]: path`. */
import { isLocal } from '../../text/destination';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';

export interface DestinationContext {
  /** What was typed of the path, without the angle bracket, up to the cursor or the `#`; as it stands in the text. */
  readonly path: string;
  /** What was typed behind the `#`; `null` where the cursor stands in the path. */
  readonly fragment: string | null;
  /** What is typed, the path or the fragment, on both sides of the cursor. */
  readonly replace: Span;
  /** Whether it stands in angle brackets, where blanks need not be encoded. */
  readonly angle: boolean;
  readonly image: boolean;
  /** What has to follow: the brackets that are not there. */
  readonly suffix: string;
}

/** Longer ones are no paths. */
const LONGEST = 4000;
const DEFINITION = /^ {0,3}\[(?!\^)(?:[^[\]\\]|\\.)+\]:[ \t]*(<?)([^\s<>]*|(?<=<)[^<>]*)$/u;

/** `null` where the cursor is in no path, or in the address of something on the web. `offset` is UTF-16. */
export function destinationContext(
  text: string,
  note: Note,
  offset: number,
): DestinationContext | null {
  if (offset < note.body) return null;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST);
  const before = text.slice(lineStart, offset);
  const typed = inLink(before) ?? inDefinition(before);
  if (
    typed === null ||
    (typed.written !== '' && !/^#|^\/(?!\/)/u.test(typed.written) && !isLocal(typed.written))
  )
    return null;
  const start = lineStart + typed.opening;
  if (note.code.some(code => code.start <= start && start < code.end)) return null;
  const behind = text.slice(offset, offset + LONGEST).split(/\r?\n/u, 1)[0] ?? '';
  const hash = typed.written.indexOf('#');
  const part = typed.written.slice(hash + 1);
  const { length, suffix } = rest(behind, typed, hash < 0);
  return {
    path: hash < 0 ? typed.written : typed.written.slice(0, hash),
    fragment: hash < 0 ? null : part,
    replace: { start: offset - part.length, end: offset + length },
    angle: typed.angle,
    image: typed.image,
    suffix,
  };
}

interface Typed {
  readonly written: string;
  readonly angle: boolean;
  readonly image: boolean;
  /** Whether parentheses stand around it, which have to be closed. */
  readonly inline: boolean;
  /** Where the link begins in the line. */
  readonly opening: number;
}

function inLink(before: string): Typed | null {
  const bracket = before.lastIndexOf('](');
  const opening = bracket < 0 ? -1 : openingOf(before, bracket);
  if (opening < 0) return null;
  const inside = before.slice(bracket + 2).trimStart();
  const angle = inside.startsWith('<');
  const written = angle ? inside.slice(1) : inside;
  if (angle ? /[<>]/u.test(written) : isFinished(written)) return null;
  const image = before[opening - 1] === '!' && before[opening - 2] !== '\\';
  return { written, angle, image, inline: true, opening };
}

/** Whether the parenthesis is closed, or a title begun. Blanks are none of a path's, but they part the words of a search. */
function isFinished(written: string): boolean {
  let depth = 0;
  for (const character of written) {
    if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) return true;
  }
  return /[<>]|\s["']/u.test(written);
}

/** Where the bracket opens that closes at `close`; -1 where none does. */
function openingOf(before: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (before[at - 1] === '\\' && before[at - 2] !== '\\') continue;
    if (before[at] === ']') depth++;
    else if (before[at] === '[' && --depth === 0) return at;
  }
  return -1;
}

function inDefinition(before: string): Typed | null {
  const match = DEFINITION.exec(before);
  if (match === null) return null;
  const [, angle, written = ''] = match;
  return { written, angle: angle === '<', image: false, inline: false, opening: 0 };
}

/** How much behind the cursor belongs to the part, and what is missing behind that. */
function rest(behind: string, { angle, inline }: Typed, inPath: boolean) {
  const close = inline ? ')' : '';
  if (angle) {
    const closed = /^[^<>]*>/u.exec(behind)?.[0];
    const inside = closed === undefined ? '' : closed.slice(0, -1);
    const length = inPath && inside.includes('#') ? inside.indexOf('#') : inside.length;
    return { length, suffix: closed === undefined ? `>${close}` : '' };
  }
  const length = (inPath ? /^[^\s()<>#]*/u : /^[^\s()<>]*/u).exec(behind)?.[0].length ?? 0;
  // A fragment or a title may stand between.
  const isClosed = !inline || /^[^()<>]*\)/u.test(behind.slice(length));
  return { length, suffix: isClosed ? '' : close };
}
