/** Completion in a vault's settings: keys by place, and the words that a value takes. */
import { type Config, defaultConfig } from '../schema/config';
import type { Vault } from '../vault/Vault';
import type { CompletionEntry, Completions } from './Completions';
import { type ConfigContext, configContext } from './configContext';
import { readConfigFile } from './configFile';
import { type ConfigWord, keysAt, valuesAt } from './configWords';

/** `null` where nothing can be offered. `offset` is UTF-16. Costs the text, not the vault. */
export function configCompletion(vault: Vault, text: string, offset: number): Completions | null {
  const context = configContext(text, offset);
  if (context === null) return null;
  const place = { path: context.path, vault, config: configAround(vault, text, context) };
  const beside = ({ word }: ConfigWord) => !context.others.includes(word);
  const keys = context.mayBeKey ? keysAt(place).filter(beside) : [];
  const values = context.colon ? [] : valuesAt(place).filter(beside);
  const entries = [
    ...keys.map(word => entryOf(word, 'key', context)),
    ...values.map(word => entryOf(word, 'word', context)),
  ];
  return entries.length === 0 ? null : { entries, replace: context.span, incomplete: false };
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
