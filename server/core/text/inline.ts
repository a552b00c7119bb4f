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

const SPECIAL = /[`\\<[\]%$]/g;
const AUTOLINK = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/iuy;
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s(?:[^"'<>`]|"[^"]*"|'[^']*')*)?\/?>/iuy;

/** `markdown` is false where only wiki links mean anything: in HTML blocks and in front matter. */
export function scanInline(text: string, block: Span, markdown: boolean, found: InlineScan): void {
  new InlineScanner(text.slice(0, block.end), found).scan(block.start, block.end, markdown);
}

/** Finds one mark after the other; each part of the text is searched once, however often it is asked from further on. */
class MarkFinder {
  private from = 0;
  private at = -1;

  constructor(
    private readonly text: string,
    private readonly mark: string,
  ) {}

  /** The text's length, or more, where no more stands. */
  find(from: number): number {
    if (this.from <= from && from <= this.at) return this.at;
    const at = this.text.indexOf(this.mark, from);
    this.from = from;
    this.at = at < 0 ? Number.MAX_SAFE_INTEGER : at;
    return this.at;
  }
}

/** Scans blocks in their order; one serves a whole text. */
export class InlineScanner {
  /** Where the next character stands that can begin anything. */
  private special = -1;
  private end = 0;
  private markdown = true;
  /** Backtick runs of these lengths have no partner further on: not looked for twice. */
  private unpaired: number[] = [];
  /** Where brackets stand open. */
  private openers: number[] = [];
  /** So many of them stand around a link: they open no other, as links hold no links, but may open an image. */
  private around = 0;
  /** The text up to the end of the block, where a pattern needs to stop there. */
  private untilEnd: string | null = null;
  private readonly closings: MarkFinder;
  private readonly openings: MarkFinder;
  private readonly lines: MarkFinder;
  private readonly backticks: MarkFinder;
  private readonly comments: MarkFinder;
  private readonly percents: MarkFinder;
  private readonly dollars: MarkFinder;

  constructor(
    private readonly text: string,
    private readonly found: InlineScan,
  ) {
    this.closings = new MarkFinder(text, ']]');
    this.openings = new MarkFinder(text, '[[');
    this.lines = new MarkFinder(text, '\n');
    this.backticks = new MarkFinder(text, '`');
    this.comments = new MarkFinder(text, '-->');
    this.percents = new MarkFinder(text, '%%');
    this.dollars = new MarkFinder(text, '$$');
  }

  /** Whether something stands from `start` on, and before `end`, that can begin anything. */
  mayHold(start: number, end: number): boolean {
    // Looked for once, or every plain block would search the whole rest of the text.
    if (this.special < start) this.special = nextSpecial(this.text, start);
    return this.special < end;
  }

  /** A block that ends with its line, or with the text. */
  scan(start: number, end: number, markdown: boolean): void {
    this.end = end;
    this.markdown = markdown;
    this.untilEnd = null;
    this.around = 0;
    if (this.openers.length > 0) this.openers = [];
    if (this.unpaired.length > 0) this.unpaired = [];
    for (let at = start; this.mayHold(at, end); ) at = this.afterMark(this.special);
  }

  private block(): string {
    this.untilEnd ??= this.text.slice(0, this.end);
    return this.untilEnd;
  }

  private afterMark(at: number): number {
    switch (this.text[at]) {
      case '\\':
        return at + 2;
      case '`':
        return this.afterBackticks(at);
      case '<':
        return this.afterAngle(at);
      case '%':
        return this.afterPair(at, '%%', this.percents);
      case '$':
        return this.text[at + 1] === '$'
          ? this.afterPair(at, '$$', this.dollars)
          : this.afterMath(at);
      case '[':
        return this.afterOpening(at);
      default:
        return this.openers.length === 0 ? at + 1 : this.afterClosing(at);
    }
  }

  private afterBackticks(at: number): number {
    const span = this.codeAt(at);
    if (span !== null) this.found.code.push(span);
    return span?.end ?? at + this.runLength(at);
  }

  private codeAt(at: number): Span | null {
    const length = this.runLength(at);
    if (!this.markdown || this.unpaired.includes(length)) return null;
    for (let next = this.backticks.find(at + length); next < this.end; ) {
      const run = this.runLength(next);
      if (run === length) return { start: at, end: next + run };
      next = this.backticks.find(next + run);
    }
    this.unpaired.push(length);
    return null;
  }

  private runLength(at: number): number {
    let length = 0;
    while (this.text[at + length] === '`') length++;
    return length;
  }

  private afterAngle(at: number): number {
    if (this.text.startsWith('<!--', at)) {
      const close = this.comments.find(at + 4);
      return close < this.end ? close + 3 : at + 4;
    }
    for (const pattern of [AUTOLINK, TAG]) {
      pattern.lastIndex = at;
      if (pattern.test(this.block())) return pattern.lastIndex;
    }
    return at + 1;
  }

  /** Steps over `%%comment%%` and `$$math$$`; a lone pair mark is text. */
  private afterPair(at: number, mark: string, marks: MarkFinder): number {
    if (!this.text.startsWith(mark, at)) return at + 1;
    const close = marks.find(at + 2);
    return close < this.end ? close + 2 : at + 2;
  }

  /** Steps over `$math$` as Pandoc and Obsidian know it: in one line, without blanks inside its marks, no sum of money. */
  private afterMath(at: number): number {
    const { text, end } = this;
    if (/[\p{L}\p{N}$]/u.test(text[at - 1] ?? '') || /\s/u.test(text[at + 1] ?? ' ')) return at + 1;
    for (let close = at + 1; close < end && text[close] !== '\n'; close++) {
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
    const close = this.closings.find(at + 2);
    if (close >= this.end) return this.open(at, 2);
    const broken = this.openings.find(at + 2) < close || this.lines.find(at + 2) < close;
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
    let at = this.backticks.find(start);
    if (at >= end) return false;
    const spans: Span[] = [];
    while (at < end) {
      const span = this.codeAt(at);
      if (span !== null && span.end > end) return true;
      if (span !== null) spans.push(span);
      at = this.backticks.find(span?.end ?? at + this.runLength(at));
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
    const destination = inlineDestination(this.block(), at + 1, this.end);
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
}

function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.test(text) ? SPECIAL.lastIndex - 1 : Number.MAX_SAFE_INTEGER;
}
