/** Splits a Markdown body into leaf blocks as CommonMark 0.31 does (sections 4 and 5), with Obsidian's `%%` comments. */
import { LineCursor } from './cursor';
import {
  type HtmlKind,
  htmlStart,
  isDelimiterRow,
  isThematicBreak,
  listMarkerWidth,
  setextLevel,
} from './markers';
import type { Span } from './span';

export interface Block {
  readonly kind: 'text' | 'heading' | 'code' | 'html' | 'comment';
  /** From the first line's content to the end of the last line, without its line end. */
  readonly span: Span;
  /** A heading's level, 1 to 6, and where its text stands. */
  readonly heading: { readonly level: number; readonly content: Span } | null;
}

type Container =
  | { readonly quote: true }
  // An item that begins with a blank line is `empty` until something stands in it; a second blank line ends it.
  | { readonly quote: false; readonly indent: number; empty: boolean };

/** Lines that are read into one block. */
class Leaf {
  /** Cells cannot share a code span: each line of a table counts for itself. */
  table = false;

  constructor(
    readonly kind: Exclude<Block['kind'], 'heading'>,
    readonly start: number,
    public end: number,
    /** How the block ends; code without a fence is indented. */
    readonly fence: string | null = null,
    readonly html: HtmlKind | null = null,
  ) {}
}

/** What is deeper is read as the text that it looks like; each line is held against every quote and list around it. */
const MAX_DEPTH = 100;

const ATX = /^(#{1,6})(?:[ \t]+|$)/;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;

const QUOTE_MARK = 0x3e;
/** With what the lines of leaves begin that are no text, items of lists, and rows below the head of a table. */
const LEAF_MARKS = tableOf('#`~%<-*_=');
const ITEM_MARKS = tableOf('-+*0123456789');
const ROW_MARKS = tableOf('|:-');
/** Any other character begins a line of text, where the line is not indented. */
const MARKS = tableOf('\t >#`~%<-*_=+0123456789|:');

/** Holds 1 at the code unit of each. */
function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const each of characters) table[each.charCodeAt(0)] = 1;
  return table;
}

/** The leaf blocks of `text` from `start`, in order. Never throws. */
export function scanBlocks(text: string, start: number): Block[] {
  const scanner = new Scanner(text);
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    scanner.line(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    at = end + 1;
  }
  scanner.close(0);
  return scanner.blocks;
}

class Scanner {
  readonly blocks: Block[] = [];
  private containers: Container[] = [];
  private leaf: Leaf | null = null;
  private readonly cursor: LineCursor;

  constructor(private readonly text: string) {
    this.cursor = new LineCursor(text);
  }

  line(start: number, end: number): void {
    if (this.isPlain(start, end)) {
      if (start === end) this.close(0);
      else if (this.leaf === null) this.leaf = new Leaf('text', start, end);
      else this.leaf.end = end;
      return;
    }
    const { cursor } = this;
    cursor.enter(start, end);
    const matched = this.matchContainers(cursor);
    const all = matched === this.containers.length;
    if (all && this.goesOn(cursor)) return;
    if (this.leaf !== null && this.leaf.kind !== 'text') this.close(matched);
    if (cursor.isBlank()) this.close(matched);
    else this.open(cursor, matched, all);
  }

  /** Whether the line is nothing but text, or nothing, and stands in no quote, list, code or the like. Most lines do. */
  private isPlain(start: number, end: number): boolean {
    if (this.containers.length > 0 || (this.leaf !== null && this.leaf.kind !== 'text'))
      return false;
    return start === end || MARKS[this.text.charCodeAt(start)] !== 1;
  }

  /** Ends the open leaf and all containers deeper than `depth`. */
  close(depth: number): void {
    const leaf = this.leaf;
    this.leaf = null;
    if (this.containers.length > depth) this.containers.length = depth;
    if (leaf === null) return;
    if (!leaf.table) {
      this.add(leaf.kind, leaf.start, leaf.end);
      return;
    }
    for (let at = leaf.start; at < leaf.end; ) {
      const newline = this.text.indexOf('\n', at);
      const end = newline < 0 ? leaf.end : Math.min(newline, leaf.end);
      this.add('text', at, end);
      at = end + 1;
    }
  }

  private matchContainers(cursor: LineCursor): number {
    let matched = 0;
    for (const container of this.containers) {
      if (container.quote) {
        if (!takeQuote(cursor)) break;
      } else if (cursor.isBlank()) {
        if (container.empty) break;
      } else {
        if (cursor.indent() < container.indent) break;
        cursor.takeIndent(container.indent);
        container.empty = false;
      }
      matched++;
    }
    return matched;
  }

  /** Code, comments and HTML go on until their own end. Returns whether the line was theirs. */
  private goesOn(cursor: LineCursor): boolean {
    const leaf = this.leaf;
    if (leaf === null || leaf.kind === 'text') return false;
    const blank = cursor.isBlank();
    if (leaf.html !== null) {
      if (leaf.html.end === null && blank) return false;
      leaf.end = cursor.end;
      if (leaf.html.end?.test(cursor.rest()) === true)
        this.endHtml(leaf.html, this.containers.length);
      return true;
    }
    if (leaf.fence === null) {
      // Blank lines belong to indented code only where more of it follows.
      if (!blank && cursor.indent() < 4) return false;
      if (!blank) leaf.end = cursor.end;
      return true;
    }
    leaf.end = cursor.end;
    const ends =
      leaf.kind === 'comment' ? cursor.rest().includes('%%') : closesFence(cursor, leaf.fence);
    if (ends) this.close(this.containers.length);
    return true;
  }

