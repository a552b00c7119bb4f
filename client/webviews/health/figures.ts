/** What a reader wants to know first: a few large numbers, each a way to the row that has the notes behind it. */
import type { HealthAnswer, HealthNumber } from '../../../server/lsp/protocol';
import { element } from '../graph/dom';
import { counted, shareOf } from './words';

interface Figure {
  readonly number: string;
  readonly label: string;
  readonly detail: string;
  /** The row that it leads to; `null` where there is none. */
  readonly key: string | null;
}

export function figures(health: HealthAnswer, lead: (key: string) => void): HTMLLIElement[] {
  return figuresOf(health).map(({ number, label, detail, key }) => {
    const item = element('li');
    const tile = key === null ? element('div') : element('button');
    tile.className = 'figure';
    tile.append(
      element('span', number, 'number'),
      element('span', label, 'label'),
      element('span', detail, 'detail'),
    );
    if (tile instanceof HTMLButtonElement && key !== null) {
      tile.type = 'button';
      tile.dataset['focus'] = `figure ${key}`;
      tile.addEventListener('click', () => lead(key));
    }
    item.append(tile);
    return item;
  });
}

function figuresOf(health: HealthAnswer): Figure[] {
  const numbers = health.sections.flatMap(({ counts }) => counts);
  const of = (key: string) => numbers.find(each => each.key === key);
  const count = (key: string) => of(key)?.count ?? 0;
  const links = ['found', 'near', 'ambiguous', 'missing'].map(each => count(`links:${each}`));
  const total = links.reduce((sum, each) => sum + each, 0);
  const leading = count('links:found') + count('links:near');
  const bySeverity = (severity: HealthNumber['severity']) =>
    numbers.filter(each => each.severity === severity).reduce((sum, each) => sum + each.count, 0);
  const errors = bySeverity('error');
  const worst = numbers.find(({ severity }) => severity === 'error' || severity === 'warning');
  const hints = of('hints:open');
  const figure = (key: string, label: string, detail: string): Figure => {
    const notes = count(key);
    return { number: notes.toLocaleString(), label, detail, key: notes === 0 ? null : key };
  };
  return [
    {
      number: shareOf(leading, total),
      label: 'working links',
      detail: `${count('links:missing').toLocaleString()} of ${total.toLocaleString()} lead nowhere`,
      key: count('links:missing') === 0 ? null : 'links:missing',
    },
    {
      number: errors.toLocaleString(),
      label: errors === 1 ? 'error' : 'errors',
      detail: counted(bySeverity('warning'), 'warning'),
      key: worst?.key ?? null,
    },
    figure('hints:open', 'open hints', `in ${counted(hints?.notes ?? 0, 'note')}`),
    figure('orphans', 'orphans', 'notes without any link'),
    figure('weak', 'weak foundations', 'unsure, and others rest on them'),
    figure('re-evaluate', 'to evaluate again', 'what they rest on changed'),
  ];
}
