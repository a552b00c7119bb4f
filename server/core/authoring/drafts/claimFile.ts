/** Where a new claim stands, and how its file is called: as the claims of its domain do. */
import { fileNameOf, nameFault, PORTABLE_BYTES, shortName } from '../../vault/fileName';
import { isCommonWord } from '../../vault/likeness/tellingWords';
import { byteLength, folderOf, foldName, isNotePath, nameOf, slugOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { isClaim } from './typeOf';

/** So many files show what is usual. */
const LOOKED_AT = 300;
/** Fewer names are no habit yet. */
const FEW = 3;
/** Of a word or two nobody can tell whether it is a sentence or a slug. */
const LEAST_HYPHENS = 2;

/** What stands before the last word. */
const LAST = /^(.*[^ -])[ -]+[^ -]+$/u;
const OPEN_BRACKET = /(?:\([^()]*|“[^“”]*)$/u;
/** Words behind which something has to come. */
const UNFINISHED = new Set(
  'across along almost approximately around behind beside beyond despite inside nearly outside roughly throughout unless whatever whoever'.split(
    ' ',
  ),
);

/** A path at which nothing is, in no system's eyes; `null` where no file can be called so. */
export function claimPath(vault: Vault, title: string, domain: string | null): string | null {
  const folder = claimFolder(vault, domain);
  const name = namedBySlug(vault, folder) ? slugOf(title) : fileNameOf(title);
  const room = PORTABLE_BYTES - byteLength('.md');
  for (let count = 1; count < LOOKED_AT; count++) {
    const ending = count === 1 ? '' : name.includes(' ') ? ` ${count}` : `-${count}`;
    const short = `${openingOf(name, room - byteLength(ending))}${ending}`;
    if (nameFault(short) !== null) return null;
    if (isFree(vault, short)) return folder === '' ? `${short}.md` : `${folder}/${short}.md`;
  }
  return null;
}

/** So much of the name as fits; where it is cut, it ends outside of brackets, with a word that says something. */
function openingOf(name: string, bytes: number): string {
  const short = shortName(name, bytes, '');
  if (short === name) return name;
  let kept = short;
  for (;;) {
    const before = LAST.exec(kept)?.[1] ?? '';
    const last = kept.slice(before.length).replace(/^[ -]+/u, '');
    const [inside] = OPEN_BRACKET.exec(kept) ?? [''];
    const cut = inside !== '' ? kept.slice(0, -inside.length) : isUnfinished(last) ? before : '';
    if (cut.length < short.length / 2) return kept;
    kept = cut.replace(/(?<![. ,;–—-])[. ,;–—-]+$/u, '');
  }
}

/** A number leaves open of what. */
function isUnfinished(word: string): boolean {
  return isCommonWord(word) || UNFINISHED.has(word.toLowerCase()) || /^[\d.,]+$/u.test(word);
}

/** The folder for claims of a domain: one that the schema describes, else where most of them stand, else a new one. */
export function claimFolder(vault: Vault, domain: string | null): string {
  const described = vault.config.schema.type('claim')?.folders ?? [];
  const word = domain !== null && isFolderName(domain) ? domain : null;
  const filled = described.flatMap(each => {
    const folder = word === null ? each : each.replace('<domain>', word);
    return folder.includes('<') ? [] : [folder];
  });
  const there = filled.find(each => vault.tree.isFolder(each));
  if (there !== undefined) return there;
  const usual = word === null ? null : usualFolder(vault, word);
  return usual ?? filled[0] ?? '';
}

function isFolderName(domain: string): boolean {
  return !domain.includes('/') && nameFault(domain) === null;
}

function usualFolder(vault: Vault, domain: string): string | null {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const path of vault.vocabulary.holders('domain', domain)) {
    if (seen++ === LOOKED_AT) break;
    if (!isClaim(vault, path)) continue;
    const folder = folderOf(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/** By the greater part of the folder's claims; where it has few, by that of the folders beside it. */
function namedBySlug(vault: Vault, folder: string): boolean {
  const own = habitIn(vault, [folder]);
  if (own.slugs + own.sentences >= FEW && own.slugs !== own.sentences)
    return own.slugs > own.sentences;
  const parent = folderOf(folder);
  const all = habitIn(vault, folder === '' ? [''] : vault.tree.foldersIn(parent));
  return all.slugs > all.sentences;
}

function habitIn(vault: Vault, folders: Iterable<string>): { slugs: number; sentences: number } {
  let [slugs, sentences, seen] = [0, 0, 0];
  for (const folder of folders) {
    for (const path of vault.tree.filesIn(folder)) {
      if (seen++ === LOOKED_AT) return { slugs, sentences };
      if (!isNotePath(path) || !isClaim(vault, path)) continue;
      const name = nameOf(path);
      if (name.includes(' ')) sentences++;
      else if (name.split('-').length > LEAST_HYPHENS) slugs++;
    }
  }
  return { slugs, sentences };
}

/** A name that another note has anywhere would make links to both ambiguous. */
function isFree(vault: Vault, name: string): boolean {
  return vault.notesNamed(foldName(name)).length === 0;
}
