/** Words with how many notes hold each. Those of one note are kept apart: of a text, nearly all are, and few are ever wanted. */

import { ownCopy } from './names';

/** A word and in how many notes it stands. */
export interface Usage {
  readonly word: string;
  readonly notes: number;
}

/** Which of many words are wanted; all where nothing is said. */
export interface Wanted {
  readonly most?: number;
  /** In how many notes a word stands at least. */
  readonly least?: number;
  readonly fits?: (word: string) => boolean;
}

/** Words of one note that are looked at where not all are wanted. */
const MOST_RARE = 10_000;

export class WordCounts {
  private readonly repeated = new Map<string, number>();
  private readonly rare = new Set<string>();

  /** How many different words there are. */
  get size(): number {
    return this.repeated.size + this.rare.size;
  }

  notes(word: string): number {
    return this.repeated.get(word) ?? (this.rare.has(word) ? 1 : 0);
  }

  /** One note more or less holds the word. */
  add(word: string, step: 1 | -1): void {
    const repeated = this.repeated.get(word);
    if (repeated !== undefined) {
      if (repeated + step > 1) this.repeated.set(word, repeated + step);
      else {
        this.repeated.delete(word);
        this.rare.add(ownCopy(word));
      }
    } else if (!this.rare.delete(word)) {
      if (step === 1) this.rare.add(ownCopy(word));
    } else if (step === 1) this.repeated.set(ownCopy(word), 2);
  }

  /** The most used first, then by the alphabet. `without` are the words of one note, which does not count. */
  mostUsed(
    { most = Number.POSITIVE_INFINITY, least = 1, fits = () => true }: Wanted,
    without: ReadonlySet<string>,
  ): Usage[] {
    const found: Usage[] = [];
    for (const [word, all] of this.repeated) {
      const notes = without.has(word) ? all - 1 : all;
      if (notes >= least && fits(word)) found.push({ word, notes });
    }
    if (least > 1 || found.filter(each => each.notes > 1).length >= most) return cut(found, most);
    let left = most === Number.POSITIVE_INFINITY ? most : MOST_RARE;
    for (const word of this.rare) {
      if (left-- <= 0) break;
      if (!without.has(word) && fits(word)) found.push({ word, notes: 1 });
    }
    return cut(found, most);
  }
}

function cut(usages: Usage[], most: number): Usage[] {
  const sorted = usages.sort((a, b) => b.notes - a.notes || (a.word < b.word ? -1 : 1));
  return sorted.length > most ? sorted.slice(0, most) : sorted;
}
