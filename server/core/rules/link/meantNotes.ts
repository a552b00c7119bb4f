/** The files that a link to nothing may have meant, by telling words and by spelling. */
import type { Link } from '../../text/links';
import { canonicalTarget } from '../../vault/canonical';
import {
  baseOf,
  folderOf,
  foldName,
  isNotePath,
  nameOf,
  slugOf,
  withoutExtension,
} from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import { relativePath } from '../../vault/relativePath';
import { PREFIX_LENGTH } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import { likeness } from './closest';

/** Candidates that only begin alike. */
const LOOKED_AT = 6;
/** From here on the letters alone tell; below, other sentences on the topic have as many in common. */
const SPELT_ALIKE = 0.66;
const MOST = 3;

/** At most three paths, best first. */
export function meantFiles(vault: Vault, { target, embed }: Link, from: string): string[] {
  const name = baseOf(withoutExtension(target.written.replace(/\\/gu, '/')));
  const same = sharingName(vault, target.written, name);
  if (same.length > 0) return same.filter(path => path !== from).slice(0, MOST);
  const words = vault.alike(target.written);
  const files = [...words, ...vault.find(name, LOOKED_AT)];
  if (embed || /\.\w{2,6}$/u.test(name)) files.push(...vault.tree.findAttachments(name, LOOKED_AT));
  return [...new Set(files)]
    .filter(path => path !== from)
    .map(path => ({ path, spelt: spelling(vault, name, path), rank: words.indexOf(path) }))
    .filter(({ spelt, rank }) => rank >= 0 || spelt >= SPELT_ALIKE)
    .map(({ path, spelt, rank }) => ({ path, score: spelt + (rank < 0 ? 0 : 0.15 - rank / 20) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ path }) => path);
}

/** Notes that could all be meant in the same way, which is why the link leads to none of them. */
export function sharingName(vault: Vault, written: string, name: string): readonly string[] {
  const slug = slugOf(name);
  if (written.includes('/') || slug === '') return [];
  const titled = vault.notesTitled(foldName(name));
  if (titled.length > 0) return [...titled].sort();
  const same = vault.notesWithSlug(slug);
  if (same.length > 0 || slug.length < PREFIX_LENGTH) return [...same].sort();
  return [...vault.notesWithSlugPrefix(slug)].sort();
}

function spelling(vault: Vault, written: string, path: string): number {
  const note = vault.note(path);
  const names = note === undefined ? [] : titlesOf(note);
  const own = isNotePath(path) ? nameOf(path) : baseOf(path);
  return [own, ...names].reduce((most, each) => Math.max(most, likeness(written, each)), 0);
}

/** What to write so that the link leads there: a path in a Markdown link, else the shortest name. */
export function targetOf(vault: Vault, link: Link, path: string, from: string): string {
  if (link.form !== 'markdown') return canonicalTarget(vault, path, from);
  return link.target.written.startsWith('/') ? `/${path}` : relativePath(folderOf(from), path);
}
