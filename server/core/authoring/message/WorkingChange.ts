/** Notes of a vault that differ from the last commit. */

export interface WorkingChange {
  readonly path: string;
  /** As the commit has it; `null` where it has no such note, or no text. */
  readonly before: string | null;
  /** As it is now; `null` where it is gone. */
  readonly after: string | null;
}

/** What a repository tells of them. */
export interface WorkingNotes {
  readonly notes: readonly Pick<WorkingChange, 'path' | 'before'>[];
  /** Why nobody can say, as a sentence; `null` where somebody can. */
  readonly refused: string | null;
}
