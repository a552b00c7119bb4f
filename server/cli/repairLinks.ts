/** `claimwright fix --links`: makes the repairs of links that are safe, and lists the others with what speaks for them. */
import type { AppliedFix, FixedNote } from '../core/features/fixes/fixNote';
import { type ReportedLink, repairEdit, reportedLinks } from '../core/features/repair/repairNote';
import { type RepairCandidate, type Repairer, repairer } from '../core/rules/repair/repair';
import { noHistory, type RenameHistory, renameHistory } from '../core/rules/repair/repairHistory';
import { lineStarts, rangeOf } from '../core/text/lines';
import { applyEdits } from '../core/text/span';
import type { Vault } from '../core/vault/Vault';
import { readChange } from '../disk';
import { readRenamesNow } from '../git/renames';
import type { Outcome, Request } from './command';
import { jsonLists } from './json';
import { loadVault } from './loadVault';
import { onePerFile } from './onePerFile';
import { formatOf } from './options';
import { prettyRepairs } from './prettyRepairs';
import { Progress } from './progress';
import type { Range } from './range';
import { scopeOf, select } from './scope';
import { writtenOf } from './writtenOf';

/** A link that somebody has to decide on. */
export interface Proposal {
  readonly file: string;
  /** What `newText` of a candidate would replace. */
  readonly range: Range;
  /** The whole link as it is written. */
  readonly raw: string;
  readonly candidates: readonly (Pick<RepairCandidate, 'path' | 'evidence' | 'tier' | 'why'> & {
    readonly newText: string;
  })[];
}

interface NoteRepairs {
  /** `null` where nothing of it changes. */
  readonly note: FixedNote | null;
  readonly proposals: readonly Proposal[];
  /** Links of which nothing can be said. */
  readonly hopeless: number;
  /** Errors that are left. */
  readonly errors: number;
}

export function repairLinks({ values, operands, paint, today, tell }: Request): Outcome {
  const format = formatOf(values);
  const dryRun = values['dry-run'] === true;
  const scope = scopeOf(operands);
  const { root } = scope;
  const vault = loadVault(root, { values, tell });
  const paths = select(scope, vault.notes(), tell);
  const history = values['no-git'] === true ? noHistory : historyOf(root, tell);
  const repairs = repairer(vault, history);
  const progress = new Progress('Repairing', paths.length);
  const unsafe = values['unsafe'] === true;
  const all = paths.map(path => {
    progress.step();
    return repaired(root, vault, path, today, repairs, unsafe);
  });
  progress.end();
  const notes = onePerFile(
    root,
    all.flatMap(({ note }) => note ?? []),
  );
  const proposals = all.flatMap(each => each.proposals);
  const written = dryRun ? notes : writtenOf(root, notes, tell);
  const hopeless = sum(all.map(each => each.hopeless));
  const report = { notes: written, of: paths.length, proposals, hopeless, dryRun };
  const error = all.some(({ errors }) => errors > 0);
  return {
    output: format === 'json' ? jsonOf(written, proposals) : prettyRepairs(report, paint),
    status: written.length < notes.length ? 2 : error ? 1 : 0,
  };
}

function historyOf(root: string, tell: (sentence: string) => void): RenameHistory {
  const { renames, refused } = readRenamesNow(root);
  if (refused !== null) tell(`Renames in the past are not known. ${refused}`);
  return renameHistory(renames);
}

function repaired(
  root: string,
  vault: Vault,
  path: string,
  today: string,
  repairs: Repairer,
  unsafe: boolean,
): NoteRepairs {
  const none = { note: null, proposals: [], hopeless: 0, errors: 0 };
  if (reportedLinks(vault, path, today, repairs).next().done) return none;
  // The note may have changed since the vault was read.
  const change = readChange(root, path);
  vault.apply([change]);
  if (change.kind !== 'set' || change.text === null) return none;
  const { text } = change;
  const links = [...reportedLinks(vault, path, today, repairs)];
  const chosen = links.flatMap(each => {
    const candidate = choiceOf(each, unsafe);
    return candidate === null ? [] : [{ ...each, candidate }];
  });
  const left = links.filter(each => choiceOf(each, unsafe) === null);
  const fixes = chosen.map(({ link, state, candidate }): AppliedFix & { newText: string } => {
    const { span, newText } = repairEdit(text, link, candidate);
    const title = `Link to “${candidate.path}”: ${candidate.why}`;
    return { code: `link/${state}`, title, span, edited: [span], newText };
  });
  const edits = fixes.map(({ span, newText }) => ({ span, newText }));
  const note = { path, before: text, after: applyEdits(text, edits), edits, fixes };
  const errors = left.filter(({ severity }) => severity === 'error').length;
  const open = left.filter(({ candidates }) => candidates.length > 0);
  return {
    note: edits.length === 0 ? null : note,
    proposals: proposalsOf(path, text, open),
    hopeless: left.length - open.length,
    errors,
  };
}

/** What is done unasked: what is safe, and if that is wanted what is likely and has no rival. */
function choiceOf({ candidates }: ReportedLink, unsafe: boolean): RepairCandidate | null {
  const [first, second] = candidates;
  if (first === undefined || second?.tier === first.tier) return null;
  return first.tier === 'safe' || (unsafe && first.tier === 'likely') ? first : null;
}

function proposalsOf(file: string, text: string, links: readonly ReportedLink[]): Proposal[] {
  const lines = lineStarts(text);
  return links.map(({ link, candidates }) => ({
    file,
    range: rangeOf(lines, link.target.span),
    raw: text.slice(link.span.start, link.span.end),
    candidates: candidates.map(candidate => {
      const { path, evidence, tier, why } = candidate;
      return { path, newText: repairEdit(text, link, candidate).newText, evidence, tier, why };
    }),
  }));
}

function jsonOf(notes: readonly FixedNote[], proposals: readonly Proposal[]): string {
  const edits = notes.flatMap(({ path, before, edits: each }) => {
    const lines = lineStarts(before);
    return each.map(({ span, newText }) => ({ file: path, range: rangeOf(lines, span), newText }));
  });
  return jsonLists({ edits, creates: [], renames: [], proposals });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}
