/** The search box: which notes its words fit, and the way from one to the next. */
import type { GraphNode } from '../../../server/core/features/graph/form';
import { byId, say } from './dom';
import { matches } from './search';

interface FinderUse {
  /** Paths of all that fit. */
  mark(paths: readonly string[]): void;
  /** Brings a note into sight. */
  go(path: string): void;
  /** The note that has the focus. */
  focused(): string | null;
  /** Back to the graph. */
  leave(): void;
}

export class Finder {
  private readonly box = byId<HTMLInputElement>('search');
  private nodes: readonly GraphNode[] = [];
  private found: readonly string[] = [];

  constructor(private readonly use: FinderUse) {
    const { box } = this;
    box.addEventListener('input', () => this.find(true));
    box.addEventListener('keydown', event => {
      if (event.key === 'Enter') this.next(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape' || event.key === 'ArrowDown') {
        if (event.key === 'Escape') {
          box.value = '';
          this.find(false);
        }
        use.leave();
      } else return;
      event.preventDefault();
    });
  }

  /** Other notes are shown now. */
  lookIn(nodes: readonly GraphNode[]): void {
    this.nodes = nodes;
    this.find(false);
  }

  start(): void {
    this.box.focus();
    this.box.select();
  }

  private find(go: boolean): void {
    this.found = matches(this.nodes, this.box.value);
    this.use.mark(this.found);
    this.tell(go ? 0 : Math.max(0, this.found.indexOf(this.use.focused() ?? '')));
    const [first] = this.found;
    if (go && first !== undefined) this.use.go(first);
  }

  private next(step: number): void {
    const { found } = this;
    if (found.length === 0) return;
    const at = found.indexOf(this.use.focused() ?? '');
    const next = at === -1 ? 0 : (at + step + found.length) % found.length;
    const path = found[next];
    if (path !== undefined) this.use.go(path);
    this.tell(next);
  }

  private tell(at: number): void {
    const { length } = this.found;
    const words = length === 0 ? 'none' : `${at + 1} of ${length}`;
    say('found', this.box.value.trim() === '' ? '' : words);
  }
}