  private open(cursor: LineCursor, matched: number, all: boolean): void {
    let depth = matched;
    for (;;) {
      // A paragraph may go on here even where its containers do not (a lazy continuation line).
      const lazy = this.leaf !== null && depth === matched;
      const indent = cursor.indent();
      if (indent >= 4) {
        if (lazy) break;
        this.start(new Leaf('code', cursor.offset, cursor.end), depth);
        return;
      }
      const deeper = depth < MAX_DEPTH;
      if (deeper && takeQuote(cursor)) {
        this.push({ quote: true }, depth++);
        if (cursor.isBlank()) return;
        continue;
      }
      cursor.takeIndent(indent);
      if (this.openLeaf(cursor, depth, lazy, lazy && all)) return;
      const width =
        deeper && ITEM_MARKS[cursor.mark()] === 1 ? listMarkerWidth(cursor.rest(), lazy && all) : 0;
      if (width === 0) break;
      cursor.take(width);
      const blanks = cursor.indent();
      const padding = cursor.isBlank() || blanks > 4 ? 1 : blanks;
      cursor.takeIndent(padding);
      const empty = cursor.isBlank();
      this.push({ quote: false, indent: indent + width + padding, empty }, depth++);
      if (empty) return;
    }
    this.addText(cursor, depth, depth === matched);
  }

  /** Opens what its first line shows. Returns whether the line was used up. */
  private openLeaf(cursor: LineCursor, depth: number, lazy: boolean, direct: boolean): boolean {
    if (LEAF_MARKS[cursor.mark()] !== 1) return false;
    const rest = cursor.rest();
    const { offset: start, end } = cursor;
    const underline = direct && this.leaf !== null ? setextLevel(rest) : 0;
    if (underline > 0 && this.leaf !== null) {
      const content = { start: this.leaf.start, end: this.leaf.end };
      this.leaf = null;
      this.heading({ start: content.start, end }, underline, content);
      return true;
    }
    if (isThematicBreak(rest)) {
      this.close(depth);
      return true;
    }
    const hashes = ATX.exec(rest);
    if (hashes !== null) {
      this.close(depth);
      const content = { start: start + hashes[0].length, end };
      this.heading({ start, end }, hashes[1]?.length ?? 1, content);
      return true;
    }
    const fence = FENCE.exec(rest)?.[0];
    if (fence !== undefined) {
      this.start(new Leaf('code', start, end, fence), depth);
      return true;
    }
    if (rest.startsWith('%%') && !rest.includes('%%', 2)) {
      this.start(new Leaf('comment', start, end, '%%'), depth);
      return true;
    }
    const html = htmlStart(rest, lazy);
    if (html === null) return false;
    this.start(new Leaf(html.opaque ? 'comment' : 'html', start, end, null, html), depth);
    if (html.end?.test(rest.slice(2)) === true) this.endHtml(html, depth);
    return true;
  }

  /** To CommonMark the rest of a comment's last line is HTML too, but its author means the links there. */
  private endHtml(html: HtmlKind, depth: number): void {
    const leaf = this.leaf;
    this.close(depth);
    if (leaf === null || html.end === null) return;
    const line = Math.max(this.text.lastIndexOf('\n', leaf.end - 1) + 1, leaf.start);
    const match = html.end.exec(this.text.slice(line, leaf.end));
    const start = line + (match === null ? leaf.end : match.index + match[0].length);
    if (start < leaf.end) this.add('html', start, leaf.end);
  }

  private addText(cursor: LineCursor, depth: number, goesOn: boolean): void {
    cursor.takeIndent(cursor.indent());
    if (this.leaf === null || !goesOn) {
      this.start(new Leaf('text', cursor.offset, cursor.end), depth);
      return;
    }
    if (ROW_MARKS[cursor.mark()] === 1 && isDelimiterRow(cursor.rest())) this.leaf.table = true;
    this.leaf.end = cursor.end;
  }

  private add(kind: Block['kind'], start: number, end: number): void {
    this.blocks.push({ kind, span: { start, end }, heading: null });
  }

  private heading(span: Span, level: number, content: Span): void {
    this.blocks.push({ kind: 'heading', span, heading: { level, content } });
  }

  private start(leaf: Leaf, depth: number): void {
    this.close(depth);
    this.leaf = leaf;
  }

  private push(container: Container, depth: number): void {
    this.close(depth);
    this.containers.push(container);
  }
}

/** Takes a `>` behind at most three blanks, and the one blank behind it. */
function takeQuote(cursor: LineCursor): boolean {
  const indent = cursor.indent();
  if (cursor.mark() !== QUOTE_MARK || indent > 3) return false;
  cursor.takeIndent(indent);
  cursor.take(1);
  cursor.takeIndent(1);
  return true;
}

function closesFence(cursor: LineCursor, fence: string): boolean {
  const mark = cursor.rest().trimEnd();
  if (cursor.indent() > 3 || mark.length < fence.length) return false;
  return mark === fence.charAt(0).repeat(mark.length);
}
