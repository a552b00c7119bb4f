/** Reads the flat front matter that nearly every note has, many times faster than a YAML parser, or refuses it. */
import { flatScalar, meansNoText } from './flatScalar';
import type { Field, Value } from './frontmatter';

/*
 * What is taken: `key: value` lines, with a list of scalars, one level of keys, or a literal text below; scalars plain
 * or in quotes without escapes. Everything that could mean something else to YAML is refused, and then the parser reads
 * the whole block: a differential test holds both against each other. Refusing too much costs time, taking too much
 * would be a wrong answer.
 */

// Tabs, control characters, lone carriage returns and exotic line ends have rules of their own.
const UNSURE = /[^\n\r -~\xA0-\u2027\u202A-\uFEFE\uFF00-\uFFFD]|\r(?!\n)/;
const KEY = /[A-Za-z_][A-Za-z0-9_-]{0,99}:(?= |\r?\n|$)/y;
const ITEM = / {0,8}- +(?=[^ \r\n])/y;

/** The fields of a YAML map whose text begins at `base` of the note; `null` where it is not surely flat. */
export function readFlatFields(source: string, base: number): Field[] | null {
  return source === '' || UNSURE.test(source) ? null : new FlatReader(source, base).fields();
}

class FlatReader {
  /** The line that is read: where it begins, where its text ends without the blanks behind it, where the next begins. */
  private at = 0;
  private end = 0;
  private next = 0;

  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  fields(): Field[] | null {
    const fields: Field[] = [];
    for (this.line(0); this.at < this.source.length; ) {
      if (this.isEmpty()) {
        this.line(this.next);
        continue;
      }
      const field = this.field();
      if (field === null) return null;
      fields.push(field);
    }
    return fields.length > 0 ? fields : null;
  }

  private line(at: number): void {
    const newline = this.source.indexOf('\n', at);
    this.at = at;
    this.next = newline < 0 ? this.source.length : newline + 1;
    this.end = newline < 0 ? this.source.length : newline;
    if (newline > at && this.source.charCodeAt(newline - 1) === 13) this.end--;
    while (this.end > at && this.source.charCodeAt(this.end - 1) === 32) this.end--;
  }

  /** No text and no blanks. */
  private isEmpty(): boolean {
    const code = this.source.charCodeAt(this.at);
    return code === 10 || code === 13;
  }

  private field(): Field | null {
    const { source, base, at } = this;
    const colon = this.colonBehindKey(at);
    if (colon < 0) return null;
    const name = source.slice(at, colon);
    const key = { start: base + at, end: base + colon };
    const start = this.afterBlanks(colon + 1, this.end);
    if (start < this.end) {
      const { end } = this;
      if (end - start === 1 && source[start] === '|') return this.literal(name, key, start);
      const opens = source[start] === '[';
      const values = opens ? this.flowItems(start) : this.one(start);
      if (values === null) return null;
      this.line(this.next);
      const span = { start: key.start, end: base + end };
      return { name, key, span, kind: opens ? 'list' : 'scalar', values };
    }
    // Blanks behind the colon of an empty value belong to it or not, as what follows will have it.
    const behind = source.charCodeAt(colon + 1);
    if (behind === 32) return null;
    this.line(this.next);
    const values = this.items();
    if (values === null) return null;
    const all = values.length === 0 ? this.keysBelow() : values;
    if (all === null) return null;
    const span = { start: key.start, end: all.at(-1)?.span.end ?? key.end + 1 };
    const kind = values.length > 0 ? 'list' : all.length > 0 ? 'map' : 'empty';
    return { name, key, span, kind, values: all };
  }

  /** Where the colon stands; -1 where no key does, or one that YAML may read as something other than text. */
  private colonBehindKey(at: number): number {
    KEY.lastIndex = at;
    if (!KEY.test(this.source)) return -1;
    const colon = KEY.lastIndex - 1;
    const mayMean = colon - at === 4 || colon - at === 5;
    return mayMean && meansNoText(this.source.slice(at, colon)) ? -1 : colon;
  }

