/** The argument as a hierarchy: from a note down to what it rests on, or up to what rests on it. */
import { textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { type Span, span } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { linkAt } from '../navigation/linkAt';
import { noteFacts, titleAt } from '../navigation/noteFacts';
import { titlePlace } from '../navigation/titlePlace';
import { inRole, neighboursOf } from './argument';

/** `down` leads to what a note rests on, `up` to what rests on it. */
export type Direction = 'down' | 'up';

/** A note in the hierarchy. */
export interface Step {
  readonly path: string;
  readonly title: string;
  /** Confidence, type and folder. */
  readonly facts: string;
  /** The name of its type, if the vault knows it. */
  readonly type: string | null;
  /** Its title in its text. */
  readonly place: Span;
  /** The links that say so in the note that rests on the other; that note's title where the other one says so. */
  readonly said: readonly Span[];
  /** It stands above itself, so nothing is shown below it. */
  readonly circular: boolean;
}

/** The notes that a cursor means: those that the link leads to, or the note itself in front matter and title. */
export function stepsAt(vault: Vault, path: string, text: string, offset: number): Step[] {
  const note = vault.note(path);
  if (note === undefined) return [];
  const link = linkAt(note, offset);
  if (link === undefined) {
    const end = Math.max(note.body, titlePlace(note, text).end);
    return offset <= end ? [stepTo(vault, path, [], false)] : [];
  }
  const resolution = vault.resolve(link, path);
  if (resolution.kind === 'missing') return [];
  const paths = 'path' in resolution ? [resolution.path] : resolution.paths;
  return paths
    .filter(each => vault.note(each) !== undefined)
    .map(each => stepTo(vault, each, [], false));
}

/** One step on from the last note of `chain`, which holds the notes above it, the first one first. */
export function stepsFrom(vault: Vault, chain: readonly string[], direction: Direction): Step[] {
  const path = chain.at(-1);
  const note = path === undefined ? undefined : vault.note(path);
  if (path === undefined || note === undefined) return [];
  const above = new Set(chain);
  const role = direction === 'down' ? 'foundation' : 'dependent';
  return inRole({ neighbours: neighboursOf(vault, path) }, role).map(({ path: other, said }) => {
    const resting = direction === 'down' ? path : other;
    const links = said.filter(({ from }) => from === resting).map(({ link }) => link.span);
    const spans = links.length > 0 ? links : [placeIn(vault.glance(resting))];
    return stepTo(vault, other, spans, above.has(other));
  });
}

function stepTo(vault: Vault, path: string, said: readonly Span[], circular: boolean): Step {
  const note = vault.glance(path);
  const written = note && textOf(note.frontmatter, 'type');
  return {
    path,
    title: titleAt(vault, path),
    facts: noteFacts(vault, path),
    type: (written && vault.config.schema.type(written)?.name) || null,
    place: placeIn(note),
    said,
    circular,
  };
}

function placeIn(note: Note | undefined): Span {
  return note === undefined ? span(0, 0) : titlePlace(note, null);
}
