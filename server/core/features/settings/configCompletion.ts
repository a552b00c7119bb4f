/** Completion in a vault's settings: keys by place, and the words that a value takes. */
import { type Config, defaultConfig } from '../../schema/config';
import type { Vault } from '../../vault/Vault';
import type { CompletionEntry, Completions } from '../completion/Completions';
import { type ConfigContext, configContext } from './configContext';
import { readConfigFile } from './configFile';
import { type ConfigWord, isMeant, keysAt, valuesAt } from './configWords';

/**
 * `null` where nothing can be offered. `offset` is UTF-16. `typing` tells that the editor asks by itself while the author
 * types: then nothing is offered that Enter could put in unwanted. Costs the text, not the vault.
 */
export function configCompletion(
  vault: Vault,
  text: string,
  offset: number,
  typing = false,
): Completions | null {
  const context = configContext(text, offset);
  if (context === null || (typing && isIndent(text, offset))) return null;
  const place = { path: context.path, vault, config: configAround(vault, text, context) };
  const beside = ({ word }: ConfigWord) => !context.others.includes(word);
  const meant = ({ word }: ConfigWord) => isMeant(word, place);
  const keys = context.mayBeKey ? keysAt(place).filter(beside).filter(meant) : [];
  const values = context.colon ? [] : valuesAt(place).filter(beside);
  // A whole value closes the list, so that Enter ends the line.
  if (typing && values.some(({ word }) => word === context.word)) return null;
  const entries = [
    ...keys.map(word => entryOf(word, 'key', context)),
    ...values.map(word => entryOf(word, 'word', context)),
  ];
  return entries.length === 0 ? null : { entries, replace: context.span, incomplete: true };
}

/** Whether nothing but blanks stands before the cursor in its line. */
function isIndent(text: string, offset: number): boolean {
  return /(?:^\uFEFF?|[\r\n])[ \t]*$/u.test(text.slice(0, offset));
}

/** What the text says without the word at the cursor, which mostly is not YAML yet; else what is in force. */
export function configAround(vault: Vault, text: string, { span }: ConfigContext): Config {
  for (const attempt of [text, blanked(text, span)]) {
    const { config } = readConfigFile({ kind: 'set', path: '', text: attempt }, defaultConfig);
    if (config !== defaultConfig) return config;
  }
  return vault.config;
}

/** The line of the cursor as blanks: nothing else moves. */
function blanked(text: string, { start, end }: ConfigContext['span']): string {
  const from = text.slice(0, start).lastIndexOf('\n') + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline;
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
}

function entryOf(
  { word, written, meaning, detail, isScalar }: ConfigWord,
  kind: 'key' | 'word',
  { colon }: ConfigContext,
): CompletionEntry {
  const end = kind !== 'key' || colon ? '' : isScalar === true ? ': ' : ':';
  return {
    kind,
    label: word,
    detail,
    ...(meaning === '' ? {} : { documentation: { paragraphs: [meaning] } }),
    newText: written + end,
    opensList: end === ': ',
  };
}
