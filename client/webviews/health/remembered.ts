/** What the page is to be like again after it was out of sight, or the window was reloaded. */

export interface Remembered {
  /** Address of the root of the vault; read by the extension, too, which opens the page again. */
  readonly vault: string;
  /** Keys of the numbers whose notes are shown. */
  readonly unfolded: readonly string[];
  /** Names of the sections that show all their rows. */
  readonly whole: readonly string[];
  /** Whether the table of the history is unfolded. */
  readonly history: boolean;
  /** In pixels from the top. */
  readonly scroll: number;
}

export function remembered(state: unknown): Remembered {
  const { vault, unfolded, whole, history, scroll } = (
    typeof state === 'object' && state !== null ? state : {}
  ) as { readonly [Name in keyof Remembered]?: unknown };
  return {
    vault: typeof vault === 'string' ? vault : '',
    unfolded: textsIn(unfolded),
    whole: textsIn(whole),
    history: history === true,
    scroll: typeof scroll === 'number' ? scroll : 0,
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}
