/** Scans one block's inline text for links, stepping over code spans, comments, math, tags and escapes. */
import { type Destination, inlineDestination, isLocal } from './destination';
import type { Span } from './span';

export interface Wikilink {
  /** From the first bracket (or the `!` of an embed) to behind the last. */
  readonly span: Span;
  /** What stands between the brackets. */
  readonly inner: Span;
  readonly embed: boolean;
}

/** `[text](destination)`, an image, or the definition of a reference, which has no text. */
export interface MarkdownLink {
  readonly span: Span;
  readonly label: Span | null;
  readonly destination: Destination;
  readonly embed: boolean;
}

/** What is found is appended here. */
export interface InlineScan {
  readonly wikilinks: Wikilink[];
  readonly markdownLinks: MarkdownLink[];
  readonly code: Span[];
}

const SPECIAL = /[`\\<[\]%$]/gu;
const AUTOLINK = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/iuy;
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s(?:[^"'<>`]|"[^"]*"|'[^']*')*)?\/?>/iuy;

/** Where the next character stands that can begin anything; the text's end where none does. */
export function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? text.length;
}

/** `markdown` is false where only wiki links mean anything: in HTML blocks and in front matter. */
export function scanInline(text: string, block: Span, markdown: boolean, found: InlineScan): void {
  new InlineScanner(text.slice(0, block.end), markdown, found).scan(block.start);
}

class InlineScanner {
  /** Backtick runs of these lengths have no partner further on: not looked for twice. */
  private readonly unpaired = new Set<number>();
  /** Where each mark was found last, and from where on it was looked for; `Infinity` where there is no more. */
  private readonly next = new Map<string, { readonly from: number; readonly at: number }>();
  /** Where brackets stand open. */
  private readonly openers: number[] = [];
  /** So many of them stand around a link: they open no other, as links hold no links, but may open an image. */
  private around = 0;

  /** `text` ends with the block. */
  constructor(
    private readonly text: string,
    private readonly markdown: boolean,
    private readonly found: InlineScan,
  ) {}

  scan(start: number): void {
    for (let at = start; at < this.text.length; ) {
      SPECIAL.lastIndex = at;
      const special = SPECIAL.exec(this.text);
      if (special === null) return;
      at = this.afterMark(special[0], special.index);
    }
  }

  private afterMark(mark: string, at: number): number {
    switch (mark) {
      case '\\':
        return at + 2;
      case '`':
        return this.afterBackticks(at);
      case '<':
        return this.afterAngle(at);
      case '%':
        return this.afterPair(at, '%%');
      case '$':
        return this.text[at + 1] === '$' ? this.afterPair(at, '$$') : this.afterMath(at);
      case '[':
        return this.afterOpening(at);
      default:
        return this.afterClosing(at);
    }
  }

  private afterBackticks(at: number): number {
    const span = this.codeAt(at);
    if (span !== null) this.found.code.push(span);
    return span?.end ?? at + this.runLength(at);
  }

  private codeAt(at: number): Span | null {
    const length = this.runLength(at);
    if (!this.markdown || this.unpaired.has(length)) return null;
    for (let next = this.text.indexOf('`', at + length); next >= 0; ) {
      const run = this.runLength(next);
      if (run === length) return { start: at, end: next + run };
      next = this.text.indexOf('`', next + run);
    }
    this.unpaired.add(length);
    return null;
  }

  private runLength(at: number): number {
    let length = 0;
    while (this.text[at + length] === '`') length++;
    return length;
  }

  private afterAngle(at: number): number {
    if (this.text.startsWith('<!--', at)) {
      const close = this.indexOf('-->', at + 4);
      return close < 0 ? at + 4 : close + 3;
    }
    for (const pattern of [AUTOLINK, TAG]) {
      pattern.lastIndex = at;
      const match = pattern.exec(this.text);
      if (match !== null) return at + match[0].length;
    }
    return at + 1;
  }

