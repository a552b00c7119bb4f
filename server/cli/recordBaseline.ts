/** `claimwright check --write-baseline`: takes what is found today for known. */
import { type Entry, entriesFor, type Sifted } from './baseline';
import { writeBaseline } from './baselineFile';
import type { CheckFormat } from './checkReport';
import type { Outcome } from './command';
import type { Found } from './findings';
import { jsonDocument } from './json';
import { counted, grouped } from './pretty';

export interface Recording {
  readonly root: string;
  /** Absolute path of the baseline. */
  readonly file: string;
  /** What was in it. */
  readonly before: readonly Entry[];
  readonly sifted: Sifted;
  /** Whether a new finding is to become known. */
  wanted(found: Found): boolean;
  /** Whether nothing is said of this file, so that what is known of it stays. */
  isLeftOut(path: string): boolean;
  readonly notes: number;
  readonly format: CheckFormat;
}

export function recordBaseline(recording: Recording): Outcome {
  const { root, file, before, sifted, wanted, isLeftOut, notes, format } = recording;
  const fresh = sifted.fresh.filter(wanted);
  const others = before.filter(entry => isLeftOut(entry.file));
  const entries = entriesFor([...sifted.known, ...fresh], others);
  writeBaseline(root, file, entries);
  const known = entries.reduce((sum, { count }) => sum + count, 0);
  if (format === 'json') {
    const head = {
      vault: root,
      notes,
      known,
      gone: sifted.gone,
      new: fresh.length,
      baseline: file,
    };
    return { output: jsonDocument(head, 'diagnostics', []), status: 0 };
  }
  const changes = `${grouped(fresh.length)} new, ${grouped(sifted.gone)} gone`;
  return { output: `${counted(known, 'problem')} known in ${file} (${changes})\n`, status: 0 };
}
