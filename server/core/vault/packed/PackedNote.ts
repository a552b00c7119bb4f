/** A note out of its bytes, of which only the parts that are asked for are read, each once. */
import { type Frontmatter, textIn, textOf } from '../../text/frontmatter';
import type { LineStarts } from '../../text/lines';
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import { type Body, mayBeFaulty, readBody } from './body';
import { ByteReader, DamagedNote } from './bytes';
import { readFieldNamed, readFrontmatter } from './frontmatter';
import { readFieldLinks, readLinks, readLinksMarked } from './links';
import { TextReader } from './texts';

const PARTS = 5;

export class PackedNote implements Note {
  /** Where each part ends, the header first. */
  private readonly ends: readonly number[];
  private knownTexts: TextReader | undefined;
  private knownLinks: readonly Link[] | undefined;
  private knownFrontmatter: Frontmatter | null | undefined;
  private knownBody: Body | undefined;
  private knownLines: LineStarts | undefined;

  /** Throws `DamagedNote` where the bytes do not have the length they tell. */
  constructor(
    readonly path: string,
    private readonly bytes: Uint8Array,
  ) {
    const header = new ByteReader(bytes, 0);
    const ends = [0];
    for (let part = 1; part <= PARTS; part++) ends.push(header.number());
    let end = 0;
    for (let part = 0; part <= PARTS; part++) {
      end += part === 0 ? header.at : (ends[part] ?? 0);
      ends[part] = end;
    }
    this.ends = ends;
    if (end > bytes.length) throw new DamagedNote('parts are missing');
  }

  /** Reads all of it; throws `DamagedNote` where that fails, and so it never does later. */
  check(): void {
    this.texts.check();
    void [this.links, this.frontmatter, this.rest, this.lines];
  }

  get links(): readonly Link[] {
    this.knownLinks ??= this.read(0, from => readLinks(from, this.texts));
    return this.knownLinks;
  }

  /** The links that may mean a name with one of these marks, and few others, without keeping them. */
  linksMarked(marks: ReadonlySet<number>): readonly Link[] {
    let texts: TextReader | undefined;
    const textsOnce = () => {
      texts ??= this.fewTexts;
      return texts;
    };
    return readLinksMarked(new ByteReader(this.bytes, this.start(0)), textsOnce, marks);
  }

  /** The links of its front matter, without keeping them. */
  get fieldLinks(): readonly Link[] {
    return this.knownLinks ?? readFieldLinks(new ByteReader(this.bytes, this.start(0)), this.texts);
  }

  /** What `textOf` tells, without keeping it. */
  textOf(name: string): string | undefined {
    if (this.knownFrontmatter !== undefined) return textOf(this.knownFrontmatter, name);
    if (this.start(1) === this.start(2)) return undefined;
    const from = new ByteReader(this.bytes, this.start(1));
    return textIn(readFieldNamed(from, this.fewTexts, name));
  }

  get frontmatter(): Frontmatter | null {
    if (this.knownFrontmatter !== undefined) return this.knownFrontmatter;
    const none = this.start(1) === this.start(2);
    this.knownFrontmatter = none ? null : this.read(1, from => readFrontmatter(from, this.texts));
    return this.knownFrontmatter;
  }

  get lines(): LineStarts {
    this.knownLines ??= this.read(3, from => this.readLines(from));
    return this.knownLines;
  }

  get fault(): Body['fault'] {
    return this.isFaulty ? this.rest.fault : null;
  }

  get misplaced(): Body['misplaced'] {
    return this.isFaulty ? this.rest.misplaced : null;
  }

  get headings(): Body['headings'] {
    return this.rest.headings;
  }

  get blocks(): Body['blocks'] {
    return this.rest.blocks;
  }

  get body(): number {
    return this.rest.body;
  }

  get code(): Body['code'] {
    return this.rest.code;
  }

  get signs(): Body['signs'] {
    return this.rest.signs;
  }

  /** Every check of a note asks for its faults: most have none, and nothing else is read of these. */
  private get isFaulty(): boolean {
    return mayBeFaulty(this.bytes[this.start(2)]);
  }

  private get rest(): Body {
    this.knownBody ??= this.read(2, from => readBody(from, this.texts));
    return this.knownBody;
  }

  private get texts(): TextReader {
    this.knownTexts ??= new TextReader(this.bytes, this.start(4), this.start(5));
    return this.knownTexts;
  }

  /** For what is read without being kept. */
  private get fewTexts(): TextReader {
    return this.knownTexts ?? new TextReader(this.bytes, this.start(4), this.start(5), true);
  }

  private readLines(from: ByteReader): LineStarts {
    const starts: number[] = [];
    const end = this.start(4);
    let at = 0;
    while (from.at < end) {
      at += from.number();
      starts.push(at);
    }
    return Uint32Array.from(starts);
  }

  private start(part: number): number {
    return this.ends[part] ?? 0;
  }

  private read<Part>(part: number, read: (from: ByteReader) => Part): Part {
    const from = new ByteReader(this.bytes, this.start(part));
    const found = read(from);
    if (from.at !== this.start(part + 1)) throw new DamagedNote('a part has another length');
    return found;
  }
}

/** What `textOf` tells of a note, packed or not. */
export function textOfNote(note: Note | null, name: string): string | undefined {
  return note instanceof PackedNote ? note.textOf(name) : textOf(note?.frontmatter ?? null, name);
}