  /** Steps over `%%comment%%` and `$$math$$`; a lone pair mark is text. */
  private afterPair(at: number, mark: string): number {
    if (!this.text.startsWith(mark, at)) return at + 1;
    const close = this.indexOf(mark, at + 2);
    return close < 0 ? at + 2 : close + 2;
  }

  /** Steps over `$math$` as Pandoc and Obsidian know it: in one line, without blanks inside its marks, no sum of money. */
  private afterMath(at: number): number {
    const { text } = this;
    if (/[\p{L}\p{N}$]/u.test(text[at - 1] ?? '') || /\s/u.test(text[at + 1] ?? ' ')) return at + 1;
    for (let close = at + 1; close < text.length && text[close] !== '\n'; close++) {
      if (text[close] === '\\' && text[close + 1] !== '\n') close++;
      else if (text[close] === '$') {
        const ends =
          !/\s/u.test(text[close - 1] ?? ' ') && !/[\p{L}\p{N}$]/u.test(text[close + 1] ?? '');
        return ends ? close + 1 : at + 1;
      }
    }
    return at + 1;
  }

  private afterOpening(at: number): number {
    const { text } = this;
    if (text[at + 1] !== '[' || text[at + 2] === '[') return this.open(at, 1);
    const close = this.indexOf(']]', at + 2);
    if (close < 0) return this.open(at, 2);
    const other = [this.indexOf('[[', at + 2), this.indexOf('\n', at + 2)];
    const broken = other.some(each => each >= 0 && each < close);
    // Then these brackets open nothing, and what stands behind them is read as any text, escapes and all.
    if (broken || this.codeCrosses(at + 2, close)) return this.open(at, 2);
    if (text.slice(at + 2, close).trim() !== '') {
      const embed = this.isEmbed(at);
      const span = { start: embed ? at - 1 : at, end: close + 2 };
      this.found.wikilinks.push({ span, inner: { start: at + 2, end: close }, embed });
    }
    return close + 2;
  }

  /** Code binds tighter than brackets: a span that begins inside them and ends behind them takes them away. */
  private codeCrosses(start: number, end: number): boolean {
    const spans: Span[] = [];
    for (let at = this.indexOf('`', start); at >= 0 && at < end; ) {
      const span = this.codeAt(at);
      if (span !== null && span.end > end) return true;
      if (span !== null) spans.push(span);
      at = this.indexOf('`', span?.end ?? at + this.runLength(at));
    }
    for (const span of spans) this.found.code.push(span);
    return false;
  }

  private open(at: number, count: number): number {
    if (this.markdown) for (let each = 0; each < count; each++) this.openers.push(at + each);
    return at + count;
  }

  private afterClosing(at: number): number {
    const opener = this.openers.pop();
    if (opener === undefined) return at + 1;
    const embed = this.isEmbed(opener);
    const closed = this.openers.length < this.around && !embed;
    this.around = Math.min(this.around, this.openers.length);
    if (closed || this.text[at + 1] !== '(') return at + 1;
    const destination = inlineDestination(this.text, at + 1, this.text.length);
    if (destination === null) return at + 1;
    if (!embed) this.around = this.openers.length;
    const { start, end } = destination.span;
    if (isLocal(this.text.slice(start, end))) {
      const span = { start: embed ? opener - 1 : opener, end: destination.end };
      const label = { start: opener + 1, end: at };
      this.found.markdownLinks.push({ span, label, destination, embed });
    }
    return destination.end;
  }

  private isEmbed(at: number): boolean {
    if (this.text[at - 1] !== '!') return false;
    let escapes = 0;
    while (this.text[at - 2 - escapes] === '\\') escapes++;
    return escapes % 2 === 0;
  }

  /** As of the text, but each part of it is searched once, however often it is asked from further on. */
  private indexOf(mark: string, from: number): number {
    const known = this.next.get(mark);
    if (known !== undefined && known.from <= from && from <= known.at)
      return Number.isFinite(known.at) ? known.at : -1;
    const at = this.text.indexOf(mark, from);
    this.next.set(mark, { from, at: at < 0 ? Number.POSITIVE_INFINITY : at });
    return at;
  }
}
