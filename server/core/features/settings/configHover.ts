/** What a key or a value of a vault's settings means. */
import type { Span } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { configAround } from './configCompletion';
import { configContext } from './configContext';
import { keysAt, valuesAt } from './configWords';

export interface ConfigHover {
  readonly span: Span;
  readonly word: string;
  readonly detail: string;
  /** In a sentence; words of the settings stand in backticks. */
  readonly meaning: string;
}

/** `null` where there is nothing to tell. `offset` is UTF-16. */
export function configHover(vault: Vault, text: string, offset: number): ConfigHover | null {
  const context = configContext(text, offset);
  if (context === null || context.word === '') return null;
  const place = { path: context.path, vault, config: configAround(vault, text, context) };
  const words = [
    ...(context.mayBeKey ? keysAt(place) : []),
    ...(context.colon ? [] : valuesAt(place)),
  ];
  const found = words.find(({ word }) => word === context.word);
  if (found === undefined || (found.meaning === '' && found.detail === '')) return null;
  const { word, detail, meaning } = found;
  return { span: context.span, word, detail, meaning };
}
