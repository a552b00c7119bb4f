/** Counts where the links of a vault lead in one state of it after the other, looking only at what a change can touch. */
import type { Config } from '../../schema/config';
import type { Resolution } from '../../vault/resolve';
import { type Change, Vault } from '../../vault/Vault';
import type { LinkCounts } from './form';

type Own = Readonly<Record<Resolution['kind'], number>>;

export class LinkCensus {
  private readonly vault: Vault;
  /** Notes that changed since the last count, or whose links may lead elsewhere now. */
  private readonly touched = new Set<string>();
  private readonly notes = new Map<string, Own>();
  private readonly sum = { found: 0, near: 0, ambiguous: 0, missing: 0 };

  /** All states are read by the same settings, so that they can be compared. */
  constructor(config: Config) {
    this.vault = new Vault(config);
  }

  /** Each path at most once between two counts. Yields behind each. */
  *take(changes: Iterable<Change>): Generator<void> {
    for (const change of changes) {
      const { path } = change;
      this.touched.add(path);
      this.touchMentioning(path);
      // As if it were read for the first time: nobody asks for the findings of the past.
      this.vault.load([change]);
      this.touchMentioning(path);
      yield;
    }
  }

  /** Yields behind each note that it looks at. */
  *count(): Generator<void, LinkCounts> {
    for (const path of this.touched) {
      this.add(this.notes.get(path), -1);
      const own = this.linksOf(path);
      if (own === null) this.notes.delete(path);
      else this.notes.set(path, own);
      this.add(own ?? undefined, 1);
      yield;
    }
    this.touched.clear();
    const { found, near, ambiguous, missing } = this.sum;
    const links = found + near + ambiguous + missing;
    return { notes: this.notes.size, links, found, near, ambiguous, missing };
  }

  /** Notes whose links may mean the file by a name that it has now. Of the first state all notes are looked at anyway. */
  private touchMentioning(path: string): void {
    if (this.notes.size === 0) return;
    for (const each of this.vault.mentioning(path)) this.touched.add(each);
  }

  /** `null` for what is no note of the vault. */
  private linksOf(path: string): Own | null {
    const note = this.vault.glance(path);
    if (note === undefined) return null;
    const own = { found: 0, near: 0, ambiguous: 0, missing: 0 };
    for (const link of note.links) own[this.vault.resolve(link, path).kind]++;
    return own;
  }

  private add(own: Own = NONE, sign: 1 | -1): void {
    for (const kind of KINDS) this.sum[kind] += sign * own[kind];
  }
}

const NONE: Own = { found: 0, near: 0, ambiguous: 0, missing: 0 };
const KINDS = Object.keys(NONE) as (keyof Own)[];
