/** The sources of one vault in the order in which they should be read, kept as notes change. */
import {
  compareEntries,
  type InboxEntry,
  type InboxStatus,
  inboxEntry,
  isUrgent,
} from '../core/features/inbox/inboxEntry';
import type { Vault } from '../core/vault/Vault';

type Groups = Readonly<Record<InboxStatus, InboxEntry[]>>;

export class InboxSources {
  private readonly entries = new Map<string, InboxEntry>();
  private readonly groups: Groups = {
    unprocessed: [],
    processing: [],
    processed: [],
    'null-result': [],
  };

  constructor(private readonly vault: Vault) {}

  get size(): number {
    return this.entries.size;
  }

  get(path: string): InboxEntry | undefined {
    return this.entries.get(path);
  }

  of(status: InboxStatus): readonly InboxEntry[] {
    return this.groups[status];
  }

  /** Those that nobody began and that should be read first; they stand before all others. */
  urgent(): InboxEntry[] {
    const { unprocessed } = this.groups;
    const others = unprocessed.findIndex(entry => !isUrgent(entry));
    return others < 0 ? [...unprocessed] : unprocessed.slice(0, others);
  }

  /** Takes over a note as the vault has it now. Returns whether it makes a difference. */
  update(path: string): boolean {
    const before = this.entries.get(path);
    const after = inboxEntry(this.vault, path);
    if (before === undefined && after === null) return false;
    if (before !== undefined && after !== null && sameEntry(before, after)) return false;
    if (before !== undefined) {
      this.entries.delete(path);
      this.groups[before.status].splice(this.placeOf(before), 1);
    }
    if (after !== null) {
      this.entries.set(path, after);
      this.groups[after.status].splice(this.placeOf(after), 0, after);
    }
    return true;
  }

  /** How many of its group come before it. */
  private placeOf(entry: InboxEntry): number {
    const group = this.groups[entry.status];
    let [low, high] = [0, group.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = group[middle];
      if (other !== undefined && compareEntries(other, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function sameEntry(a: InboxEntry, b: InboxEntry): boolean {
  return (Object.keys(a) as (keyof InboxEntry)[]).every(key => a[key] === b[key]);
}
