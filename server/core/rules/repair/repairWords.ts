/** Notes whose names say what a missing link's target says, in other words, more words or fewer. */
import { slipsBetween } from '../../text/nearest';
import { areOpposites, contradicts, isDenial } from '../../vault/contradicts';
import { foldName, nameOf, slugOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import type { Found } from './repairEvidence';
import { nameWords, type WordLikeness, wordCount, wordLikeness } from './wordLikeness';

interface Rated {
  readonly path: string;
  readonly name: readonly string[];
  readonly likeness: WordLikeness;
}

/** Notes that are compared word by word. */
const LOOKED_AT = 12;
/** Fewer words are a topic rather than a title: too many notes are about it. */
const FEWEST = 4;
/** So many words at the beginning of two names are no chance. */
const OPENING = 6;
/** Another note that is as near as this makes both of them doubtful. */
const MARGIN = 0.15;

/** Independent of the note in which the link stands. */
export function wordEvidence(vault: Vault, name: string): Found[] {
  if (wordCount(name) < FEWEST) return shortSpelling(vault, name);
  const found = likeliest(vault, name);
  return found.length > 0 ? found : sameOpening(vault, name);
}

/** The one note, or those of one name, that is most like the name, if it is enough so. */
function likeliest(vault: Vault, name: string): Found[] {
  const written = nameWords(dateless(name));
  const count = vault.size;
  const worth = (word: string) => Math.log(1 + count / Math.max(1, vault.holders(word)));
  const rated = lookedAt(vault, written, name)
    .map(path => bestName(vault, path, written, worth))
    .sort((a, b) => nearness(b) - nearness(a) || (a.path < b.path ? -1 : 1));
  const [best] = rated;
  if (best === undefined) return [];
  const date = dateOf(name);
  const redated = (each: Rated) => date !== '' && date !== dateOf(nameOf(each.path));
  const isTwin = (each: Rated) => foldName(nameOf(each.path)) === foldName(nameOf(best.path));
  const rival = rated.find(each => !isTwin(each));
  const doubtful = rival !== undefined && nearness(best) - nearness(rival) < MARGIN;
  return rated.filter(isTwin).flatMap(each => {
    const found = judged(vault, written, name, each, doubtful);
    if (found === null || !redated(each)) return found ?? [];
    // A diary has a note of each date; a source has one, and its date is often put down wrong.
    return doubtful ? [] : { ...found, tier: 'possible' };
  });
}

/** Sentences that begin alike and go on otherwise: where no other note does, it may have been finished in another way. */
function sameOpening(vault: Vault, name: string): Found[] {
  const words = slugOf(name).split('-');
  const opening = words.slice(0, OPENING).join('-');
  if (words.length <= OPENING || dateOf(name) !== '' || wordCount(opening) < OPENING) return [];
  const paths = vault.notesWithSlugPrefix(`${opening}-`);
  const names = new Set(paths.map(path => foldName(nameOf(path))));
  if (names.size !== 1) return [];
  const why = `begins with the same ${OPENING} words, and no other does`;
  return paths.map(path => {
    return { path, evidence: 'words', why, tier: 'possible', weight: 0.3, drops: true };
  });
}

const DATE = /^\d{4}-\d{2}(?:-\d{2})?[-_ ]+/u;

function dateOf(name: string): string {
  return DATE.exec(name)?.[0] ?? '';
}

function dateless(name: string): string {
  return name.replace(DATE, '');
}

/** A short name says too little to be found by what it says, but a slip of the finger in a long word shows. */
function shortSpelling(vault: Vault, name: string): Found[] {
  const written = nameWords(name);
  const near = vault.find(written.join(' '), LOOKED_AT).flatMap(path => {
    const slip = misspelt(written, nameWords(nameOf(path)));
    return slip === null || Math.min(slip[0].length, slip[1].length) < 5 ? [] : [{ path, slip }];
  });
  return near.map(({ path, slip: [wrong, right] }) => ({
    path,
    evidence: 'spelling',
    why: `“${wrong}” for “${right}”`,
    tier: near.length === 1 && right.length >= 8 ? 'likely' : 'possible',
    weight: 0.8,
  }));
}

function lookedAt(vault: Vault, words: readonly string[], name: string): string[] {
  return [...new Set([...vault.find(words.join(' '), LOOKED_AT), ...vault.alike(name)])];
}

function bestName(
  vault: Vault,
  path: string,
  written: readonly string[],
  worth: (word: string) => number,
): Rated {
  const note = vault.note(path);
  const names = [nameOf(path), ...(note === undefined ? [] : titlesOf(note))].map(each =>
    nameWords(dateless(each)),
  );
  const all = names.map(name => ({ path, name, likeness: wordLikeness(written, name, worth) }));
  const first = { path, name: [], likeness: wordLikeness(written, [], worth) };
  return all.reduce<Rated>((best, each) => (nearness(each) > nearness(best) ? each : best), first);
}

function nearness({ likeness }: Rated): number {
  return likeness.kept + (likeness.said + likeness.covered) / 4;
}

function judged(
  vault: Vault,
  written: readonly string[],
  text: string,
  { path, name, likeness }: Rated,
  doubtful: boolean,
): Found | null {
  const weight = Math.min(1, (likeness.kept + likeness.covered) / 2);
  if (written.join('') === name.join('')) {
    const why = 'the same letters with other gaps';
    return { path, evidence: 'slug', why, tier: doubtful ? 'likely' : 'safe', weight: 1 };
  }
  const slip = misspelt(written, name);
  if (slip !== null) {
    const why = `“${slip[0]}” for “${slip[1]}”`;
    // What another name of the vault says as well is a word of its own.
    const isWord = vault.holders(slip[0]) > 0;
    const safe = !doubtful && !isWord && written.length >= 6 && slip[0].length >= 5;
    return { path, evidence: 'spelling', why, tier: safe ? 'safe' : 'likely', weight };
  }
  const strength = strengthOf(written, likeness, wordCount(text));
  if (strength === null) return null;
  const tier = strength === 'likely' && !doubtful && !contradicts(likeness) ? 'likely' : 'possible';
  const opens = likeness.opening === written.length;
  const evidence = opens && slugOf(name.join(' ')).startsWith(slugOf(text)) ? 'cut title' : 'words';
  const why =
    evidence === 'cut title' ? 'its title begins so' : `shares ${quotedWords(likeness.shared)}`;
  return { path, evidence, why, tier, weight, drops: likeness.missing.length > 0 };
}

/** How much one name tells of another was found by reading some hundred dead links of a real vault. */
function strengthOf(
  written: readonly string[],
  { kept, said, covered, opening }: WordLikeness,
  words: number,
): 'likely' | 'possible' | null {
  // Words were left out, or put in.
  if (kept > 0.995) return words > FEWEST ? 'likely' : covered >= 0.4 ? 'possible' : null;
  if (covered > 0.995 && kept >= 0.8) return 'likely';
  if (words <= FEWEST) return null;
  // Mostly the same.
  if (kept >= 0.75 && (covered >= 0.55 || opening >= 3)) return 'likely';
  if (kept >= 0.7 && opening >= 8) return 'likely';
  if (kept >= 0.6 && covered >= 0.6) return 'possible';
  // Said anew.
  if (words >= 10 && said >= 0.65 && covered >= 0.55) return 'possible';
  const opens = opening >= 4 && written.length >= 9;
  return opens && kept >= 0.45 && covered >= 0.45 ? 'possible' : null;
}

/** The one word in which two names of the same length differ by a slip or two, and what it should be. */
function misspelt(
  written: readonly string[],
  name: readonly string[],
): readonly [written: string, meant: string] | null {
  if (written.length !== name.length) return null;
  const [at, more] = written.flatMap((word, index) => (word === name[index] ? [] : [index]));
  if (at === undefined || more !== undefined) return null;
  const [wrong, right] = [written[at] ?? '', name[at] ?? ''];
  if (/\d/u.test(wrong + right) || isDenial(wrong) || isDenial(right)) return null;
  if (areOpposites(wrong, right)) return null;
  const limit = right.length < 5 ? 1 : 2;
  return slipsBetween(wrong, right, limit) <= limit ? [wrong, right] : null;
}

function quotedWords(words: readonly string[]): string {
  return words
    .slice(0, 4)
    .map(word => `“${word}”`)
    .join(', ');
}
