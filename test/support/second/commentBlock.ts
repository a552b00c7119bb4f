/** Obsidian's comments of whole blocks, for the reference parser. */
import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types';
import { eat, isEol, PERCENT } from './tokens';

/** `%%` that begins a line, without another behind it, opens a block to the line with the next, or to the end. */
export const commentBlock: Construct = {
  name: 'commentBlock',
  concrete: true,
  tokenize(this: TokenizeContext, effects, ok, nok) {
    let before: Code = null;
    const open: State = code => {
      if (code !== PERCENT) return nok(code);
      eat(effects, code);
      return firstLine;
    };
    const firstLine: State = code => {
      if (code === PERCENT && before === PERCENT) return nok(code);
      before = code;
      // Whether it may end a paragraph is all that is asked then.
      if (this.interrupt && (code === null || isEol(code))) return end(code);
      if (code === null || isEol(code)) return lineEnd(code);
      eat(effects, code);
      return firstLine;
    };
    const lineEnd: State = code =>
      code === null ? end(code) : effects.check(nextLine, start, end)(code);
    const start: State = code => {
      before = null;
      eat(effects, code);
      return inside;
    };
    const inside: State = code => {
      if (code === null || isEol(code)) return lineEnd(code);
      const closes = code === PERCENT && before === PERCENT;
      before = code;
      eat(effects, code);
      return closes ? tail : inside;
    };
    const tail: State = code => {
      if (code === null || isEol(code)) return end(code);
      eat(effects, code);
      return tail;
    };
    const end: State = code => {
      effects.exit('comment');
      return ok(code);
    };
    return code => {
      effects.enter('comment');
      eat(effects, code);
      return open;
    };
  },
};

/** Whether the next line still belongs to the quote or list item that the block is in. */
const nextLine: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects, ok, nok) {
    return code => {
      eat(effects, code);
      return next => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
    };
  },
};
