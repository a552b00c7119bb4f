/** What the additions to the reference parser share: their tokens, and how a character becomes one. */
import type { Code, Effects } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    comment: 'comment';
    math: 'math';
  }
}

export const PERCENT = 37;

export const isEol = (code: Code): boolean => code !== null && code < -2;

/** One character of text, or one line end. */
export function eat(effects: Effects, code: Code): void {
  const type = isEol(code) ? 'lineEnding' : 'data';
  effects.enter(type);
  effects.consume(code);
  effects.exit(type);
}
