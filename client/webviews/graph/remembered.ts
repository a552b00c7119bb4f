/** What the page is to be like again after a reload. */
import { type Filters, isFilters, noFilters } from './filters';
import { type Choice, isChoice } from './messages';

export interface Remembered {
  /** Read by the extension, too, which opens the page again. */
  readonly choice: Choice | null;
  readonly filters: Filters;
  readonly list: boolean;
  /** `null` where nobody has moved the picture. */
  readonly viewpoint: Viewpoint | 'all' | null;
}

/** What is in the middle of the stage, told by the note nearest to it, so that it is found where notes were moved. */
export interface Viewpoint {
  readonly path: string;
  /** From that note to the middle, in units of the layout. */
  readonly x: number;
  readonly y: number;
  /** Scale. */
  readonly k: number;
}

export function remembered(state: unknown): Remembered {
  const { choice, filters, list, viewpoint } = (
    typeof state === 'object' && state !== null ? state : {}
  ) as {
    readonly [Name in keyof Remembered]?: unknown;
  };
  return {
    choice: isChoice(choice) ? choice : null,
    filters: isFilters(filters) ? filters : noFilters,
    list: list === true,
    viewpoint: viewpoint === 'all' || isViewpoint(viewpoint) ? viewpoint : null,
  };
}

function isViewpoint(value: unknown): value is Viewpoint {
  const { path, x, y, k } = (value ?? {}) as { readonly [Name in keyof Viewpoint]?: unknown };
  return typeof path === 'string' && [x, y, k].every(Number.isFinite);
}
