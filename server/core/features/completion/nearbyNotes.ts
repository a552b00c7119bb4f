/** The notes that a link can lead to before anything of it is typed: what has to do with the note first. */
import type { NoteType } from '../../schema/NoteType';
import { textOf } from '../../text/frontmatter';
import { folderOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { COMPLETION_LIMIT } from './Completions';

/** Notes looked at of the domain, and of the whole vault. */
const SCANNED = 1000;

interface FolderFacts {
  readonly type: NoteType | undefined;
  readonly domain: string | undefined;
}

/** What the note links to and what links to it, then its folder, its domain, any; last what is in a wrong folder. */
export function nearbyNotes(vault: Vault, path: string, fits: (path: string) => boolean): string[] {
  const note = vault.note(path);
  const near = new Set<string>();
  for (const link of note?.links ?? []) {
    const resolution = vault.resolve(link, path);
    if (resolution.kind === 'found' && fits(resolution.path)) near.add(resolution.path);
  }
  for (const { from } of vault.backlinks(path)) if (fits(from)) near.add(from);
  if (near.size >= COMPLETION_LIMIT) return [...near];
  const folder = folderOf(path);
  const facts = folderFacts(vault);
  const domain = textOf(note?.frontmatter ?? null, 'domain') ?? facts(folder).domain;
  const rank = (each: string) => {
    const its = folderOf(each);
    const folderType = facts(its).type;
    if (folderType !== undefined && isMisplaced(vault, each, folderType)) return 3;
    if (its === folder) return 0;
    return domain !== undefined && facts(its).domain === domain ? 1 : 2;
  };
  const ranked: [string[], string[], string[], string[]] = [[], [], [], []];
  const seen = new Set(near);
  for (const notes of [vault.vocabulary.holders('domain', domain ?? ''), vault.notes()]) {
    let scanned = 0;
    for (const each of notes) {
      if (++scanned > SCANNED) break;
      if (seen.has(each) || !fits(each)) continue;
      seen.add(each);
      ranked[rank(each)].push(each);
      if (near.size + ranked[0].length >= COMPLETION_LIMIT) break;
    }
    if (near.size + ranked[0].length + ranked[1].length >= COMPLETION_LIMIT) break;
  }
  return [...near, ...ranked.flat()];
}

/** What folders are for, each asked once. */
function folderFacts({ config: { schema } }: Vault): (folder: string) => FolderFacts {
  const known = new Map<string, FolderFacts>();
  return folder => {
    let facts = known.get(folder);
    if (facts === undefined) {
      facts = { type: schema.typeOfFolder(folder), domain: schema.wordsOfFolder(folder).domain };
      known.set(folder, facts);
    }
    return facts;
  };
}

function isMisplaced(vault: Vault, path: string, folderType: NoteType): boolean {
  const { schema } = vault.config;
  const type = schema.type(textOf(vault.glance(path)?.frontmatter ?? null, 'type') ?? '');
  // A map belongs to any folder.
  return type !== undefined && type !== folderType && schema.typeOfPath(path) !== type;
}
