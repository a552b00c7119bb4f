/**
 * Makes a vault that is statistically like a real one, of made-up sentences: the mix of note types, the sizes of
 * bodies, titles and front matter, headings, about six links a note of which one in seven is broken, names that stand
 * in two folders, and a few notes that many link to. The same count gives the same vault.
 */
import { nameOf } from '../../server/core/vault/names';
import { makeBody } from './generateBody';
import { makeTitles, random, zipfWords } from './titles';

export interface GeneratedNote {
  readonly path: string;
  readonly text: string;
}

/** What the parts of a vault are made with. */
export interface Maker {
  /** From 0 to 1. */
  readonly next: () => number;
  readonly one: <T>(items: readonly [T, ...T[]]) => T;
  readonly chance: (share: number) => boolean;
  readonly sentence: () => string;
  /** Log-normal: half the sizes are below `median`. */
  readonly size: (median: number, spread: number) => number;
  /** The written target of a link: mostly a note's name, else broken, cut short or in other capitals. */
  readonly target: () => string;
  /** Begins a note. Returns whether it is to hold nothing but ASCII. */
  readonly newNote: () => boolean;
}

type Kind = 'claim' | 'source' | 'entity' | 'musing' | 'plain';

/** How the bodies of one type of note are. */
export interface Body {
  /** UTF-16 units of half the bodies, and how far the others are from it. */
  readonly size: number;
  readonly spread: number;
  /** One link in so many units. */
  readonly perLink: number;
  /** The share of headings among its blocks. */
  readonly headings: number;
}

interface KindOfNote extends Body {
  readonly kind: Kind;
  readonly share: number;
}

const PLAIN = { kind: 'plain', size: 6300, spread: 1.2, perLink: 1400, headings: 0.2 } as const;

/** Shares of the note types, and how their bodies are, as in a real vault. */
const KINDS: readonly KindOfNote[] = [
  { kind: 'claim', share: 0.44, size: 2600, spread: 0.4, perLink: 350, headings: 0.08 },
  { kind: 'source', share: 0.33, size: 3000, spread: 0.6, perLink: 3600, headings: 0.37 },
  { kind: 'entity', share: 0.07, size: 1100, spread: 0.6, perLink: 330, headings: 0.5 },
  { kind: 'musing', share: 0.04, size: 8000, spread: 0.5, perLink: 1500, headings: 0.25 },
  { ...PLAIN, share: 0.12 },
];
const FIELDS = ['ai', 'health', 'finance', 'media', 'space', 'energy'] as const;
const AGENTS = ['ada', 'bo', 'cleo', 'dov'] as const;
const CONFIDENCES = ['proven', 'likely', 'experimental', 'speculative'] as const;
/** Links to no note, as a share of all links. */
const BROKEN = 0.13;
/** Claims and sources that stand in a second folder, too. */
const TWINS = 0.05;
/** Notes without a dash or any other character that is not ASCII. */
const PLAIN_ASCII = 0.25;

export function* generateVault(count: number): Generator<GeneratedNote> {
  const next = random(count);
  const titles = makeTitles(count).map(title => title.slice(0, 240).trim());
  const kinds = titles.map(() => kindAt(next()));
  const make = makerOf(
    next,
    titles.filter((_, at) => kinds[at]?.kind === 'claim'),
  );
  for (const [at, title] of titles.entries()) {
    const kind = kinds[at] ?? kindAt(1);
    const field = make.one(FIELDS);
    const path = pathOf(kind.kind, title, at, field, make);
    yield { path, text: noteOf(kind, title, field, make) };
    // As in every vault, some names stand in two folders.
    const folder = SECOND_FOLDER[kind.kind];
    if (folder !== undefined && make.chance(TWINS)) {
      yield { path: `${folder}/${nameOf(path)}.md`, text: noteOf(kind, title, field, make) };
    }
  }
}

const SECOND_FOLDER: Partial<Record<Kind, string>> = {
  claim: 'foundations',
  source: 'inbox/queue',
};

function kindAt(place: number): KindOfNote {
  let sum = 0;
  for (const each of KINDS) {
    sum += each.share;
    if (place < sum) return each;
  }
  return { ...PLAIN, share: 0 };
}

