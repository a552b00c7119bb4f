/** `claimwright check`: what the rules find in the notes of a vault. */
import { type Severity, severities } from '../core/schema/config';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { type Entry, type Sifted, sift } from './baseline';
import { baselineOf, readBaseline, usualBaseline } from './baselineFile';
import { type ChangedNotes, changedNotes } from './changedNotes';
import { checkFormats, checkReport } from './checkReport';
import { codesOf, ruleOption } from './codes';
import { type Command, Failure, UsageError, type Values } from './command';
import { type Checked, type Found, findingsOf } from './findings';
import { loadVault, readConfig } from './loadVault';
import { choiceOf } from './options';
import type { Range } from './range';
import { recordBaseline } from './recordBaseline';
import { scopeHelp, scopeOf, select } from './scope';

export interface Diagnostic {
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Titles of the edits that would mend it. */
  readonly fixes: readonly string[];
}

export const check: Command = {
  summary: 'report faults in the notes of a vault',
  operands: '[VAULT] [GLOB…]',
  description: `Reports what is wrong in the notes of a vault: front matter that does not hold what its
type asks for, links that lead nowhere or not to one note, notes that cannot be read.

--write-baseline writes what is found today into a file, “${usualBaseline}” at
the vault's root; from then on only what is new is reported and counts for the exit
status. --changed-only reports the notes that differ from a commit, and what the change
broke in others.

${scopeHelp}`,
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'pretty (default), json (one document, lines and characters zero-based), github or sarif',
    },
    rule: ruleOption,
    severity: {
      type: 'string',
      value: 'LEVEL',
      help: 'at least error, warning, information (default) or hint',
    },
    'write-baseline': { type: 'boolean', help: 'take what is found for known, and report nothing' },
    baseline: { type: 'string', value: 'FILE', help: 'keep what is known in this file instead' },
    'no-baseline': { type: 'boolean', help: 'report what is known as well' },
    'changed-only': {
      type: 'boolean',
      help: 'only what differs from the commit at which the branch left origin, or from HEAD',
    },
    base: {
      type: 'string',
      value: 'REF',
      help: 'with --changed-only: from the commit at which the branch left this one',
    },
  },
  json: [
    {
      with: '',
      members: {
        vault: 'its path',
        notes: 'how many were looked at',
        'known?': 'with a baseline: findings that are in it',
        'gone?': 'with a baseline: how many of it are mended',
        'base?': 'with `--changed-only`: the commit that is compared',
        'changed?': 'with `--changed-only`: how many notes differ from it',
        diagnostics:
          '`[{"file","range","severity","code","message","fixes"}]`, `fixes` being titles',
      },
    },
    {
      with: '--write-baseline',
      members: {
        vault: 'its path',
        notes: 'how many were looked at',
        known: 'findings in the baseline now',
        gone: 'how many were forgotten',
        new: 'how many came',
        baseline: 'its path',
        diagnostics: 'always empty',
      },
    },
  ],
  run({ values, operands, paint, today, tell }) {
    const format = choiceOf(values, 'format', checkFormats, 'pretty');
    const least = severities.indexOf(choiceOf(values, 'severity', severities, 'information'));
    const codes = codesOf(values);
    const base = baseOf(values);
    const scope = scopeOf(operands);
    const { root } = scope;
    const vault = loadVault(root, { values, tell });
    const file = baselineOf(values, root);
    const entries = file === null ? null : entriesOf(file, values);
    const config = readConfig(root);
    const checked: Checked = { vault, root, config, today };
    const changes = base === null ? null : changedNotes(checked, base.ref);
    if (changes !== null && changes.unknown.length > 0) tell(unknownNotes(changes.unknown));
    const all = config.exists ? [vaultMarker, ...vault.notes()] : vault.notes();
    const selected = select(scope, all, tell);
    const paths = selected.filter(path => changes === null || concerns(changes, path));
    const files = new Set(paths);
    const sifted = sift(
      entries ?? [],
      paths.flatMap(path => findingsOf(checked, path)),
      {
        files,
        whole: changes === null && scope.patterns.length === 0,
        exists: path => (path === vaultMarker ? config.exists : vault.note(path) !== undefined),
      },
    );
    const wanted = (found: Found) =>
      codes.has(found.code) &&
      severities.indexOf(found.severity) <= least &&
      changes?.isCaused(found) !== false;
    const notes = selected.filter(isNotePath).length;
    if (values['write-baseline'] === true && file !== null)
      return recordBaseline({
        root,
        file,
        before: entries ?? [],
        sifted,
        wanted,
        isLeftOut: path => scope.patterns.length > 0 && !files.has(path),
        notes,
        format,
      });
    const fresh = sifted.fresh.filter(wanted);
    return {
      output: checkReport({
        root,
        format,
        paint,
        notes,
        fresh,
        ...(entries === null ? {} : { baseline: countsOf(sifted, wanted) }),
        ...(changes === null ? {} : { changes: changesIn(changes, paths) }),
      }),
      status: fresh.some(({ severity }) => severity === 'error') ? 1 : 0,
    };
  },
};

function baseOf(values: Values): { ref: string | undefined } | null {
  const { base, 'changed-only': only, 'write-baseline': write } = values;
  if (only !== true && base !== undefined)
    throw new UsageError('--base needs --changed-only, so that you say what is compared.');
  if (only === true && write === true)
    throw new UsageError(
      '--write-baseline takes what is found in the whole vault: leave out --changed-only.',
    );
  return only === true ? { ref: typeof base === 'string' ? base : undefined } : null;
}

function entriesOf(file: string, values: Values): readonly Entry[] {
  const entries = readBaseline(file);
  if (entries === null && values['write-baseline'] !== true)
    throw new Failure(`There is no baseline “${file}”; --write-baseline makes one.`);
  return entries ?? [];
}

function unknownNotes([first = '', ...others]: readonly string[]): string {
  return others.length === 0
    ? `1 note, “${first}”, is unknown to git (ignored, or in another repository): it counts as not changed.`
    : `${others.length + 1} notes, such as “${first}”, are unknown to git (ignored, or in another repository): they count as not changed.`;
}

function concerns({ changed, affected }: ChangedNotes, path: string): boolean {
  return changed.has(path) || affected.has(path);
}

function countsOf({ known, gone }: Sifted, wanted: (found: Found) => boolean) {
  return { known: known.filter(wanted).length, gone };
}

function changesIn({ base, changed }: ChangedNotes, paths: readonly string[]) {
  return { base, changed: paths.filter(path => isNotePath(path) && changed.has(path)).length };
}