  private one(start: number): Value[] | null {
    const value = flatScalar(this.source, start, this.end, this.base, false);
    return value === null ? null : [value];
  }

  /** The lines of a list, all indented alike. */
  private items(): Value[] | null {
    const values: Value[] = [];
    let indent = -1;
    for (; this.at < this.source.length; this.line(this.next)) {
      if (this.isEmpty()) continue;
      ITEM.lastIndex = this.at;
      if (!ITEM.test(this.source)) break;
      const start = ITEM.lastIndex;
      const blanks = this.afterBlanks(this.at, start) - this.at;
      if (indent < 0) indent = blanks;
      if (blanks !== indent) return null;
      const value = flatScalar(this.source, start, this.end, this.base, false);
      if (value === null) return null;
      values.push(value);
    }
    return values;
  }

  /** The values of a map inside the field, its keys all indented alike. */
  private keysBelow(): Value[] | null {
    const values: Value[] = [];
    let indent = 0;
    for (; this.at < this.source.length; this.line(this.next)) {
      if (this.isEmpty()) continue;
      const blanks = this.afterBlanks(this.at, this.end) - this.at;
      if (blanks === 0) break;
      if (indent === 0) indent = blanks;
      const colon = blanks === indent ? this.colonBehindKey(this.at + blanks) : -1;
      const start = this.afterBlanks(colon + 1, this.end);
      if (colon < 0 || start === this.end) return null;
      const value = flatScalar(this.source, start, this.end, this.base, false);
      if (value === null) return null;
      values.push({ under: this.source.slice(this.at + blanks, colon), ...value });
    }
    return values;
  }

  /** Indented lines behind a `|` that stands at `mark`. */
  private literal(name: string, key: Field['key'], mark: number): Field | null {
    const { source, base } = this;
    // The lines of a text with Windows line ends are joined otherwise.
    if (!source.endsWith('\n') || source.includes('\r')) return null;
    let text = '';
    let empty = '';
    let end = mark + 1;
    let indent = 0;
    for (this.line(this.next); this.at < source.length; this.line(this.next)) {
      if (this.isEmpty()) {
        empty += '\n';
        continue;
      }
      const blanks = this.afterBlanks(this.at, this.next) - this.at;
      if (blanks === 0 && indent > 0) break;
      if (indent === 0 && empty === '') indent = blanks;
      // A line of blanks, or with fewer of them.
      if (blanks < indent || indent === 0 || this.at + blanks >= this.end) return null;
      text += `${empty}${source.slice(this.at + indent, this.next)}`;
      empty = '';
      end = this.end;
    }
    if (indent === 0) return null;
    const span = { start: base + mark, end: base + end };
    const values: Value[] = [{ text, span, inner: span, style: 'block', data: text }];
    return { name, key, span: { start: key.start, end: span.end }, kind: 'scalar', values };
  }

  /** `[a, "b"]` on one line. */
  private flowItems(start: number): Value[] | null {
    const { source, base } = this;
    const values: Value[] = [];
    const last = this.end - 1;
    if (source[last] !== ']') return null;
    let at = this.afterBlanks(start + 1, last);
    while (at < last) {
      const quote = source[at];
      let stop = at;
      if (quote === '"' || quote === "'") {
        stop = source.indexOf(quote, at + 1) + 1;
        if (stop === 0 || stop > last) return null;
      } else {
        const comma = source.indexOf(',', at);
        stop = comma < 0 || comma > last ? last : comma;
        while (stop > at && source[stop - 1] === ' ') stop--;
      }
      const value = flatScalar(source, at, stop, base, true);
      if (value === null) return null;
      values.push(value);
      at = this.afterBlanks(stop, last);
      if (at === last) break;
      if (source[at] !== ',') return null;
      at = this.afterBlanks(at + 1, last);
      // A comma with nothing behind it.
      if (at === last) return null;
    }
    return values;
  }

  private afterBlanks(at: number, end: number): number {
    let next = at;
    while (next < end && this.source.charCodeAt(next) === 32) next++;
    return next;
  }
}
