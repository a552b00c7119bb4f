/** The edits of a note that are chosen so far, in order: a new one is held against its neighbours, not against all. */
import type { TextEdit } from '../../text/span';

export class ChosenEdits {
  readonly #edits: TextEdit[] = [];

  add(edit: TextEdit): void {
    this.#edits.splice(this.#indexFor(edit), 0, edit);
  }

  /** Whether it changes what one of them changes, or begins where one does. */
  clashes(edit: TextEdit): boolean {
    const at = this.#indexFor(edit);
    return [this.#edits[at - 1], this.#edits[at]].some(
      each => each !== undefined && clash(each, edit),
    );
  }

  /** Before all that begin there or later. */
  #indexFor({ span }: TextEdit): number {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.span.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function clash(a: TextEdit, b: TextEdit): boolean {
  const sameStart = a.span.start === b.span.start;
  return sameStart || (a.span.start < b.span.end && b.span.start < a.span.end);
}
