/** What the form cannot say of a vault's commit messages: fields that there are not, and trailers that git would not read. */
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { drop, type Findings, type Part, partsOf, textOf } from './configParts';
import type { Entries } from './configTree';
import { listed } from './formProblems';
import { messageFields } from './messageForm';

/** A field in a line of a message. */
export const MESSAGE_FIELD = /\{([a-z_]+)\}/giu;

/** As git has them: letters, digits and hyphens. */
const KEY = /^[a-z0-9][a-z0-9-]*$/iu;

/** `text` is that of the settings. */
export function checkMessage(tree: Entries, text: string, found: Findings): void {
  for (const part of partsOf(tree, ['message'])) {
    const name = part.entry?.name;
    if (name === 'subject' || name === 'body') checkFields(part, text, found);
  }
  for (const part of partsOf(tree, ['message', 'trailers'])) {
    if (part.value.kind === 'leaf') checkTrailer(part, text, found);
    else if (part.value.kind === 'entries')
      for (const entry of [...part.value.entries]) {
        const inner = { inside: part.value, entry, value: entry.value };
        if (!KEY.test(entry.name)) found.refuse(inner, noKey(entry.name));
        else checkFields(inner, text, found);
      }
  }
}

function checkTrailer(part: Part, text: string, found: Findings): void {
  const [, key] = /^([^:]*):\s*\S/u.exec(textOf(part)) ?? [];
  if (key === undefined) found.refuse(part, 'A trailer is a key, a colon and a value.');
  else if (KEY.test(key.trim())) checkFields(part, text, found);
  else found.refuse(part, noKey(key.trim()));
}

function noKey(key: string): string {
  return `\`${key}\` cannot be the key of a trailer: that is letters, digits and hyphens.`;
}

function checkFields(part: Part, text: string, found: Findings): void {
  const { value } = part;
  if (value.kind !== 'leaf') return;
  const known = Object.keys(messageFields);
  const unknown = [...value.text.matchAll(MESSAGE_FIELD)].flatMap(([, name = '']) =>
    known.includes(name) ? [] : [name],
  );
  for (const name of new Set(unknown)) {
    const meant = nearest(name, known);
    const asked = meant === null ? `These are: ${listed(known)}.` : `Did you mean \`${meant}\`?`;
    const message = `There is no field \`${name}\`. ${asked}`;
    found.tell(spanOf(name, value.span, text), message, 'error', meant);
  }
  if (unknown.length > 0) drop(part);
}

/** The name between its braces, or the whole value where escapes hide it. */
function spanOf(name: string, { start, end }: Span, text: string): Span {
  const at = text.slice(start, end).indexOf(`{${name}}`);
  return at < 0 ? { start, end } : { start: start + at + 1, end: start + at + 1 + name.length };
}
