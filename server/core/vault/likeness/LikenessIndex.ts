/** Claims by what their titles say, for finding those that may say the same as another. */
import { byScore, Top } from '../search/top';
import { type Asked, Holders, MOST_HOLDERS } from './Holders';
import { Meetings } from './Meetings';
import { keysOf, type Said } from './said';
import { likeness } from './title';
import { containment, typedForms } from './typed';

export interface Like {
  readonly id: string;
  /** 0..1, 1 for the same words. */
  readonly score: number;
}

export interface AlikeTitle extends Like {
  /** The name that is most like it. */
  readonly title: string;
  /** Whether the two are described in the same words, whatever the score is. */
  readonly described: boolean;
}

/** No title is longer. */
const LONGEST = 500;

export class LikenessIndex {
  private readonly holders = new Holders();
  private readonly meetings = new Meetings(this.holders);
  /** For claims that had too many like them: enough of these, for as long as they stand. By number. */
  private readonly crowds = new Map<number, readonly number[]>();
  private turns = 0;

  /** So many claims like one are told apart. */
  constructor(private readonly mostAlike: number) {}

  /** Adds or replaces. */
  set(id: string, said: Said): void {
    this.holders.set(id, said);
  }

  delete(id: string): void {
    this.holders.delete(id);
  }

  /**
   * All that may say the same as this one, the likest first; `null` where they are too many to be told apart. The same
   * claims give the same answer, and both ways.
   */
  alike(id: string): AlikeTitle[] | null {
    const claim = this.holders.claim(id);
    if (claim === undefined) return [];
    const alike = this.alikeTo(id, this.holders.asked(claim), this.mostAlike);
    return alike.size > this.mostAlike ? null : [...alike.values()].sort(byScore);
  }

  /** All others by number, or some where they are more than `most`, in no certain order. */
  private alikeTo(
    own: string,
    { titles, description }: Asked,
    most: number,
  ): Map<number, AlikeTitle> {
    const { holders } = this;
    const best = new Map<number, AlikeTitle>();
    const self = holders.claim(own);
    for (const query of titles)
      this.meetings.eachLike(query, (claim, title) => {
        const score = claim === self ? 0 : likeness(query, title);
        if (score > (best.get(claim)?.score ?? 0))
          best.set(claim, { id: holders.id(claim), score, title: title.text, described: false });
        return best.size <= most;
      });
    for (const claim of holders.isTelling(description) ? holders.postings.each(description) : []) {
      if (best.size > most) break;
      if (claim === self) continue;
      const before = best.get(claim);
      const { score, title } = before ?? { score: 0, title: holders.text(claim, 0) };
      best.set(claim, { id: holders.id(claim), score, title, described: true });
    }
    return best;
  }

  /** At most `limit` that a title, whole or half typed, may say again, the likest first. Common words are read in part. */
  typed(text: string, limit: number): Like[] {
    const best = new Map<number, number>();
    for (const saying of typedForms(text.slice(0, LONGEST))) {
      const query = this.holders.queryOf(saying);
      this.meetings.eachTyped(query, (claim, title) => {
        const score = Math.max(likeness(query, title), containment(query, title));
        best.set(claim, Math.max(best.get(claim) ?? 0, score));
      });
    }
    const top = new Top<Like>(limit);
    for (const [claim, score] of best)
      if (score > 0) top.add({ id: this.holders.id(claim), score });
    return top.best().slice(0, limit);
  }

  /**
   * Of the claim `own` that said `before` and says `after`, which the index holds by now: the claims of which something else may
   * be told. A word that one more or one fewer has can begin or cease to bring all its holders together.
   */
  touched(own: string, before: Said | null, after: Said | null): Set<string> {
    const ids = new Set<string>();
    const crowded = new Map<number, boolean>();
    for (const said of [before, after]) {
      if (said === null) continue;
      const alike = this.alikeTo(own, this.holders.askedOf(said), Number.POSITIVE_INFINITY);
      for (const [claim, { id }] of alike) {
        const isCrowded = crowded.get(claim) ?? this.isCrowded(claim);
        crowded.set(claim, isCrowded);
        if (!isCrowded) ids.add(id);
      }
    }
    const [had, has] = [keysOf(before), keysOf(after)];
    for (const id of this.heldBy(had, has, MOST_HOLDERS)) ids.add(id);
    for (const id of this.heldBy(has, had, MOST_HOLDERS + 1)) ids.add(id);
    return ids;
  }

  /** Whether one more or fewer makes no difference to it, being one of so many. */
  private isCrowded(claim: number): boolean {
    const { holders, crowds } = this;
    // A word that tells nothing any more may have been what brought them together.
    if (this.turns !== holders.turns) crowds.clear();
    this.turns = holders.turns;
    if (crowds.get(claim)?.every(each => holders.postings.isAlive(each))) return true;
    crowds.delete(claim);
    const alike = this.alikeTo(holders.id(claim), holders.asked(claim), this.mostAlike + 1);
    if (alike.size <= this.mostAlike + 1) return false;
    crowds.set(claim, [...alike.keys()]);
    return true;
  }

  /** The holders of the words that only the first list has and just so many claims. */
  private *heldBy(some: readonly string[], others: readonly string[], count: number) {
    const { holders } = this;
    const known = new Set(others);
    for (const key of some) {
      const list = known.has(key) ? undefined : holders.list(key);
      if (list === undefined || holders.postings.size(list) !== count) continue;
      for (const claim of holders.postings.each(list)) yield holders.id(claim);
    }
  }
}
