/** Where a cursor stands in a list or map that is written in brackets, closed or not. */
import type { ConfigContext } from './configContext';

interface Frame {
  readonly isList: boolean;
  /** The key whose value is awaited. */
  key: string | null;
  /** Finished keys or entries. */
  readonly words: string[];
}

/** `null` where all brackets are closed before the cursor. `from` is the offset of the first bracket. */
export function flowAt(text: string, from: number, offset: number): ConfigContext | null {
  const frames: Frame[] = [];
  let start = from;
  const finish = (end: number) => {
    const frame = frames.at(-1);
    const word = bare(text.slice(start, end));
    if (frame !== undefined && word !== '' && (frame.isList || frame.key === null))
      frame.words.push(word);
    return word;
  };
  for (let at = from; at < offset; at++) {
    const character = text.charAt(at);
    const frame = frames.at(-1);
    if ((character === '"' || character === "'") && text.slice(start, at).trim() === '') {
      const close = text.indexOf(character, at + 1);
      if (close < 0 || close >= offset) break;
      at = close;
    } else if (character === '[' || character === '{') {
      frames.push({ isList: character === '[', key: null, words: [] });
      start = at + 1;
    } else if (character === ']' || character === '}') {
      frames.pop();
      if (frames.length === 0) return null;
      start = at + 1;
    } else if (character === ',') {
      finish(at);
      if (frame) frame.key = null;
      start = at + 1;
    } else if (character === ':' && /[\s,[\]{}]/u.test(text.charAt(at + 1) || ' ')) {
      const key = finish(at);
      if (frame && !frame.isList) frame.key = key;
      start = at + 1;
    }
  }
  const last = frames.at(-1);
  if (last === undefined) return null;
  const path = frames.flatMap(({ isList, key }): (string | number)[] =>
    isList ? [0] : key === null ? [] : [key],
  );
  // An open quote may have begun lines above; what is replaced stands in one.
  start = Math.max(start, text.lastIndexOf('\n', offset - 1) + 1);
  while (start < offset && /\s/u.test(text.charAt(start))) start++;
  const behind = /^(?:[^,:[\]{}\s]|:(?!\s))*/u.exec(text.slice(offset))?.[0].length ?? 0;
  const end = offset + behind;
  const colon = /^[ \t]*:/u.test(text.slice(end));
  const mayBeKey = last.isList || last.key === null;
  return {
    path,
    mayBeKey,
    colon,
    word: bare(text.slice(start, end)),
    span: { start, end },
    others: last.words,
  };
}

function bare(written: string): string {
  return written.trim().replace(/^["']|["']$/gu, '');
}
