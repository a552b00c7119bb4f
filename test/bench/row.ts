/** One figure of every vault, and what must hold of it. */
import type { Figures } from './figures';

export interface Row {
  readonly name: string;
  readonly unit: string;
  /** `undefined` where it was not measured. */
  readonly cell: (figures: Figures) => number | undefined;
  readonly bar?: Bar;
}

export interface Bar {
  /** What is compared: the figure itself, or how many times that of the smallest generated vault it is. */
  readonly of: 'figure' | 'growth';
  readonly kind: 'most' | 'least';
  /** `undefined` where it is no matter of this vault. */
  readonly limit: (figures: Figures, smallest: Figures) => number | undefined;
}

type Cell = Row['cell'];
type Where = (figures: Figures) => boolean;

export function row(name: string, unit: string, cell: Cell, bar?: Bar): Row {
  return bar === undefined ? { name, unit, cell } : { name, unit, cell, bar };
}

export function most(limit: number | Cell, where: Where = () => true): Bar {
  return { of: 'figure', kind: 'most', limit: limitOf(limit, where) };
}

export function least(limit: number | Cell, where: Where = () => true): Bar {
  return { of: 'figure', kind: 'least', limit: limitOf(limit, where) };
}

/** At most so many times the figure of the smallest generated vault. */
export function growsAtMost(limit: number | Bar['limit']): Bar {
  const of = typeof limit === 'number' ? () => limit : limit;
  return { of: 'growth', kind: 'most', limit: of };
}

function limitOf(limit: number | Cell, where: Where): Bar['limit'] {
  return figures => {
    if (!where(figures)) return undefined;
    return typeof limit === 'number' ? limit : limit(figures);
  };
}

/** Generated with at least so many notes. */
export function hasAtLeast(size: number): Where {
  return figures => (figures.size ?? 0) >= size;
}

export function ratio(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : above / below;
}

export function micro(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds * 1000;
}
