/** The notes whose diagnostics depend on what differs between two states of one file. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { AddressIndex } from './AddressIndex';
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
  readonly addresses: AddressIndex;
  note(path: string): Note | undefined;
}

export function touched(
  vault: Indexes,
  path: string,
  before: Entry | undefined,
  after: Entry | undefined,
): Set<string> {
  const paths = touchedByName(vault, path, before, after);
  const [had, has] = [before?.note ?? null, after?.note ?? null];
  // What claims lead to each other and which are the same is of interest to claims alone.
  const claims = [
    ...claimsMeant(vault, linksBetween(before, after)),
    ...claimsBehind(vault, namesBetween(before, after)),
    ...vault.claims.touched(vault.schema, path, had, has),
  ];
  for (const each of vault.addresses.touched(vault.schema, had, has)) paths.add(each);
  for (const each of claims) if (isClaim(vault, each)) paths.add(each);
  return paths;
}

function isClaim(vault: Indexes, path: string): boolean {
  const written = textOf(vault.note(path)?.frontmatter ?? null, 'type');
  return written !== undefined && vault.schema.type(written)?.name === 'claim';
}

/** Those that name the file, rest on it by what it is called, or bear the same name. */
export function touchedByName(
  vault: Indexes,
  path: string,
  before: Entry | undefined,
  after: Entry | undefined,
): Set<string> {
  const paths = new Set<string>();
  const add = (more: Iterable<string>) => {
    for (const each of more) paths.add(each);
  };
  for (const slug of namesBetween(before, after)) add(vault.mentions.standingFor(slug));
  if (!isCalledTheSame(before, after)) add(vault.circles.around(path) ?? []);
  if (before === undefined || after === undefined || isNote(before) !== isNote(after)) {
    add(twins(vault, path));
    return paths;
  }
  if (kindOf(vault, before) !== kindOf(vault, after))
    for (const slug of after.slugs) add(vault.mentions.standingFor(slug));
  if (!sameParts(before, after))
    for (const slug of after.slugs) add(vault.fragments.standingFor(slug));
  return paths;
}

function isNote(entry: Entry): boolean {
  return entry.note !== null;
}

/** Messages quote titles, so one that changes in its capitals or marks alone counts as well. */
function isCalledTheSame(before: Entry | undefined, after: Entry | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    isNote(before) === isNote(after) &&
    before.titles.join('\n') === after.titles.join('\n')
  );
}

/** Slugs of the names whose links may lead elsewhere now, or be told of in other words. */
function namesBetween(before: Entry | undefined, after: Entry | undefined): readonly string[] {
  const [had, has] = [before?.slugs ?? [], after?.slugs ?? []];
  return isCalledTheSame(before, after) ? difference(had, has) : [...new Set([...had, ...has])];
}

/** Its type, and whether that is what it is called today: links to a note of an older type are judged otherwise. */
function kindOf({ schema }: Indexes, { note }: Entry): string {
  const written = textOf(note?.frontmatter ?? null, 'type')?.trim() ?? '';
  const type = schema.type(written)?.name ?? '';
  return written.toLowerCase() === type ? type : `${type} once`;
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

/** Links by form, field and target of which only one state has one. */
function linksBetween(before: Entry | undefined, after: Entry | undefined): Link[] {
  const [a, b] = [before?.note?.links ?? [], after?.note?.links ?? []];
  if (a.length === b.length && a.every((link, at) => keyOf(link) === keyOf(b[at]))) return [];
  const [inA, inB] = [a, b].map(links => new Map(links.map(link => [keyOf(link), link])));
  const only = (mine = new Map<string, Link>(), other = new Map<string, Link>()) =>
    [...mine].flatMap(([key, link]) => (other.has(key) ? [] : [link]));
  return [...only(inA, inB), ...only(inB, inA)];
}

function keyOf(link: Link | undefined): string {
  return link === undefined ? '' : `${link.form} ${link.field} ${link.target.written}`;
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
