/** The graph as a list, grouped by relation: for those who would rather read, or listen. */
import type { GraphEdge, GraphEdgeKind } from '../../../server/core/features/graph/form';
import { element } from './dom';
import { edgeWords } from './filters';
import type { Scene, Spot } from './scene';
import { factsOf } from './words';

/** Rows of a group; more are shown when asked for. */
const MOST = 100;

type Row = () => HTMLLIElement;

interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

export class NoteList {
  /** Titles of the groups that are shown whole. */
  private readonly whole = new Set<string>();

  constructor(
    private readonly root: HTMLElement,
    private readonly open: (path: string) => void,
  ) {}

  /** Out of sight it is there for screen readers, but not a stop of the tab key. */
  get isShown(): boolean {
    return !this.root.classList.contains('unseen');
  }

  toggle(shown: boolean): void {
    this.root.classList.toggle('unseen', !shown);
    for (const button of this.root.querySelectorAll('button')) button.tabIndex = shown ? 0 : -1;
    if (shown) this.root.scrollTop = 0;
  }

  show(scene: Scene, edges: readonly GraphEdge[]): void {
    const groups = this.groupsOf(scene, edges);
    // Whoever reads while notes change goes on where they are.
    const focused = document.activeElement as HTMLButtonElement;
    const { path } = focused.dataset;
    const at = this.buttonsOf(path).indexOf(focused);
    const { scrollTop } = this.root;
    this.root.replaceChildren(...groups.flatMap(group => this.section(group)));
    this.root.scrollTop = scrollTop;
    const same = at === -1 ? [] : this.buttonsOf(path);
    (same[at] ?? same[0])?.focus({ preventScroll: true });
  }

  private buttonsOf(path: string | undefined): HTMLButtonElement[] {
    return [...this.root.querySelectorAll('button')].filter(
      ({ dataset }) => path !== undefined && dataset['path'] === path,
    );
  }

  private groupsOf(scene: Scene, edges: readonly GraphEdge[]): Group[] {
    const centre = scene.spots.find(({ isCentre }) => isCentre);
    const isAtCentre = ({ from, to }: GraphEdge) =>
      from === centre?.node.path || to === centre?.node.path;
    const own =
      centre === undefined ? [] : this.aroundCentre(scene, centre, edges.filter(isAtCentre));
    const others = edges.filter(edge => !isAtCentre(edge));
    const lonely = scene.spots.filter(({ degree, isCentre }) => degree === 0 && !isCentre);
    return [
      ...(centre === undefined ? [] : [{ title: 'In the centre', rows: [this.noteRow(centre)] }]),
      ...own,
      ...this.sentences(scene, others, centre === undefined ? '' : 'Farther away: '),
      { title: 'Without a relation that is shown', rows: lonely.map(spot => this.noteRow(spot)) },
    ].filter(({ rows }) => rows.length > 0);
  }

  private aroundCentre(scene: Scene, centre: Spot, edges: readonly GraphEdge[]): Group[] {
    const { path } = centre.node;
    const groups = new Map<string, Row[]>();
    for (const { from, to, kind } of edges) {
      const isStart = from === path;
      const { forwards, backwards } = edgeWords[kind];
      const title = `It ${isStart ? forwards : backwards}`;
      const other = scene.byPath.get(isStart ? to : from);
      if (other === undefined) continue;
      groups.set(title, [...(groups.get(title) ?? []), this.noteRow(other)]);
    }
    return [...groups].map(([title, rows]) => ({ title, rows }));
  }

  private sentences(scene: Scene, edges: readonly GraphEdge[], before: string): Group[] {
    const kinds = Object.keys(edgeWords) as GraphEdgeKind[];
    return kinds.map(kind => ({
      title: `${before}${edgeWords[kind].name.toLowerCase()}`,
      rows: edges
        .filter(edge => edge.kind === kind)
        .map(({ from, to }) => () => {
          const item = element('li');
          const [start, end] = [scene.byPath.get(from), scene.byPath.get(to)];
          if (start === undefined || end === undefined) return item;
          item.append(this.button(start), ` ${edgeWords[kind].forwards} `, this.button(end));
          return item;
        }),
    }));
  }

  private noteRow(spot: Spot): Row {
    return () => {
      const item = element('li');
      item.append(this.button(spot), ' ', element('span', factsOf(spot).join(' · '), 'facts'));
      return item;
    };
  }

  private button({ node }: Spot): HTMLButtonElement {
    const button = element('button', node.title, 'note');
    button.type = 'button';
    button.dataset['path'] = node.path;
    button.tabIndex = this.isShown ? 0 : -1;
    button.addEventListener('click', () => this.open(node.path));
    return button;
  }

  private section({ title, rows }: Group): HTMLElement[] {
    const name = title.charAt(0).toUpperCase() + title.slice(1);
    const list = element('ul');
    const isWhole = rows.length <= MOST || this.whole.has(title);
    list.append(...rows.slice(0, isWhole ? rows.length : MOST).map(row => row()));
    const head = element('h2', `${name} (${rows.length.toLocaleString('en')})`);
    if (isWhole) return [head, list];
    const more = element('button', `Show all ${rows.length.toLocaleString('en')}`);
    more.type = 'button';
    more.tabIndex = this.isShown ? 0 : -1;
    more.addEventListener('click', () => {
      this.whole.add(title);
      list.append(...rows.slice(MOST).map(row => row()));
      more.remove();
      list.querySelectorAll('button')[MOST]?.focus();
    });
    return [head, list, more];
  }
}
