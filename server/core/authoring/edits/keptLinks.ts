/** The edits by which every link leads to the same place after files moved, or titles, headings and blocks changed. */

import { encoded } from '../../text/destination';
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import type { TextEdit } from '../../text/span';
import { asWritten, insideQuotes, retarget, yamlScalar } from '../../text/yamlText';
import { type FragmentPlace, fragmentFor, fragmentPlace } from '../../vault/fragmentPlace';
import { isExact, targetsLike } from '../../vault/linkTarget';
import { folderOf, foldName, slugOf, withoutExtension } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import { type FoundHow, joinPath, type NearHow, type Resolution } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';

export interface Rearrangement {
  /** Where files go, by where they are now; all at once. */
  readonly moves: ReadonlyMap<string, string>;
  /** The texts that notes get, by their paths of now, with the edits that make them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

export interface KeptLinks {
  /** By path of now, in the texts of now. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Links for which no way of writing leads there any more. */
  readonly lost: readonly { readonly path: string; readonly link: Link }[];
}

/** A link that leads somewhere now. */
interface Lead {
  readonly path: string;
  readonly link: Link;
  readonly to: string;
  readonly how: FoundHow | NearHow;
  /** How well the target says where it leads. */
  readonly rank: number;
  /** Which of the note's titles the target is; -1 where it is none. */
  readonly title: number;
  /** What of the note the fragment names; `null` where it names nothing. */
  readonly place: FragmentPlace | null;
}

/** So many names are looked for in each note; more would cost more than resolving its links. */
const FEW_NAMES = 40;

/** Costs what mentions the old and the new names, not what the vault is. */
export function keptLinks(vault: Vault, { moves, texts, edits }: Rearrangement): KeptLinks {
  const touched = new Set([...moves.keys(), ...texts.keys()]);
  const came = new Map([...moves].map(([from, to]) => [to, from]));
  const holders = new Set(touched);
  const slugs = new Set<string>();
  const note = (path: string) => {
    for (const each of vault.mentioning(path)) holders.add(came.get(each) ?? each);
    for (const each of vault.slugsOf(path)) slugs.add(each);
  };
  for (const path of touched) note(path);
  vault.imagine(moves, texts, () => {
    for (const path of touched) note(moves.get(path) ?? path);
  });
  // Of many names nearly every link may mean one.
  const like = slugs.size <= FEW_NAMES ? [...slugs] : null;
  const leads = [...holders].flatMap(path => {
    const all = like === null || touched.has(path);
    return leadsOf(
      vault,
      path,
      all ? (vault.note(path)?.links ?? []) : vault.linksLike(like, path),
    );
  });
  const kept = new Map<string, TextEdit[]>();
  const lost: { path: string; link: Link }[] = [];
  vault.imagine(moves, texts, () => {
    for (const lead of leads) {
      const { path, link } = lead;
      const own = edits.get(path) ?? [];
      // What is rewritten as a whole is its author's to write.
      if (own.some(({ span }) => span.start < link.span.end && link.span.start < span.end))
        continue;
      const from = moves.get(path) ?? path;
      const to = moves.get(lead.to) ?? lead.to;
      const edited = [
        ...targetEdits(vault, lead, from, to, lost),
        ...fragmentEdits(vault, lead, to, lost),
      ];
      if (edited.length === 0) continue;
      const all = kept.get(path);
      if (all === undefined) kept.set(path, edited);
      else all.push(...edited);
    }
  });
  return { edits: kept, lost };
}

function leadsOf(vault: Vault, path: string, links: readonly Link[]): Lead[] {
  return links.flatMap(link => {
    const resolution = vault.resolve(link, path);
    if (resolution.kind !== 'found' && resolution.kind !== 'near') return [];
    const { path: to, how } = resolution;
    const note = vault.note(to);
    const place = note === undefined ? null : fragmentPlace(note, link);
    const title = note === undefined ? -1 : titleIndex(note, link, how);
    return [{ path, link, to, how, rank: rankOf(resolution, link, path, to), title, place }];
  });
}