function makerOf(next: () => number, targets: readonly string[]): Maker {
  const word = zipfWords(next);
  const makes = { ascii: false };
  const sentence = () => {
    const words = Array.from({ length: 10 + Math.floor(next() * 18) }, word);
    const dash = next() < 0.3 && !makes.ascii;
    const text = words.join(' ').replace(/ (?=that|because|which)/gu, dash ? ' — ' : ', ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const size = (median: number, spread: number) => {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Math.min(150_000, Math.round(median * Math.exp(spread * normal)));
  };
  const target = () => {
    // The square makes a few notes popular, as a vault's foundations are.
    const name = targets[Math.floor(targets.length * next() ** 2)] ?? 'nothing';
    const kind = next();
    if (kind < BROKEN) return `${word()} ${name.slice(name.indexOf(' ') + 1)}`;
    if (kind < BROKEN + 0.02) return name.slice(0, Math.floor(name.length * 0.7)).trim();
    return kind < BROKEN + 0.04 ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  };
  const one: Maker['one'] = items => items[Math.floor(next() * items.length)] ?? items[0];
  const chance = (share: number) => next() < share;
  const newNote = () => {
    makes.ascii = chance(PLAIN_ASCII);
    return makes.ascii;
  };
  return { next, one, chance, sentence, size, target, newNote };
}

function pathOf(kind: Kind, title: string, at: number, field: string, make: Maker): string {
  const words = title.split(/[ -]/u);
  const slugOf = (count: number) => `${words.slice(0, count).join('-')}-${at}`;
  if (kind === 'claim') return `domains/${field}/${title}.md`;
  if (kind === 'source') return `inbox/archive/${dateOf(make)}-${slugOf(5)}.md`;
  if (kind === 'entity') return `entities/${field}/${slugOf(1)}.md`;
  const folder = `agents/${make.one(AGENTS)}/`;
  return kind === 'musing' ? `${folder}musings/${slugOf(3)}.md` : `${folder}${slugOf(2)}.md`;
}

function dateOf(make: Maker, year = 2020 + Math.floor(make.next() * 4)): string {
  const two = (most: number) => String(1 + Math.floor(make.next() * most)).padStart(2, '0');
  return `${year}-${two(12)}-${two(28)}`;
}

function noteOf(kindOfNote: KindOfNote, title: string, field: string, make: Maker): string {
  const { kind } = kindOfNote;
  const body = makeBody(title, kindOfNote, make);
  if (kind === 'plain') return body;
  const lines = FRONT_MATTER[kind](title, field, make);
  // Two agents may append the same field.
  if (make.chance(0.01)) lines.push(`created: ${dateOf(make)}`);
  return `---\n${lines.join('\n')}\n---\n${make.chance(0.5) ? '\n' : ''}${body}`;
}

function written(text: string, make: Maker): string {
  const escaped = text.replace(/[\\"]/gu, '\\$&');
  return make.chance(0.5) || /: | #|^[@%&*!|>'"`[{-]/u.test(text) ? `"${escaped}"` : text;
}

function listOf(name: string, count: number, item: () => string): string[] {
  return count === 0 ? [] : [`${name}:`, ...Array.from({ length: count }, () => `  - ${item()}`)];
}

const FRONT_MATTER: Record<
  Exclude<Kind, 'plain'>,
  (title: string, field: string, make: Maker) => string[]
> = {
  claim: (_title, field, make) => [
    'type: claim',
    `domain: ${field}`,
    ...(make.chance(0.15) ? [`secondary_domains: [${make.one(FIELDS)}, ${make.one(FIELDS)}]`] : []),
    `description: ${written(make.sentence(), make)}`,
    `confidence: ${make.one(CONFIDENCES)}`,
    `source: ${written(make.sentence().slice(0, 70), make)}`,
    `created: ${dateOf(make)}`,
    ...(make.chance(0.08) ? listOf('depends_on', 3, () => `"${make.target()}"`) : []),
    ...(make.chance(0.08) ? listOf('challenged_by', 1, () => written(make.target(), make)) : []),
  ],
  source: (title, field, make) => [
    'type: source',
    `title: "${title}"`,
    `author: ${make.one(AGENTS)}`,
    `url: https://example.org/${title.length}/${make.one(FIELDS)}`,
    `date: ${dateOf(make)}`,
    `domain: ${field}`,
    'secondary_domains: []',
    'format: article',
    'status: processed',
    `tags: [${Array.from({ length: 5 }, () => make.one(FIELDS)).join(', ')}]`,
    `processed_by: ${make.one(AGENTS)}`,
    `processed_date: ${dateOf(make, 2024)}`,
    'priority: medium',
    `claims_extracted: ["${make.target()}"]`,
    ...listOf('enrichments_applied', make.chance(0.15) ? 3 : 0, () => `"${make.target()}.md"`),
    ...(make.chance(0.5) ? [`extraction_notes: "${make.sentence()} ${make.sentence()}"`] : []),
  ],
  entity: (title, field, make) => [
    'type: entity',
    'entity_type: company',
    `name: "${title.slice(0, 20).trim()}"`,
    `domain: ${field}`,
    'status: active',
    `tracked_by: ${make.one(AGENTS)}`,
    `created: ${dateOf(make)}`,
    `parent_entity: "[[${make.target()}]]"`,
    ...(make.chance(0.5)
      ? ['key_metrics:', '  raised: "$1.5M"', `  members: ${title.length}`]
      : ['handles: []']),
    'website: https://example.org',
    'launched: 2019-01-01',
    `category: ${make.one(FIELDS)}`,
    `tags: [${make.one(FIELDS)}, ${make.one(FIELDS)}]`,
    `summary: ${written(make.sentence(), make)}`,
  ],
  musing: (title, _field, make) => [
    'type: musing',
    `agent: ${make.one(AGENTS)}`,
    `title: "${title}"`,
    'status: developing',
    `created: ${dateOf(make)}`,
    `tags: [${make.one(FIELDS)}, ${make.one(FIELDS)}]`,
  ],
};
