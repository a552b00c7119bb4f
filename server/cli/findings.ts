/** What the rules find in files of a vault, with what a report and a baseline need of each finding. */
import { checkNote, fixesOf } from '../core/rules/check';
import { placeOf } from '../core/rules/rule';
import type { Severity } from '../core/schema/config';
import { lineStarts, rangeOf } from '../core/text/lines';
import type { Span } from '../core/text/span';
import { vaultMarker } from '../core/vault/marker';
import type { Vault } from '../core/vault/Vault';
import { textOf, type VaultConfig } from './loadVault';
import type { Range } from './range';

export interface Found {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly range: Range;
  /** The field that it is about, where the text does not tell; else empty. */
  readonly field: string;
  /** What the span covers, white space collapsed. */
  readonly text: string;
  /** Titles of the edits that would mend it. */
  fixes(): string[];
}

export interface Checked {
  readonly vault: Vault;
  readonly root: string;
  readonly config: VaultConfig;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Findings of every severity, in the order of the text. */
export function findingsOf(checked: Checked, path: string): Found[] {
  return path === vaultMarker ? inSettings(checked.config) : inNote(checked, path);
}

function inSettings({ text, findings }: VaultConfig): Found[] {
  const lines = lineStarts(text);
  return findings.map(({ span, severity, code, message, field = '', fixes }) => ({
    file: vaultMarker,
    code,
    severity,
    message,
    span,
    range: rangeOf(lines, span),
    field,
    text: covered(text, span),
    fixes: () => fixes.map(({ title }) => title),
  }));
}

function inNote({ vault, root, today }: Checked, path: string): Found[] {
  const findings = checkNote(vault, path, today);
  const place = findings.length === 0 ? undefined : placeOf(vault, path, today);
  if (place === undefined) return [];
  const fixPlace = { ...place, text: textOf(root, path) };
  return findings.map(finding => {
    const { code, severity, message, span, field = '' } = finding;
    return {
      file: path,
      code,
      severity,
      message,
      span,
      range: rangeOf(place.note.lines, span),
      field,
      text: covered(fixPlace.text, span),
      fixes: () => fixesOf(fixPlace, finding).map(({ title }) => title),
    };
  });
}

function covered(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/gu, ' ').trim();
}
