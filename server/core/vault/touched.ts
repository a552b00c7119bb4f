/** The notes whose diagnostics depend on what differs between two states of one file. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { Circles } from './Circles';
import type { ClaimIndex } from './ClaimIndex';
import { difference, type Entry } from './entry';
import { foldName, nameOf } from './names';
import { mentionSlugs } from './noteNames';
import type { PathSets } from './PathSets';
import { PREFIX_LENGTH } from './resolve';
import type { SlugIndex } from './SlugIndex';
import { samePlace } from './samePlace';

/** What the vault knows by now, the newer state included. */
export interface Indexes {
  readonly schema: Schema;
  /** Files by the slugs of their names. */
  readonly names: SlugIndex;
  /** Notes by the slugs of what their links name. */
  readonly mentions: SlugIndex;
  /** The same of links to a heading or block. */
  readonly fragments: SlugIndex;
  /** Notes by their folded file name. */
  readonly stems: PathSets;
  readonly circles: Circles;
  readonly claims: ClaimIndex;
  note(path: string): Note | undefined;
}

export function touched(
  vault: Indexes,
  path: string,
  before: Entry | undefined,
  after: Entry | undefined,
): Set<string> {
  const paths = new Set<string>();
  const add = (more: Iterable<string>) => {
    for (const each of more) paths.add(each);
  };
  const kept = before !== undefined && after !== undefined && isNote(before) === isNote(after);
  // Messages quote titles, so one that changes in its capitals or marks alone counts as well.
  const told = kept && before.titles.join('\n') === after.titles.join('\n');
  const slugs = (entries: readonly (Entry | undefined)[]) =>
    entries.flatMap(each => each?.slugs ?? []);
  const names = told ? difference(before.slugs, after.slugs) : [...new Set(slugs([before, after]))];
  for (const slug of names) add(vault.mentions.standingFor(slug));
  if (!told) add(vault.circles.around(path) ?? []);
  if (!kept) add(twins(vault, path));
  const [typeBefore, typeAfter] = [before, after].map(entry => typeOf(vault, entry));
  if (kept && typeBefore !== typeAfter)
    for (const slug of slugs([after])) add(vault.mentions.standingFor(slug));
  if (kept && !sameParts(before, after))
    for (const slug of slugs([after])) add(vault.fragments.standingFor(slug));
  // What claims lead to each other and which are the same is of interest to claims alone.
  const claims = [
    ...claimsMeant(vault, linksBetween(before, after)),
    ...claimsBehind(vault, names),
    ...vault.claims.touched(vault.schema, before?.note ?? null, after?.note ?? null),
  ];
  add(claims.filter(each => typeOf(vault, vault.note(each)) === 'claim'));
  return paths;
}

function isNote(entry: Entry): boolean {
  return entry.note !== null;
}

function typeOf({ schema }: Indexes, of: Entry | Note | undefined): string | undefined {
  const note = of !== undefined && 'note' in of ? of.note : of;
  const written = note ? textOf(note.frontmatter, 'type') : undefined;
  return written === undefined ? undefined : schema.type(written)?.name;
}

function twins(vault: Indexes, path: string): string[] {
  return vault.stems.get(foldName(nameOf(path))).filter(each => samePlace(each, path));
}

/** Whether links to a heading or block lead to the same. */
function sameParts({ note: a, problem }: Entry, { note: b, ...after }: Entry): boolean {
  if (a === null || b === null) return a === b;
  // What a note that cannot be read holds is not known.
  if ((problem === null) !== (after.problem === null)) return false;
  if (a.headings.length !== b.headings.length || a.blocks.length !== b.blocks.length) return false;
  return (
    a.headings.every(({ text, level }, at) => {
      const other = b.headings[at];
      return other?.text === text && other.level === level;
    }) && a.blocks.every(({ id }, at) => b.blocks[at]?.id === id)
  );
}

/** Links by form and target of which only one state has one. */
function linksBetween(before: Entry | undefined, after: Entry | undefined): Link[] {
  const [a, b] = [before?.note?.links ?? [], after?.note?.links ?? []];
  if (a.length === b.length && a.every((link, at) => keyOf(link) === keyOf(b[at]))) return [];
  const [inA, inB] = [a, b].map(links => new Map(links.map(link => [keyOf(link), link])));
  const only = (mine = new Map<string, Link>(), other = new Map<string, Link>()) =>
    [...mine].flatMap(([key, link]) => (other.has(key) ? [] : [link]));
  return [...only(inA, inB), ...only(inB, inA)];
}

function keyOf(link: Link | undefined): string {
  return link === undefined ? '' : `${link.form} ${link.target.written}`;
}

/** What links may lead to, as far as slugs tell. */
function claimsMeant(vault: Indexes, links: readonly Link[]): string[] {
  return [...new Set(links.flatMap(mentionSlugs))].flatMap(slug => meantBy(vault, slug));
}

/** What links may lead to that could mean one of these names: what they led to before, or only now. */
function claimsBehind(vault: Indexes, names: readonly string[]): string[] {
  const mentioned = new Set(names.flatMap(slug => vault.mentions.slugsStandingFor(slug)));
  return [...mentioned].flatMap(slug => meantBy(vault, slug));
}

function meantBy({ names }: Indexes, slug: string): readonly string[] {
  return slug.length < PREFIX_LENGTH ? names.exact(slug) : names.startingWith(slug);
}
