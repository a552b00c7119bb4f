/** What `=== NAME at ‸` runs in a marker file: each feature tells its result as text, one thing a line. */
import { completion } from '../../server/core/features/completion';
import { definition } from '../../server/core/features/definition';
import { hover } from '../../server/core/features/hover';
import { applyEdits, touches } from '../../server/core/text/span';
import type { Vault } from '../../server/core/vault/Vault';
import { leadsTo } from './observations';

export interface CursorPlace {
  readonly vault: Vault;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
  readonly today: string;
}

/** A new feature is one entry here. */
export const cursorFeatures: Readonly<Record<string, (place: CursorPlace) => string>> = {
  link: ({ vault, path, offset }) => {
    const links = vault.note(path)?.links.filter(each => touches(each.span, offset)) ?? [];
    return links.map(link => leadsTo(vault.resolve(link, path))).join('\n');
  },
  /** The notes offered: label, and what is shown beside it. */
  completion: ({ vault, path, text, offset }) => {
    const found = completion(vault, path, text, offset);
    if (found === null) return 'nothing';
    return found.entries.map(({ label, facts }) => `${label} | ${facts}`).join('\n');
  },
  /** The line of the cursor after each entry was chosen. */
  'completed line': ({ vault, path, text, offset }) => {
    const found = completion(vault, path, text, offset);
    const lines = found?.entries.map(({ newText, quotes }) => {
      const mended = applyEdits(text, [...quotes, { span: found.replace, newText }]);
      return mended.split('\n')[text.slice(0, offset).split('\n').length - 1];
    });
    return lines?.join('\n') ?? 'nothing';
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
};
