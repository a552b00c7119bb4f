/** The files that a link to nothing may have meant, by telling words and by spelling. */
import type { Link } from '../../text/links';
import { baseOf, foldName, isNotePath, nameOf, slugOf, withoutExtension } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import { PREFIX_LENGTH } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import { type Repairer, repairer } from '../repair/repair';
import { likeness } from './closest';

/** Candidates that only begin alike. */
const LOOKED_AT = 6;
/** From here on the letters alone tell; below, other sentences on the topic have as many in common. */
const SPELT_ALIKE = 0.66;
const MOST = 3;

/** At most three paths, best first: what a repair would propose, then what is only alike. */
export function meantFiles(vault: Vault, link: Link, from: string): string[] {
  const { repairs: found, alike } = lookedUp(vault);
  const repairs = found.linkIn(from, link)?.candidates ?? [];
  const meant = repairs.map(({ path }) => path);
  const name = baseOf(withoutExtension(link.target.written.replace(/\\/gu, '/')));
  const same = sharingName(vault, link.target.written, name);
  const key = `${link.embed} ${link.target.written}`;
  const likeIt = () => {
    const known = alike.get(key) ?? alikeFiles(vault, link, name);
    alike.set(key, known);
    return known;
  };
  const others = same.length > 0 ? same : meant.length < MOST ? likeIt() : [];
  return [...new Set([...meant, ...others])].filter(path => path !== from).slice(0, MOST);
}

/** Looking for words costs most, and many links name the same: what was found stays for as long as nothing changes. */
interface LookedUp {
  readonly revision: number;
  readonly repairs: Repairer;
  readonly alike: Map<string, string[]>;
}

const known = new WeakMap<Vault, LookedUp>();

function lookedUp(vault: Vault): LookedUp {
  const { revision } = vault;
  const cached = known.get(vault);
  if (cached?.revision === revision) return cached;
  const fresh = { revision, repairs: repairer(vault), alike: new Map<string, string[]>() };
  known.set(vault, fresh);
  return fresh;
}

function alikeFiles(vault: Vault, { target, embed }: Link, name: string): string[] {
  const words = vault.alike(target.written);
  const files = [...words, ...vault.find(name, LOOKED_AT)];
  if (embed || /\.\w{2,6}$/u.test(name)) files.push(...vault.tree.findAttachments(name, LOOKED_AT));
  return [...new Set(files)]
    .map(path => ({ path, spelt: spelling(vault, name, path), rank: words.indexOf(path) }))
    .filter(({ spelt, rank }) => rank >= 0 || spelt >= SPELT_ALIKE)
    .map(({ path, spelt, rank }) => ({ path, score: spelt + (rank < 0 ? 0 : 0.15 - rank / 20) }))
    .sort((a, b) => b.score - a.score)
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
