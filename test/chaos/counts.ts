/** How much a run has done. */
export interface Counts {
  rounds: number;
  steps: number;
  requests: number;
  cancelled: number;
  /** Of open notes. */
  edits: number;
  /** Changes on the disk that the editor did not make. */
  external: number;
  malformed: number;
  /** Edits that the server sent, taken or not. */
  applies: number;
  /** Answers held against those of a new server. */
  answers: number;
  /** Notes held against what a new server, or the command line, reports of them. */
  notes: number;
}

export function noCounts(): Counts {
  return {
    ...{ rounds: 0, steps: 0, requests: 0, cancelled: 0, edits: 0, external: 0 },
    ...{ malformed: 0, applies: 0, answers: 0, notes: 0 },
  };
}
