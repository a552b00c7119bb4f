/** What lets notes and edges through: boxes to tick for what they say, and two days. */
import type { Graph, GraphEdgeKind } from '../../../server/core/features/graph/form';
import { element } from './dom';
import { edgeWords, type Facet, type Filters, facets, noFilters, valuesOf } from './filters';

const TITLES: Readonly<Record<Facet, string>> = {
  type: 'Type',
  confidence: 'Confidence',
  domain: 'Domain',
  edge: 'Edges',
};

export class FilterPanel {
  constructor(
    private readonly root: HTMLElement,
    private readonly changed: (filters: Filters) => void,
  ) {}

  show(graph: Graph, filters: Filters): void {
    const focused = document.activeElement?.id ?? '';
    const clear = element('button', 'Clear Filter');
    clear.type = 'button';
    clear.id = 'clear-filter';
    clear.addEventListener('click', () => this.changed(noFilters));
    const sets = facets.map(facet => this.facet(facet, valuesOf(graph, facet), filters));
    this.root.replaceChildren(...sets, this.days(filters), clear);
    // What is drawn anew must not take the focus from whoever goes through it with the keys.
    if (focused !== '' && this.root.querySelector(`#${CSS.escape(focused)}`) !== null)
      document.getElementById(focused)?.focus();
  }

  private facet(facet: Facet, values: [string, number][], filters: Filters): HTMLElement {
    const set = element('fieldset');
    const many = element('div', '', 'many');
    for (const [at, [value, count]] of values.entries()) {
      const label = element('label', '', 'check');
      const box = element('input');
      box.type = 'checkbox';
      box.id = `${facet}-${at}`;
      box.checked = !filters[facet].includes(value);
      box.addEventListener('change', () => {
        const rest = filters[facet].filter(each => each !== value);
        this.changed({ ...filters, [facet]: box.checked ? rest : [...rest, value] });
      });
      label.append(box, nameOf(facet, value), ' ', element('span', `${count}`, 'count'));
      many.append(label);
    }
    set.append(element('legend', TITLES[facet]), many);
    return set;
  }

  private days(filters: Filters): HTMLElement {
    const set = element('fieldset', '', 'days');
    set.append(element('legend', 'Created'));
    for (const [name, words] of [
      ['from', 'From'],
      ['until', 'Until'],
    ] as const) {
      const label = element('label', words, 'day');
      const input = element('input');
      input.type = 'date';
      input.id = `day-${name}`;
      input.value = filters[name];
      input.addEventListener('change', () => this.changed({ ...filters, [name]: input.value }));
      label.append(input);
      set.append(label);
    }
    return set;
  }
}

function nameOf(facet: Facet, value: string): string {
  if (facet === 'edge') return edgeWords[value as GraphEdgeKind].name;
  return value === '' ? 'not said' : value;
}
