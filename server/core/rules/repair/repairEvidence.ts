/** What speaks for it that a broken link means a certain note: one function a kind of evidence. */
import type { Link } from '../../text/links';
import { contradicts } from '../../vault/contradicts';
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
import type { Resolution } from '../../vault/resolve';
import { tellingMarks } from '../../vault/tellingMarks';
import type { Vault } from '../../vault/Vault';
import type { Rename, RenameHistory } from './repairHistory';
import { nameWords, wordCount, wordLikeness } from './wordLikeness';

/** `safe`: nothing else could be meant. `likely`: hardly anything else. `possible`: worth a look. */
export type Tier = 'safe' | 'likely' | 'possible';

export type Evidence =
  | 'title'
  | 'slug'
  | 'cut title'
  | 'spelling'
  | 'words'
  | 'moved'
  | 'renamed'
  | 'map'
  | 'twin';

export interface Found {
  readonly path: string;
  readonly evidence: Evidence;
  /** Words for people, the end of a sentence about the note. */
  readonly why: string;
  readonly tier: Tier;
  /** 0..1, compared between findings of one tier. */
  readonly weight: number;
  /** Whether words were written that the note's names lack. */
  readonly drops?: boolean;
}

/** What a link says and where. */
export interface Lead {
  readonly vault: Vault;
  readonly link: Link;
  readonly resolution: Resolution;
  readonly history: RenameHistory;
  /** The target's last part without the extension. */
  readonly name: string;
}

/** A sentence cut short says what it is from here on; a shorter one may be the whole name of another note. */
const CUT = { words: 6, letters: 35 };
/** Git takes two texts for one note where half of them is the same, and notes made from one template often are. */
const SAME_TEXT = 90;

/** The resolver followed it, because nothing else is like it. */
export function nearEvidence({ vault, resolution, name }: Lead): Found[] {
  if (resolution.kind !== 'near') return [];
  const { path, how } = resolution;
  const note = vault.note(path);
  const names = [nameOf(path), ...(note === undefined ? [] : titlesOf(note))];
  const slug = slugOf(name);
  if (how === 'title') {
    const heading = note?.headings[0];
    const onlyHeading = !names.some(
      each => each !== heading?.text && foldName(each) === foldName(name),
    );
    const tier = onlyHeading && wordCount(name) < 3 ? 'likely' : 'safe';
    return [{ path, evidence: 'title', why: 'this is its title', tier, weight: 1 }];
  }
  if (how === 'slug') {
    const same = names.some(each => slugOf(each) === slug && sameMarks(each, name));
    const tier = same && slug.length > 2 ? 'safe' : 'likely';
    const why = 'the same words with other marks between them';
    return [{ path, evidence: 'slug', why, tier, weight: 1 }];
  }
  const whole = names.some(each => slugOf(each).startsWith(`${slug}-`));
  const words = wordCount(name);
  const long = words >= CUT.words && slug.length >= CUT.letters;
  const tier = whole && long ? 'safe' : words >= 4 ? 'likely' : 'possible';
  const why = 'its title begins so, and no other does';
  return [{ path, evidence: 'cut title', why, tier, weight: words / (words + 1) }];
}

/** Several notes answer to the name, or to its slug or beginning. */
export function sharedNameEvidence({ vault, resolution, link, name }: Lead): Found[] {
  const found = (paths: readonly string[], evidence: Evidence, why: string): Found[] =>
    paths.map(path => ({ path, evidence, why, tier: 'likely', weight: 0.9 }));
  if (resolution.kind === 'ambiguous')
    return found(resolution.paths, 'twin', `one of ${resolution.paths.length} notes of this name`);
  const slug = slugOf(name);
  if (resolution.kind !== 'missing' || link.target.written.includes('/') || slug === '') return [];
  const titled = vault.notesTitled(foldName(name));
  if (titled.length > 1) return found(titled, 'title', 'this is its title');
  const same = vault.notesWithSlug(slug);
  if (same.length > 1) return found(same, 'slug', 'the same words with other marks between them');
  if (wordCount(name) < 4 || slug.length < 15) return [];
  const longer = vault.notesWithSlugPrefix(slug);
  return longer.length > 5 ? [] : found(longer, 'cut title', 'its title begins so');
}

/** The last part of a path now stands in another folder. */
export function movedEvidence({ vault, resolution, link, name }: Lead): Found[] {
  const { written } = link.target;
  if (resolution.kind !== 'missing') return [];
  if (!written.includes('/') && link.form !== 'markdown') return [];
  const base = baseOf(written.replace(/\\/gu, '/'));
  const moved = (path: string, tier: Tier): Found => {
    const folder = folderOf(path);
    const why = folder === '' ? 'it stands at the root now' : `it stands in “${folder}” now`;
    return { path, evidence: 'moved', why, tier, weight: 0.95 };
  };
  const files = isNotePath(base) ? [] : vault.filesNamed(foldName(base));
  if (files.length > 0) return files.map(path => moved(path, 'likely'));
  const notes = vault.notesNamed(foldName(name));
  const words = wordCount(name);
  const tier = words >= 5 ? 'safe' : words > 1 ? 'likely' : 'possible';
  // A name such as `_map` or `index` says nothing without its folder.
  if (notes.length > 0) return notes.length > 5 ? [] : notes.map(path => moved(path, tier));
  const slug = slugOf(name);
  const spelt = slug === '' || words < 3 ? [] : vault.notesWithSlug(slug);
  return spelt.length > 5 ? [] : spelt.map(path => moved(path, 'likely'));
}

/** Git saw the note get another name. */
export function renamedEvidence({ vault, link, history, resolution }: Lead): Found[] {
  if (resolution.kind === 'ambiguous') return [];
  return history
    .renamesOf(link.target.written)
    .filter(({ to }) => vault.note(to) !== undefined)
    .map(rename => ({
      path: rename.to,
      evidence: 'renamed',
      why: `renamed on ${rename.date} (git commit ${rename.commit})`,
      tier: renameTier(rename),
      weight: rename.similarity / 100,
    }));
}

/** What was a note's negation before is no name for it, however much of the text was kept. */
function renameTier({ from, to, similarity, shared }: Rename): Tier {
  const [before, after] = [nameWords(nameOf(from)), nameWords(nameOf(to))];
  const isContrary = contradicts(wordLikeness(before, after, () => 1));
  if (similarity >= SAME_TEXT) return shared || isContrary ? 'likely' : 'safe';
  return isContrary ? 'possible' : 'likely';
}

const MAP_WORDS: ReadonlySet<string> = new Set([
  'map',
  'overview',
  'moc',
  'index',
  'hub',
  'topics',
]);
const MAP_NAMES = ['_map', 'map', '_index', 'index', 'readme', '_moc', 'moc'];

/** The link names a folder, alone or as its map. */
export function mapEvidence({ vault, resolution, link, name }: Lead): Found[] {
  if (resolution.kind !== 'missing' || link.target.written.includes('/')) return [];
  const words = slugOf(name).split('-');
  const topic = MAP_WORDS.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  if (topic.length === 0 || topic.length > 4) return [];
  const wanted = topic.join('-');
  const maps = MAP_NAMES.flatMap(each => vault.notesNamed(each)).filter(
    path => slugOf(baseOf(folderOf(path))) === wanted,
  );
  return maps.map(path => ({
    path,
    evidence: 'map',
    why: `the map of “${folderOf(path)}”`,
    tier: 'possible',
    weight: 0.5,
  }));
}

function sameMarks(a: string, b: string): boolean {
  return tellingMarks(withoutExtension(a)) === tellingMarks(b);
}
