/** `claimwright fix`: mends what can be mended without asking. */
import type { FixedNote } from '../core/features/fixes/fixNote';
import { fixVault } from '../core/features/fixes/fixVault';
import { lineStarts, rangeOf } from '../core/text/lines';
import { vaultMarker } from '../core/vault/marker';
import { readChange } from '../disk';
import { codesOf, ruleOption } from './codes';
import { type Command, Failure, UsageError } from './command';
import { jsonLists } from './json';
import { loadVault, readConfig } from './loadVault';
import { onePerFile } from './onePerFile';
import { formatOf, formatOption } from './options';
import { prettyFix } from './prettyFix';
import { Progress } from './progress';
import { repairLinks } from './repairLinks';
import { scopeHelp, scopeOf, select } from './scope';
import { writtenOf } from './writtenOf';

export const fix: Command = {
  summary: 'mend the faults that can be mended safely',
  operands: '[VAULT] [GLOB…]',
  description: `Mends faults in the notes of a vault, again until nothing changes, and prints the edits
it made. Only safe fixes are applied: those where nothing else could be meant. With
--unsafe and --rule, a finding without a safe fix is mended where just one of its fixes
edits the note, which may be a guess: look at the difference afterwards. No file is made,
moved or removed, and a note that changed meanwhile is left as it is.

With --links it repairs links that lead nowhere, nearly somewhere, or to several notes:
by titles, words that titles share, files that moved, and renames that git saw. What is
safe is done; the rest is listed with what speaks for it. --unsafe also does what is
likely.

${scopeHelp}`,
  options: {
    format: formatOption,
    'dry-run': { type: 'boolean', help: 'print the edits and write nothing' },
    rule: ruleOption,
    unsafe: {
      type: 'boolean',
      help: 'with --rule or --links: also what may not be meant',
    },
    links: { type: 'boolean', help: 'repair links' },
    'no-git': { type: 'boolean', help: 'with --links: do not ask git for renames' },
  },
  json: [
    {
      with: '',
      members: {
        edits: '`[{"file","range","newText"}]`, ranges in the text as it was',
        creates: 'always empty',
        renames: 'always empty',
      },
    },
    {
      with: '--links',
      members: {
        edits: '`[{"file","range","newText"}]`, ranges in the text as it was',
        creates: 'always empty',
        renames: 'always empty',
        proposals:
          '`[{"file","range","raw","candidates":[{"path","newText","evidence","tier","why"}]}]`, what is left to choose',
      },
    },
  ],
  run(request) {
    const { values, operands, paint, today, tell } = request;
    if (values['links'] === true && values['rule'] !== undefined)
      throw new UsageError('--links and --rule do not go together.');
    if (values['no-git'] === true && values['links'] !== true)
      throw new UsageError('--no-git needs --links.');
    const format = formatOf(values);
    const codes = codesOf(values);
    const unsafe = values['unsafe'] === true;
    if (unsafe && values['rule'] === undefined && values['links'] !== true)
      throw new UsageError(
        '--unsafe needs --rule or --links, so that you say what may be changed.',
      );
    const dryRun = values['dry-run'] === true;
    const scope = scopeOf(operands);
    const { root } = scope;
    // What is left out of them could make a fix safe that is none in this vault.
    if (readConfig(root).findings.some(({ severity }) => severity === 'error'))
      throw new Failure(`Mend “${vaultMarker}” first: "check --rule config" tells what is wrong.`);
    if (values['links'] === true) return repairLinks(request);
    const vault = loadVault(root, request);
    const paths = select(scope, vault.notes(), tell);
    const progress = new Progress('Mending', paths.length);
    const { notes: all, left } = fixVault(vault, paths, {
      today,
      choice: { wants: ({ code }) => codes.has(code), unsafe },
      read: path => readChange(root, path),
      visited: () => progress.step(),
    });
    progress.end();
    const notes = onePerFile(root, all);
    const written = dryRun ? notes : writtenOf(root, notes, tell);
    const report = { notes: written, of: paths.length, left, dryRun };
    const error = left.some(({ severity }) => severity === 'error');
    return {
      output: format === 'json' ? jsonOf(written) : prettyFix(report, paint),
      status: written.length < notes.length ? 2 : error ? 1 : 0,
    };
  },
};

function jsonOf(notes: readonly FixedNote[]): string {
  const edits = notes.flatMap(note => {
    const lines = lineStarts(note.before);
    return note.edits.map(({ span, newText }) => ({
      file: note.path,
      range: rangeOf(lines, span),
      newText,
    }));
  });
  return jsonLists({ edits, creates: [], renames: [] });
}
