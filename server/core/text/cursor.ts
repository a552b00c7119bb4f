/** A place in one line that counts columns, so that a tab reaches to the next multiple of four. */
export class LineCursor {
  /** UTF-16 offset of the next character. */
  offset = 0;
  /** UTF-16 offset of the line's end. */
  end = 0;
  /** UTF-16 offset of the first character behind the white space ahead; the line's end where none stands. */
  first = 0;
  private column = 0;
  /** Columns of a tab that are not taken yet, though its character is. */
  private pending = 0;
  /** The column of `first`. */
  private firstColumn = 0;

  constructor(private readonly text: string) {}

  /** Goes to the beginning of a line. */
  enter(offset: number, end: number): void {
    this.offset = offset;
    this.end = end;
    this.column = 0;
    this.pending = 0;
    this.look();
  }

  private look(): void {
    let column = this.column + this.pending;
    let at = this.offset;
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 32) column++;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.first = at;
    this.firstColumn = column;
  }

  /** Columns of white space ahead. */
  indent(): number {
    return this.firstColumn - this.column;
  }

  /** The code unit behind the white space ahead; `NaN` or a line end where none stands. */
  mark(): number {
    return this.text.charCodeAt(this.first);
  }

  /** What follows the white space ahead. */
  rest(): string {
    return this.text.slice(this.first, this.end);
  }

  isBlank(): boolean {
    return this.first === this.end;
  }

  /** Takes up to `columns` of white space; part of a tab may remain. */
  takeIndent(columns: number): void {
    const target = Math.min(this.column + columns, this.firstColumn);
    const held = Math.min(this.pending, target - this.column);
    this.column += held;
    this.pending -= held;
    while (this.column < target) {
      const width = this.text.charCodeAt(this.offset) === 9 ? 4 - (this.column % 4) : 1;
      const taken = Math.min(width, target - this.column);
      this.offset++;
      this.column += taken;
      this.pending = width - taken;
    }
  }

  /** Takes characters that are no white space. */
  take(characters: number): void {
    this.offset += characters;
    this.column += characters;
    this.look();
  }
}
