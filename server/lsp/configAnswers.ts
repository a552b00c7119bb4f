/** Answers requests about a vault's settings: from LSP's terms to features of the core, and back. */
import {
  type CodeAction,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Diagnostic,
  type Hover,
  MarkupKind,
  type Range,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { configCompletion } from '../core/features/settings/configCompletion';
import { readConfigFile } from '../core/features/settings/configFile';
import { type ConfigHover, configHover } from '../core/features/settings/configHover';
import { type LineStarts, lineStarts, rangeOf } from '../core/text/lines';
import { overlaps } from '../core/text/span';
import { type ListAbilities, toCompletionList } from './completionItems';
import { type Addresses, toCodeAction, toDiagnostic, toOffset } from './convert';
import { plain } from './hoverText';
import type { OpenVault } from './OpenVault';

function textOf(vault: OpenVault): { text: string; lines: LineStarts } {
  const file = vault.configFile();
  const text = (file.kind === 'set' ? file.text : null) ?? '';
  return { text, lines: lineStarts(text) };
}

export function configDiagnostics(vault: OpenVault, addresses: Addresses): Diagnostic[] {
  const { lines } = textOf(vault);
  const { findings } = readConfigFile(vault.configFile());
  return findings.map(finding => toDiagnostic(lines, finding, addresses));
}

export function configFixes(
  vault: OpenVault,
  uri: string,
  range: Range,
  addresses: Addresses,
): CodeAction[] {
  const { text, lines } = textOf(vault);
  const asked = {
    start: toOffset(lines, range.start, text.length),
    end: toOffset(lines, range.end, text.length),
  };
  return readConfigFile(vault.configFile())
    .findings.filter(({ span }) => overlaps(span, asked))
    .flatMap(({ fixes, ...finding }) =>
      fixes.map(fix => toCodeAction(lines, { ...fix, finding }, uri, addresses)),
    );
}

export function completeConfig(
  vault: OpenVault,
  { position, context }: CompletionParams,
  shows: ListAbilities,
): CompletionList | null {
  const { text, lines } = textOf(vault);
  const { triggerKind = CompletionTriggerKind.Invoked } = context ?? {};
  const typing = triggerKind !== CompletionTriggerKind.Invoked;
  const offset = toOffset(lines, position, text.length);
  const found = configCompletion(vault.index, text, offset, typing);
  return found && toCompletionList(lines, found, shows, () => undefined);
}

export function hoverConfig(
  vault: OpenVault,
  { position }: TextDocumentPositionParams,
): Hover | null {
  const { text, lines } = textOf(vault);
  const found = configHover(vault.index, text, toOffset(lines, position, text.length));
  if (found === null) return null;
  const value = hoverText(found);
  return { range: rangeOf(lines, found.span), contents: { kind: MarkupKind.Markdown, value } };
}

function hoverText({ word, detail, meaning }: ConfigHover): string {
  const head = `**${plain(word)}**${detail === '' ? '' : ` · ${plain(detail)}`}`;
  // Words in backticks are code; all else of a vault is text.
  const said = meaning
    .split(/(`[^`\s](?:[^`\n]*[^`\s])?`)/u)
    .map((part, index) => (index % 2 === 1 ? part : plainWithEnds(part)));
  return meaning === '' ? head : `${head}\n\n${said.join('')}`;
}

function plainWithEnds(part: string): string {
  const before = part.trimStart() === part ? '' : ' ';
  const after = part.trimEnd() === part || part.trim() === '' ? '' : ' ';
  return `${before}${plain(part)}${after}`;
}
