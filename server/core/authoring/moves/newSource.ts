/** A new source, waiting to be read: dated and named by its author, with what was copied of it. */
import { addressKey } from '../../text/webAddresses';
import type { Vault } from '../../vault/Vault';
import type { Author, Authored, RefusedMove } from './Author';
import { copiedText } from './copiedText';
import { domainFault } from './domainFault';
import type { Move } from './Move';
import { newNoteFolders, wordsOf } from './newNoteFolder';
import { namesake } from './newNoteName';
import { oneLine } from './oneLine';
import { publishedOn } from './publishedOn';
import { skeleton } from './skeleton';
import { sourceName } from './sourceName';

type NewSourceMove = Extract<Move, { readonly kind: 'source' }>;

export function newSource(author: Author, move: NewSourceMove): Authored | RefusedMove {
  const { vault, today } = author;
  const type = vault.config.schema.type('source');
  const title = oneLine(move.title);
  if (type === undefined) return { refused: 'This vault has no sources.' };
  if (title === '') return { refused: 'A source needs a title.' };
  const url = oneLine(move.url);
  const by = oneLine(move.author);
  const [known] = vault.sourcesAt(addressKey(url));
  if (known !== undefined) return { refused: `“${known}” is that source already.` };
  const domain = move.domain?.trim() || wordsOf(author).domain || null;
  const fault = domainFault(domain);
  if (fault !== null) return { refused: fault };
  const date = publishedOn(url, move.text, today) ?? today;
  const { sure, all } = newNoteFolders(author, type);
  const folder = sure ?? all[0] ?? '';
  const path = freePath(vault, folder, copy => sourceName(date, by, title, copy));
  const { text, place } = skeleton(
    type,
    { today: date, title, ...(domain && { domain }) },
    { title, author: by, url, ...formatOf(url) },
    { Content: copiedText(move.text, type) },
  );
  return {
    edit: { edits: new Map(), creates: [{ path, text }], renames: [] },
    label: 'New source',
    open: { path, selection: place },
  };
}

/** A name that no note has. */
function freePath(vault: Vault, folder: string, named: (copy: number) => string): string {
  for (let copy = 1; ; copy++) {
    const name = named(copy);
    const path = folder === '' ? name : `${folder}/${name}`;
    if (namesake(vault, name) === undefined && !vault.has(path)) return path;
  }
}

/** What an address alone tells. */
function formatOf(url: string): { format?: string } {
  const host = /^https?:\/\/(?:www\.|m\.)?([^/:?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
  if (
    /^(?:arxiv\.org|doi\.org|ssrn\.com|papers\.ssrn\.com|pubmed\.ncbi\.nlm\.nih\.gov)$/u.test(host)
  )
    return { format: 'paper' };
  return /^(?:x\.com|twitter\.com|bsky\.app)$/u.test(host) ? { format: 'tweet' } : {};
}
