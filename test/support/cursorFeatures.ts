/** What `=== NAME at ‸` runs in a marker file: each feature tells its result as text, one thing a line. */

import type { CompletionEntry, Completions } from '../../server/core/features/Completions';
import { completion } from '../../server/core/features/completion';
import { definition } from '../../server/core/features/definition';
import { frontmatterCompletion } from '../../server/core/features/frontmatterCompletion';
import { frontmatterHover } from '../../server/core/features/frontmatterHover';
import { hover } from '../../server/core/features/hover';
import { newNoteCompletion } from '../../server/core/features/newNoteCompletion';
import { applyEdits, touches } from '../../server/core/text/span';
import type { Vault } from '../../server/core/vault/Vault';
import { frontmatterHoverText } from '../../server/lsp/frontmatterHoverText';
import { leadsTo } from './observations';

export interface CursorPlace {
  readonly vault: Vault;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
  readonly today: string;
}

function offered({ vault, path, text, offset, today }: CursorPlace, typing = false) {
  return (
    completion(vault, path, text, offset) ??
    newNoteCompletion(vault, path, text, offset, { today, typing }) ??
    frontmatterCompletion(vault, path, text, offset, { today, typing })
  );
}

function labels(found: Completions | null): string {
  if (found === null) return 'nothing';
  return found.entries.map(({ label, detail }) => `${label}${detail && ` | ${detail}`}`).join('\n');
}

function chosen(text: string, { replace }: Completions, { newText, edits = [] }: CompletionEntry) {
  return applyEdits(text, [...edits, { span: replace, newText }]);
}

/** A new feature is one entry here. */
export const cursorFeatures: Readonly<Record<string, (place: CursorPlace) => string>> = {
  link: ({ vault, path, offset }) => {
    const links = vault.note(path)?.links.filter(each => touches(each.span, offset)) ?? [];
    return links.map(link => leadsTo(vault.resolve(link, path))).join('\n');
  },
  /** What is offered: label, and what is shown beside it. */
  completion: place => labels(offered(place)),
  'completion while typing': place => labels(offered(place, true)),
  /** The line of the cursor after each entry was chosen. */
  'completed line': place => {
    const found = offered(place);
    const line = place.text.slice(0, place.offset).split('\n').length - 1;
    const lines = found?.entries.map(each => chosen(place.text, found, each).split(/\r?\n/u)[line]);
    return lines?.join('\n') ?? 'nothing';
  },
  /** The whole note after the first entry was chosen, by a client that knows no snippets. */
  'completed note': place => {
    const found = offered(place);
    const [first] = found?.entries ?? [];
    if (found === null || first === undefined) return 'nothing';
    return chosen(place.text, found, first).replace(/\n$/u, '');
  },
  /** What the first entry puts in, with its tab stops. */
  'completed snippet': place => offered(place)?.entries[0]?.snippet ?? 'nothing',
  /** What is told of the first entry. */
  'completion documentation': place => {
    const { paragraphs = [], words = [] } = offered(place)?.entries[0]?.documentation ?? {};
    return [...paragraphs, ...words.map(each => `${each.word}: ${each.meaning}`)].join('\n');
  },
  definition: ({ vault, path, offset }) =>
    definition(vault, path, offset)
      .map(each => `${each.path} at ${each.target.start}`)
      .join('\n'),
  /** Without the opening paragraph, which needs a text that the index does not keep. */
  hover: ({ vault, path, offset }) => {
    const found = hover(vault, path, offset, () => null);
    if (found === null) return 'nothing';
    return [
      `${found.kind}: ${found.written}`,
      ...found.notes.map(note =>
        [
          note.title,
          note.facts.join(', '),
          note.description,
          `${note.linkedFrom} links`,
          ...note.supportedBy.map(each => `+ ${each}`),
          ...note.challengedBy.map(each => `- ${each}`),
        ].join(' | '),
      ),
    ].join('\n');
  },
  /** What is hovered, then what is shown without blank lines. */
  'field hover': ({ vault, path, text, offset, today }) => {
    const found = frontmatterHover(vault, path, offset, today);
    if (found === null) return 'nothing';
    const shown = frontmatterHoverText(found).replace(/\n+/gu, '\n');
    return `[${text.slice(found.span.start, found.span.end)}]\n${shown}`;
  },
};
