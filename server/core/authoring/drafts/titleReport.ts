/** What can be said of the title of a new note while it is typed: where it would stand, and what is there already. */
import { titleRemarks } from '../../rules/claim/titleTest';
import { textOf } from '../../text/frontmatter';
import { fileNameOf, PORTABLE_BYTES } from '../../vault/fileName';
import { baseOf, byteLength, nameOf, slugOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import type { Author } from '../moves/Author';
import { newNote } from '../moves/newNote';
import { newNoteFolders, wordsOf } from '../moves/newNoteFolder';
import { claimPath } from './claimFile';
import { domainOf } from './domainOf';
import { plainTitle } from './plainWords';
import { sameTitle } from './sameTitle';
import { typeOf } from './typeOf';

export interface TitleWish {
  readonly title: string;
  readonly type: string;
  /** `null` where the source or the vault has to tell. */
  readonly domain: string | null;
}

export interface TitleReport {
  /** The note that it would become; `null` where it can be none. */
  readonly path: string | null;
  /** Of the file name that says the whole title, with its extension; what goes beyond the portable ones is cut off. */
  readonly bytes: number;
  readonly portableBytes: number;
  readonly remarks: readonly { readonly severity: 'error' | 'warning'; readonly message: string }[];
  /** At most five claims that may say the same, the likest first. */
  readonly alike: readonly LikeClaim[];
}

interface LikeClaim {
  readonly path: string;
  readonly title: string;
  readonly confidence: string | null;
  /** 0..1, 1 for the same words. */
  readonly score: number;
}

type Remarks = TitleReport['remarks'];

const MOST_ALIKE = 5;

/** Costs the same in vaults of any size. The author's note is the one that the new one is made from. */
export function titleReport(author: Author, { title, type, domain }: TitleWish): TitleReport {
  const plain = plainTitle(title);
  if (plain === '')
    return { path: null, bytes: 0, portableBytes: PORTABLE_BYTES, remarks: [], alike: [] };
  const isClaim = type === 'claim';
  const { path, remarks } = isClaim ? claimOf(author, plain, domain) : noteOf(author, plain, type);
  return {
    path,
    bytes: path === null ? 0 : bytesOf(path, plain),
    portableBytes: PORTABLE_BYTES,
    remarks,
    alike: isClaim ? alikeTo(author.vault, plain) : [],
  };
}

interface Place {
  readonly path: string | null;
  readonly remarks: Remarks;
}

function claimOf(author: Author, title: string, domain: string | null): Place {
  const { vault } = author;
  const path = claimPath(vault, title, domain ?? usualDomain(author));
  const same = sameTitle(vault, title);
  const remarks: Remarks = titleRemarks(title);
  if (same === null) return { path, remarks };
  return { path, remarks: [{ severity: 'error', message: `“${same}” says that already.` }] };
}

function usualDomain(author: Author): string | null {
  const { vault, path } = author;
  const note = path === null ? undefined : vault.note(path);
  const type = path === null ? undefined : typeOf(vault, path);
  const yields = type?.name === 'source' || type?.name === 'musing';
  if (note !== undefined && yields) return domainOf(vault, { note, text: '', type });
  return wordsOf(author).domain ?? null;
}

/** Of another type: as it would be made, in the likeliest folder where the author still has to choose one. */
function noteOf(author: Author, title: string, name: string): Place {
  const type = author.vault.config.schema.type(name);
  const folders = type === undefined ? null : newNoteFolders(author, type);
  const folder = folders === null || folders.sure !== null ? null : (folders.all[0] ?? null);
  const made = newNote(author, { kind: 'note', type: name, title, folder });
  if ('refused' in made)
    return { path: null, remarks: [{ severity: 'error', message: made.refused }] };
  return { path: made.edit.creates[0]?.path ?? null, remarks: [] };
}

function bytesOf(path: string, title: string): number {
  const name = nameOf(path);
  const whole = name.includes(' ') ? fileNameOf(title) : slugOf(title);
  return byteLength(slugOf(whole).startsWith(slugOf(name)) ? `${whole}.md` : baseOf(path));
}

function alikeTo(vault: Vault, title: string): LikeClaim[] {
  return vault.likeClaims(title, MOST_ALIKE).flatMap(({ id: path, score }) => {
    const note = vault.note(path);
    if (note === undefined) return [];
    const confidence = textOf(note.frontmatter, 'confidence') ?? null;
    return [{ path, title: displayTitle(note), confidence, score }];
  });
}