function titleIndex(note: Note, { target }: Link, how: FoundHow | NearHow): number {
  if (how !== 'title' && how !== 'slug') return -1;
  const form = how === 'title' ? foldName : slugOf;
  const written = form(withoutExtension(target.written));
  return titlesOf(note).findIndex(title => form(title) === written);
}

/** What the title that the target was is now, written as the target was. */
function titleNow(note: Note | undefined, { title, how, link }: Lead): string[] {
  const now = note === undefined ? undefined : titlesOf(note)[title];
  if (now === undefined) return [];
  const { written } = link.target;
  if (how === 'title') return [now];
  return slugOf(written) === written ? [slugOf(now)] : [];
}

/** Whether a target can stand in the link at all, as it is written. */
function canStand({ form, quoting }: Link, target: string): boolean {
  if (target === '') return false;
  if (form !== 'wiki') return true;
  if (/[#|]|\[\[|\]\]/u.test(target)) return false;
  // Without quotes around it YAML would read some marks as its own.
  if (quoting === 'nested') return yamlScalar(target) === target;
  return quoting !== 'plain' || !/:(?:\s|$)/u.test(target);
}

/** 0 where it does not lead to `path`, 1 for near, 2 for other capitals, 3 for the very name. */
function rankOf(resolution: Resolution, link: Link, from: string, path: string): number {
  if (resolution.kind !== 'found' && resolution.kind !== 'near') return 0;
  if (resolution.path !== path) return 0;
  if (resolution.kind === 'near' || !isPath(link, from, path)) return 1;
  return isExact(link.target.written, path) ? 3 : 2;
}

/** Whether a Markdown link is the path that every program follows, and no mere name that ours finds all the same. */
function isPath({ form, target: { written } }: Link, from: string, path: string): boolean {
  if (form !== 'markdown' || written === '' || written.startsWith('/')) return true;
  const led = joinPath(folderOf(from), written);
  return led !== null && foldName(withoutExtension(led)) === foldName(withoutExtension(path));
}

function targetEdits(
  vault: Vault,
  lead: Lead,
  from: string,
  to: string,
  lost: { path: string; link: Link }[],
): TextEdit[] {
  const { path, link, how, rank } = lead;
  if (rankOf(vault.resolve(link, from), link, from, to) >= rank) return [];
  const target = [...titleNow(vault.note(to), lead), ...targetsLike(vault, link, how, to, from)]
    .map(each => asWritten(link, each))
    .filter(each => canStand(link, each))
    .find(each => rankAs(vault, link, each, from, to) >= Math.min(rank, 2));
  if (target !== undefined) return [retarget(link, target)];
  // A worse way of leading there is better than none.
  if (rankOf(vault.resolve(link, from), link, from, to) === 0) lost.push({ path, link });
  return [];
}

function rankAs(vault: Vault, link: Link, written: string, from: string, to: string): number {
  const other = { ...link, target: { ...link.target, written } };
  return rankOf(vault.resolve(other, from), other, from, to);
}

function fragmentEdits(
  vault: Vault,
  { path, link, place }: Lead,
  to: string,
  lost: { path: string; link: Link }[],
): TextEdit[] {
  const note = vault.note(to);
  const { fragment, fragmentSpan } = link.target;
  if (place === null || note === undefined || fragment === null || fragmentSpan === null) return [];
  const written = fragmentFor(note, place, link);
  if (written === null) {
    lost.push({ path, link });
    return [];
  }
  if (written === fragment) return [];
  const newText =
    link.form === 'markdown'
      ? written
          .split('#')
          .map(part => encoded(part, link.quoting === 'angle'))
          .join('#')
      : insideQuotes(written, link.quoting);
  return [{ span: fragmentSpan, newText }];
}
