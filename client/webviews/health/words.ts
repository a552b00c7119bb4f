/** Numbers in words, as the reader's language writes them. */
import type { HealthUnit } from '../../../server/lsp/protocol';

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is neither nothing nor all never looks so. */
export function shareOf(count: number, total: number): string {
  if (total === 0 || count === 0) return '0 %';
  const share = (100 * count) / total;
  if (share < 1) return '<1 %';
  return share > 99 && count < total ? '>99 %' : `${Math.round(share)} %`;
}

/** What a note has of what is counted. */
export function ownShare(count: number, unit: HealthUnit): string {
  switch (unit) {
    case 'links':
      return counted(count, 'link');
    case 'findings':
      return counted(count, 'finding');
    case 'hints':
      return counted(count, 'hint');
    case 'dependents':
      return count === 1 ? '1 note rests on it' : `${count.toLocaleString()} notes rest on it`;
    default:
      return '';
  }
}
