/** The notes that other notes link to and that nobody has written yet, as far as they fit what was typed. */
import type { Link } from '../../text/links';
import { baseOf, slugOf, withoutExtension } from '../../vault/names';
import { mentionSlugs } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { fitter } from './fitter';

export interface Unresolved {
  /** As most of the notes looked at write it. */
  readonly written: string;
  /** How many other notes link to it. */
  readonly holders: number;
}

const MOST = 5;
/** Hits looked at, and notes that tell how one is written. */
const FETCHED = 20;
const READ = 4;
const UNLINKABLE = /[#|^[\]\n`]/u;
/** A missing picture is no note to be written. */
const ATTACHMENT = /\.[a-z][a-z0-9]{1,4}$/iu;

/** At most five, best first; all have all the words. None before anything is typed. */
export function unresolvedCandidates(vault: Vault, path: string, query: string): Unresolved[] {
  if (slugOf(query) === '') return [];
  const fits = fitter(query);
  const found = new Map<string, Unresolved>();
  for (const slug of vault.unresolvedNames.find(query, FETCHED)) {
    if (!fits(slug)) continue;
    // What is just being typed in this note is no link to go by.
    const holders = vault.unresolvedNames.holders(slug).filter(each => each !== path);
    const written = writtenIn(vault, holders, slug);
    if (written !== null) found.set(slugOf(written), { written, holders: holders.length });
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** How most of the notes write it; `null` where none does in a form that leads nowhere and can stand in a wiki link. */
function writtenIn(vault: Vault, holders: readonly string[], slug: string): string | null {
  const forms = new Map<string, number>();
  for (const from of holders.slice(0, READ)) {
    const link = vault.linksLike([slug], from).find(each => mentionSlugs(each).includes(slug));
    if (link === undefined || vault.resolve(link, from).kind !== 'missing') continue;
    const form = nameIn(link);
    if (form !== '' && !UNLINKABLE.test(form) && !ATTACHMENT.test(form))
      forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const [best] = [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}

/** A path from the other note's folder means nothing here. */
function nameIn({ form, target }: Link): string {
  const written = withoutExtension(target.written.replace(/\\/gu, '/'));
  return form === 'markdown' || /^(?:\.|\/)/u.test(written) ? baseOf(written) : written;
}
