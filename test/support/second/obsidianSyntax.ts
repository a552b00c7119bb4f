/** What Obsidian adds to Markdown, for the reference parser: wiki links, comments and math. */
import { autolink, codeText, htmlText } from 'micromark-core-commonmark';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import { commentBlock } from './commentBlock';
import { eat, isEol, PERCENT } from './tokens';

const [BANG, DOLLAR, LESS, OPEN, BACKSLASH, CLOSE, TICK] = [33, 36, 60, 91, 92, 93, 96];

const isBlank = (code: Code): boolean => code === null || code < 0 || code === 32;
const isWord = (code: Code): boolean =>
  code !== null && code >= 0 && /[\p{L}\p{N}$]/u.test(String.fromCharCode(code));

/** `[[…]]` on one line without another `[[` inside; code and tags bind tighter, as in any link's text. */
const wikiLink: Construct = {
  name: 'wikiLink',
  tokenize(this: TokenizeContext, effects, ok, nok) {
    const tighter = { [TICK]: codeText, [LESS]: [autolink, htmlText] };
    const { line } = this.now();
    let brackets = 0;
    const open: State = code => {
      if (code !== OPEN) return nok(code);
      eat(effects, code);
      brackets++;
      return brackets === 2 ? inside : open;
    };
    const inside: State = code => {
      if (code === null || isEol(code) || this.now().line !== line) return nok(code);
      // Also behind an escaped one.
      if (code === OPEN && this.previous === OPEN) return nok(code);
      if (code !== CLOSE && code !== OPEN) return effects.attempt(tighter, inside, plain)(code);
      eat(effects, code);
      return code === CLOSE ? close : inside;
    };
    const plain: State = code => {
      eat(effects, code);
      return code === TICK ? ticks : inside;
    };
    const ticks: State = code => (code === TICK ? plain(code) : inside(code));
    const close: State = code => {
      if (code !== CLOSE) return inside(code);
      eat(effects, code);
      effects.exit('wikiLink');
      return ok;
    };
    return code => {
      effects.enter('wikiLink');
      if (code !== BANG) return open(code);
      eat(effects, code);
      return open;
    };
  },
};

/** `%%…%%` within a paragraph. */
const comment: Construct = {
  name: 'comment',
  tokenize: (effects, ok, nok) => between(effects, ok, nok, 'comment', PERCENT),
};

/** From two marks to the next two, over line ends. */
function between(
  effects: Effects,
  ok: State,
  nok: State,
  type: 'comment' | 'math',
  mark: number,
): State {
  const second = (then: State, otherwise: State): State => {
    return code => {
      if (code !== mark) return otherwise(code);
      eat(effects, code);
      return then;
    };
  };
  const inside: State = code => {
    if (code === null) return nok(code);
    eat(effects, code);
    return code === mark ? second(end, inside) : inside;
  };
  const end: State = code => {
    effects.exit(type);
    return ok(code);
  };
  return code => {
    effects.enter(type);
    eat(effects, code);
    return second(inside, nok);
  };
}

/** `$…$` in one line as Obsidian and Pandoc have it: nothing blank inside the marks, no letter or digit beside them. */
const math: Construct = {
  name: 'math',
  tokenize(this: TokenizeContext, effects, ok, nok) {
    let before: Code = null;
    const first: State = code => (isBlank(code) || code === DOLLAR ? nok(code) : inside(code));
    const inside: State = code => {
      if (code === null || isEol(code) || (code === DOLLAR && isBlank(before))) return nok(code);
      before = code;
      eat(effects, code);
      return code === DOLLAR ? behind : code === BACKSLASH ? any : inside;
    };
    const any: State = code => {
      if (code === null || isEol(code)) return nok(code);
      before = code;
      eat(effects, code);
      return inside;
    };
    const behind: State = code => {
      if (isWord(code)) return nok(code);
      effects.exit('math');
      return ok(code);
    };
    return code => {
      if (isWord(this.previous)) return nok(code);
      effects.enter('math');
      eat(effects, code);
      return first;
    };
  },
};

const display: Construct = {
  name: 'display',
  tokenize: (effects, ok, nok) => between(effects, ok, nok, 'math', DOLLAR),
};

export const obsidianSyntax: Extension = {
  text: {
    [OPEN]: wikiLink,
    [BANG]: wikiLink,
    [PERCENT]: comment,
    [DOLLAR]: [display, math],
  },
  flow: { [PERCENT]: commentBlock },
};
