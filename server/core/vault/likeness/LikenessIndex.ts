/** Claims by what their titles say, for finding those that may say the same as another. */
import { byScore, Top } from '../search/top';
import { Holders, type Meeting, MOST_HOLDERS } from './Holders';
import { descriptionKey, keysOf, type Said, sayingsOf } from './said';
import { type Entry, likeness, type Query, type Title, type Token } from './title';
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

/** All that share a telling word, so that the answer is the same whichever of the two is asked of. */
const EXACT: Meeting = { shared: 1, holders: MOST_HOLDERS, steps: Number.POSITIVE_INFINITY };
/** Common words count, too, where a letter was typed, but what they lead to is read in part. */
const TYPED: Meeting = { shared: 2, holders: Number.POSITIVE_INFINITY, steps: 3_000 };
/** No title is longer. */
const LONGEST = 500;

interface Asked {
  readonly id: string;
  readonly titles: readonly Query[];
  readonly description: Token | null | undefined;
}

export class LikenessIndex {
  private readonly holders = new Holders();
  /** For claims that had too many like them: enough of these, for as long as they stand. */
  private crowds = new WeakMap<Entry, readonly Entry[]>();
  private commoner = 0;

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
    const entry = this.holders.entry(id);
    const alike = entry === undefined ? [] : this.alikeTo(entry, this.mostAlike);
    return alike.length > this.mostAlike ? null : alike.sort(byScore);
  }

  /** All others, or some where they are more than `most`, in no certain order. */
  private alikeTo({ id: own, titles, description }: Asked, most: number): AlikeTitle[] {
    const best = new Map<string, AlikeTitle>();
    for (const query of titles)
      this.holders.each(query, EXACT, (id, title, stamp) => {
        const score = id !== own && sharesTelling(title, stamp) ? likeness(query, stamp, title) : 0;
        if (score > (best.get(id)?.score ?? 0))
          best.set(id, { id, score, title: title.text, described: false });
        return best.size <= most;
      });
    for (const { id, alive, titles } of isTelling(description) ? description.entries.items : []) {
      if (best.size > most) break;
      if (!alive || id === own) continue;
      const { score, title } = best.get(id) ?? { score: 0, title: titles[0]?.text ?? '' };
      best.set(id, { id, score, title, described: true });
    }
    return [...best.values()];
  }

  /** At most `limit` that a title, whole or half typed, may say again, the likest first. Common words are read in part. */
  typed(text: string, limit: number): Like[] {
    const best = new Map<string, number>();
    for (const saying of typedForms(text.slice(0, LONGEST))) {
      const query = this.holders.queryOf(saying);
      this.holders.each(query, TYPED, (id, title, stamp) => {
        const rating = [likeness(query, stamp, title), containment(query, stamp, title)];
        best.set(id, Math.max(best.get(id) ?? 0, ...rating));
        return true;
      });
    }
    const top = new Top<Like>(limit);
    for (const [id, score] of best) if (score > 0) top.add({ id, score });
    return top.best().slice(0, limit);
  }

  /**
   * Of the claim `own` that said `before` and says `after`, which the index holds by now: the claims of which something else may
   * be told. A word that one more or one fewer has can begin or cease to bring all its holders together.
   */
  touched(own: string, before: Said | null, after: Said | null): Set<string> {
    const ids = new Set<string>();
    const crowded = new Map<string, boolean>();
    for (const said of [before, after]) {
      const titles = sayingsOf(said?.names ?? []).map(saying => this.holders.queryOf(saying));
      const description = said?.description ?? null;
      const token = description === null ? null : this.holders.token(descriptionKey(description));
      const asked = { id: own, titles, description: token };
      for (const { id } of this.alikeTo(asked, Number.POSITIVE_INFINITY)) {
        const isCrowded = crowded.get(id) ?? this.isCrowded(id);
        crowded.set(id, isCrowded);
        if (!isCrowded) ids.add(id);
      }
    }
    const [had, has] = [keysOf(before), keysOf(after)];
    for (const id of this.heldBy(had, has, MOST_HOLDERS)) ids.add(id);
    for (const id of this.heldBy(has, had, MOST_HOLDERS + 1)) ids.add(id);
    return ids;
  }

  /** Whether one more or fewer makes no difference to it, being one of so many. */
  private isCrowded(id: string): boolean {
    const entry = this.holders.entry(id);
    if (entry === undefined) return false;
    // A word that tells nothing any more may have been what brought them together.
    if (this.commoner !== this.holders.commoner) this.crowds = new WeakMap();
    this.commoner = this.holders.commoner;
    if (this.crowds.get(entry)?.every(({ alive }) => alive)) return true;
    const alike = this.alikeTo(entry, this.mostAlike + 1);
    if (alike.length <= this.mostAlike + 1) return false;
    this.crowds.set(
      entry,
      alike.flatMap(each => this.holders.entry(each.id) ?? []),
    );
    return true;
  }

  /** The holders of the words that only the first list has and just so many claims. */
  private *heldBy(some: readonly string[], others: readonly string[], count: number) {
    const known = new Set(others);
    for (const key of some) {
      const token = known.has(key) ? undefined : this.holders.token(key);
      if (token?.entries.size !== count) continue;
      for (const { id, alive } of token.entries.items) if (alive) yield id;
    }
  }
}

function isTelling(token: Token | null | undefined): token is Token {
  return token != null && token.entries.size <= MOST_HOLDERS;
}

/** Whether the title has a telling word of the query: another name of the same claim may be what brought it here. */
function sharesTelling({ tokens }: Title, stamp: number): boolean {
  return tokens.some(token => token.stamp === stamp && isTelling(token));
}
