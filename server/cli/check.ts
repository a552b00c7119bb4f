/** `claimwright check`: what the rules find in the notes of a vault. */
import { checkNote, fixesOf } from '../core/rules/check';
import { placeOf } from '../core/rules/rule';
import { type Severity, severities } from '../core/schema/config';
import { lineStarts, rangeOf } from '../core/text/lines';
import { vaultMarker } from '../core/vault/marker';
import type { Vault } from '../core/vault/Vault';
import { codesOf, ruleOption } from './codes';
import type { Command } from './command';
import { jsonDocument } from './json';
import { loadVault, readConfig, textOf, type VaultConfig } from './loadVault';
import { choiceOf, formatOf, formatOption } from './options';
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

export const check: Command = {
  summary: 'report faults in the notes of a vault',
  operands: '[VAULT] [GLOB…]',
  description: `Reports what is wrong in the notes of a vault: front matter that does not hold what its\ntype asks for, links that lead nowhere or not to one note, notes that cannot be read.\n\n${scopeHelp}`,
  options: {
    format: formatOption,
    rule: ruleOption,
    severity: {
      type: 'string',
      value: 'LEVEL',
      help: 'at least error, warning, information (default) or hint',
    },
  },
  run({ values, operands, paint, today, tell }) {
    const format = formatOf(values);
    const least = severities.indexOf(choiceOf(values, 'severity', severities, 'information'));
    const codes = codesOf(values);
    const scope = scopeOf(operands);
    const vault = loadVault(scope.root, tell);
    const config = readConfig(scope.root);
    const all = config.exists ? [vaultMarker, ...vault.notes()] : vault.notes();
    const paths = select(scope, all, tell);
    const wanted = ({ code, severity }: { code: string; severity: Severity }) =>
      codes.has(code) && severities.indexOf(severity) <= least;
    const diagnostics = paths.flatMap(path =>
      path === vaultMarker
        ? diagnoseConfig(config).filter(wanted)
        : diagnose(vault, scope.root, path, today, wanted),
    );
    const notes = paths.filter(path => path !== vaultMarker).length;
    const head = { vault: scope.root, notes };
    return {
      output:
        format === 'json'
          ? jsonDocument(head, 'diagnostics', diagnostics)
          : prettyCheck(head.notes, diagnostics, paint),
      status: diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0,
    };
  },
};

function diagnoseConfig({ text, findings }: VaultConfig): Diagnostic[] {
  const lines = lineStarts(text);
  return findings.map(({ span, severity, code, message, fixes }) => ({
    file: vaultMarker,
    range: rangeOf(lines, span),
    severity,
    code,
    message,
    fixes: fixes.map(({ title }) => title),
  }));
}

function diagnose(
  vault: Vault,
  root: string,
  path: string,
  today: string,
  wanted: (finding: { code: string; severity: Severity }) => boolean,
): Diagnostic[] {
  const findings = checkNote(vault, path, today).filter(wanted);
  const place = findings.length === 0 ? undefined : placeOf(vault, path, today);
  if (place === undefined) return [];
  const fixPlace = { ...place, text: textOf(root, path) };
  return findings.map(finding => ({
    file: path,
    range: rangeOf(place.note.lines, finding.span),
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    fixes: fixesOf(fixPlace, finding).map(({ title }) => title),
  }));
}
