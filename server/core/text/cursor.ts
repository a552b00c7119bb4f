/** A place in one line that counts columns, so that a tab reaches to the next multiple of four. */
export class LineCursor {
  private column = 0;
  /** Columns of a tab that are not taken yet, though its character is. */
  private pending = 0;

  constructor(
    private readonly text: string,
    /** UTF-16 offset of the next character. */
    public offset: number,
    /** UTF-16 offset of the line's end. */
    readonly end: number,
  ) {}

  /** Columns of white space ahead. */
  indent(): number {
    let column = this.column + this.pending;
    for (let at = this.offset; at < this.end; at++) {
      const character = this.text[at];
      if (character === ' ') column++;
      else if (character === '\t') column += 4 - (column % 4);
      else break;
    }
    return column - this.column;
  }

  /** What follows the white space ahead. */
  rest(): string {
    let at = this.offset;
    while (at < this.end && (this.text[at] === ' ' || this.text[at] === '\t')) at++;
    return this.text.slice(at, this.end);
  }

  isBlank(): boolean {
    return this.rest() === '';
  }

  /** Takes up to `columns` of white space; part of a tab may remain. */
  takeIndent(columns: number): void {
    const target = this.column + columns;
    const held = Math.min(this.pending, columns);
    this.column += held;
    this.pending -= held;
    while (this.column < target && this.offset < this.end) {
      const character = this.text[this.offset];
      if (character !== ' ' && character !== '\t') return;
      const width = character === '\t' ? 4 - (this.column % 4) : 1;
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
  }
}
