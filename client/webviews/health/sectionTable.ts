/** One kind of numbers as a table with bars; a row unfolds into the notes behind it. */
import type { HealthNotes, HealthNumber, HealthSection } from '../../../server/lsp/protocol';
import { element } from '../graph/dom';
import { noteList } from './noteList';
import { shareOf } from './words';

/** Rows that a long table shows at first. */
export const FEW = 8;

export interface Shown {
  readonly unfolded: ReadonlySet<string>;
  /** Names of the sections that show all their rows. */
  readonly whole: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, HealthNotes>;
}

export interface Wants {
  fold(key: string, unfold: boolean): void;
  showAll(section: string): void;
  more(key: string, from: number): void;
  open(uri: string, keepFocus: boolean): void;
}

/** What is counted in a section, for the head of its table; its numbers are shares of a whole, or not. */
const SECTIONS: Readonly<Record<string, { readonly noun: string; readonly whole: boolean }>> = {
  types: { noun: 'Notes', whole: true },
  domains: { noun: 'Notes', whole: true },
  confidence: { noun: 'Claims', whole: true },
  argument: { noun: 'Notes', whole: false },
  links: { noun: 'Links', whole: true },
  findings: { noun: 'Findings', whole: false },
  sources: { noun: 'Sources', whole: true },
  hints: { noun: 'Hints', whole: true },
};

export function sectionTable(section: HealthSection, shown: Shown, wants: Wants): HTMLElement {
  const { name, label, counts, more } = section;
  const { noun, whole } = SECTIONS[name] ?? { noun: 'Notes', whole: false };
  const card = element('section', '', `card ${name}`);
  const heading = element('h2', label);
  heading.id = `section-${name}`;
  card.setAttribute('aria-labelledby', heading.id);
  card.append(heading);
  const total = counts.reduce((sum, { count }) => sum + count, 0) + more.count;
  if (total === 0 && whole) return appended(card, element('p', 'None yet.', 'quiet'));
  if (counts.length === 0) return appended(card, element('p', 'Nothing is found.', 'quiet'));
  if (name === 'links' || name === 'confidence') card.append(stack(counts, total));
  const table = element('table');
  const body = element('tbody');
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const isLong = counts.length > FEW + 1 && !shown.whole.has(name);
  const rows = isLong
    ? counts.filter((each, at) => at < FEW || shown.unfolded.has(each.key))
    : counts;
  for (const each of rows) {
    const isUnfolded = shown.unfolded.has(each.key) && each.notes > 0;
    const row = element('tr', '', each.severity ?? classOf(each.key));
    row.append(nameCell(section, each, isUnfolded, wants), barCell(each.count / most));
    row.append(element('td', each.count.toLocaleString(), 'count'));
    if (whole) row.append(element('td', shareOf(each.count, total), 'share'));
    body.append(row);
    if (isUnfolded) body.append(notesRow(each, whole ? 4 : 3, shown, wants));
  }
  table.append(tableHead(noun, whole), body);
  card.append(table);
  const hidden = counts.length - rows.length;
  if (hidden > 0) {
    const all = element('button', `Show ${hidden.toLocaleString()} more`, 'more');
    all.type = 'button';
    all.dataset['focus'] = `all ${name}`;
    all.addEventListener('click', () => wants.showAll(name));
    card.append(all);
  } else if (more.numbers > 0) {
    const words = `And ${more.numbers.toLocaleString()} more, with ${more.count.toLocaleString()} together.`;
    card.append(element('p', words, 'quiet'));
  }
  return card;
}

function idOf(key: string): string {
  return `notes-${encodeURIComponent(key)}`;
}

function tableHead(noun: string, whole: boolean): HTMLElement {
  const head = element('thead', '', 'unseen');
  const row = element('tr');
  const names = ['Name', '', noun, ...(whole ? ['Share'] : [])];
  for (const each of names) {
    const cell = element(each === '' ? 'td' : 'th', each);
    if (cell instanceof HTMLTableCellElement && each !== '') cell.scope = 'col';
    row.append(cell);
  }
  head.append(row);
  return head;
}

function nameCell(
  { name }: HealthSection,
  { key, label, meaning, notes, severity }: HealthNumber,
  isUnfolded: boolean,
  wants: Wants,
): HTMLElement {
  const cell = element('th');
  cell.scope = 'row';
  if (notes === 0) cell.append(element('span', label, 'name'));
  else {
    const button = element('button', label, 'name');
    button.type = 'button';
    button.dataset['focus'] = `row ${key}`;
    button.setAttribute('aria-expanded', String(isUnfolded));
    if (isUnfolded) button.setAttribute('aria-controls', idOf(key));
    button.addEventListener('click', () => wants.fold(key, !isUnfolded));
    cell.append(button);
  }
  if (severity !== null) cell.append(' ', element('span', severity, 'severity'));
  if (meaning === null) return cell;
  if (name === 'argument' || isUnfolded) cell.append(element('span', meaning, 'meaning'));
  else cell.title = meaning;
  return cell;
}

function barCell(share: number): HTMLElement {
  const cell = element('td', '', 'bar');
  cell.setAttribute('aria-hidden', 'true');
  if (share === 0) return cell;
  const bar = element('span');
  bar.style.setProperty('--share', String(share));
  cell.append(bar);
  return cell;
}

function notesRow(
  { key, label }: HealthNumber,
  columns: number,
  { lists }: Shown,
  wants: Wants,
): HTMLElement {
  const row = element('tr', '', 'unfolded');
  row.id = idOf(key);
  const cell = element('td');
  cell.colSpan = columns;
  const box = element('div');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', `Notes: ${label}`);
  box.append(
    ...noteList(lists.get(key), {
      open: wants.open,
      more: from => wants.more(key, from),
    }),
  );
  cell.append(box);
  row.append(cell);
  return row;
}

/** All parts of a whole in one bar; the table below says the same in words. */
function stack(counts: readonly HealthNumber[], total: number): HTMLElement {
  const bar = element('div', '', 'stack');
  bar.setAttribute('aria-hidden', 'true');
  for (const { key, count } of counts) {
    if (count === 0) continue;
    const part = element('span', '', classOf(key));
    part.style.setProperty('--share', String(count / total));
    bar.append(part);
  }
  return bar;
}

/** `links:found` as `links-found`, where the styles may have a colour for it. */
function classOf(key: string): string {
  return /^[a-z]+:[a-z]+$/u.test(key) ? key.replace(':', '-') : 'plain';
}

function appended(card: HTMLElement, child: HTMLElement): HTMLElement {
  card.append(child);
  return card;
}
