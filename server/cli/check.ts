/** `claimwright check`: what the rules find in the notes of a vault. */
import { rules } from '../core/rules/all';
import { checkNote, fixesOf } from '../core/rules/check';
import { placeOf, type Severity } from '../core/rules/rule';
import { rangeOf } from '../core/text/lines';
import type { Vault } from '../core/vault/Vault';
import { type Command, UsageError } from './command';
import { jsonDocument } from './json';
import { loadVault, textOf } from './loadVault';
import { choiceOf, formatOf, formatOption, listOf } from './options';
import { prettyCheck } from './prettyCheck';
import type { Range } from './range';
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

/** The worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export const check: Command = {
  summary: 'report faults in the notes of a vault',
  operands: '[VAULT] [GLOB…]',
  description: `Reports what is wrong in the notes of a vault: front matter that does not hold what its\ntype asks for, links that lead nowhere or not to one note, notes that cannot be read.\n\n${scopeHelp}`,
  options: {
    format: formatOption,
    rule: {
      type: 'string',
      multiple: true,
      value: 'CODE',
      help: 'only this rule (link/missing) or family of rules (link); may be repeated',
    },
    severity: {
      type: 'string',
      value: 'LEVEL',
      help: 'at least error, warning, information (default) or hint',
    },
  },
  run({ values, operands, paint, today, tell }) {
    const format = formatOf(values);
    const least = severities.indexOf(choiceOf(values, 'severity', severities, 'information'));
    const codes = codesOf(listOf(values, 'rule'));
    const scope = scopeOf(operands);
    const vault = loadVault(scope.root, tell);
    const paths = select(scope, vault.notes(), tell);
    const wanted = ({ code, severity }: { code: string; severity: Severity }) =>
      codes.has(code) && severities.indexOf(severity) <= least;
    const diagnostics = paths.flatMap(path => diagnose(vault, scope.root, path, today, wanted));
    const head = { vault: scope.root, notes: paths.length };
    return {
      output:
        format === 'json'
          ? jsonDocument(head, 'diagnostics', diagnostics)
          : prettyCheck(head.notes, diagnostics, paint),
      status: diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0,
    };
  },
};

function diagnose(
  vault: Vault,
  root: string,
  path: string,
  today: string,
  wanted: (finding: { code: string; severity: Severity }) => boolean,
): Diagnostic[] {
  const findings = checkNote(vault, path).filter(wanted);
  const place = findings.length === 0 ? undefined : placeOf(vault, path);
  if (place === undefined) return [];
  const fixPlace = { ...place, text: textOf(root, path), today };
  return findings.map(finding => ({
    file: path,
    range: rangeOf(place.note.lines, finding.span),
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    fixes: fixesOf(fixPlace, finding).map(({ title }) => title),
  }));
}

/** The codes that `--rule` asks for, all where it asks for none. */
function codesOf(asked: readonly string[]): ReadonlySet<string> {
  const all = rules.map(({ code }) => code);
  if (asked.length === 0) return new Set(all);
  return new Set(
    asked.flatMap(word => {
      const codes = all.filter(code => code === word || code.startsWith(`${word}/`));
      if (codes.length > 0) return codes;
      throw new UsageError(`There is no rule "${word}". The rules are ${all.join(', ')}.`);
    }),
  );
}
