/** The report of `stats` for people: each number with its share and its key. */

import {
  type HealthCount,
  type HealthNote,
  type HealthSectionName,
  healthSections,
  healthUnit,
} from '../core/features/health/form';
import { countWords, sectionLabels } from '../core/features/health/labels';
import type { VaultHealth } from '../core/features/health/vaultHealth';
import { titleAt } from '../core/features/navigation/noteFacts';
import type { Vault } from '../core/vault/Vault';
import { type Paint, type Style, visible } from './paint';
import { counted, grouped, padLeft, padRight, widest } from './pretty';

/** So many rows of a section are shown, except of findings, as rules are few; and characters of its longest bar. */
const MOST_ROWS = 15;
const BAR = 20;
/** So many of the claims that carry most. */
const MOST_CLAIMS = 5;

/** What a section's numbers are shares of; findings and what is worth a look are no parts of a whole. */
const WHOLES: ReadonlySet<HealthSectionName> = new Set<HealthSectionName>([
  'types',
  'domains',
  'confidence',
  'links',
  'sources',
  'hints',
]);

const STYLES: Readonly<Record<string, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

export function prettyStats({ health, notesBehind }: VaultHealth, vault: Vault, paint: Paint) {
  const blocks = healthSections.flatMap(name => {
    const counts = health.sections[name];
    if (counts.length === 0) return [];
    return ['', paint('bold', sectionLabels[name]), ...rowsOf(name, counts, paint)];
  });
  const carrying = ['weak', 'unchallenged'].flatMap(key => {
    const notes = notesBehind(key) ?? [];
    if (notes.length === 0) return [];
    const rows = notes.slice(0, MOST_CLAIMS).map(({ path, count }) => {
      return `  ${padLeft(grouped(count), 5)}  ${visible(titleAt(vault, path))}`;
    });
    const { label } = countWords({ key, name: key });
    return ['', `${paint('bold', `Most rested on: ${label}`)}`, ...rows];
  });
  const end = paint('dim', '--notes KEY lists the notes behind a number, by the key at its right.');
  return `${[counted(health.notes, 'note'), ...blocks, ...carrying, '', end].join('\n')}\n`;
}

function rowsOf(name: HealthSectionName, counts: readonly HealthCount[], paint: Paint): string[] {
  const shown = name === 'findings' ? counts : counts.slice(0, MOST_ROWS);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const labels = shown.map(each => visible(countWords(each).label));
  const label = widest(labels);
  const width = widest(shown.map(({ count }) => grouped(count)));
  const rows = shown.map((each, at) => {
    const { key, count, severity } = each;
    const bar = '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR)));
    const share = WHOLES.has(name) ? `  ${padLeft(shareOf(count, total), 5)}` : '';
    const head = padRight(labels[at] ?? '', label);
    const style = severity === undefined ? undefined : STYLES[severity];
    return [
      `  ${style === undefined ? head : paint(style, head)}`,
      `${padLeft(grouped(count), width)}${share}`,
      padRight(bar, BAR),
      paint('dim', visible(key)),
    ].join('  ');
  });
  const left = counts.length - shown.length;
  return left === 0 ? rows : [...rows, paint('dim', `  and ${grouped(left)} more`)];
}

/** `12 %`; what is neither nothing nor all never looks so. */
export function shareOf(count: number, total: number): string {
  if (total === 0 || count === 0) return '0 %';
  const share = (100 * count) / total;
  if (share < 1) return '<1 %';
  return share > 99 && count < total ? '>99 %' : `${Math.round(share)} %`;
}

export function prettyHealthNotes(key: string, notes: readonly HealthNote[], paint: Paint): string {
  const width = widest(notes.map(({ count }) => grouped(count)));
  const unit = healthUnit(key);
  const rows = notes.map(({ path, count }) => {
    const number = unit === null ? '' : `${paint('dim', padLeft(grouped(count), width))}  `;
    return `  ${number}${visible(path)}`;
  });
  const of = unit === null ? '' : `, with their ${unit}`;
  return `${[`${counted(notes.length, 'note')} behind ${visible(key)}${of}`, '', ...rows].join('\n')}\n`;
}
