/**
 * Makes a vault that is statistically like a real one, of made-up sentences: the mix of note types, the sizes of
 * bodies, titles and front matter, about five links a note of which one in seven is broken, and a few notes that
 * many link to. The same count gives the same vault.
 */
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
}

type Kind = 'claim' | 'source' | 'entity' | 'musing' | 'plain';

/** Shares of the note types, and the sizes of their bodies, as in a real vault. */
const KINDS: readonly { kind: Kind; share: number; size: number; spread: number }[] = [
  { kind: 'claim', share: 0.44, size: 3300, spread: 0.36 },
  { kind: 'source', share: 0.33, size: 3200, spread: 0.6 },
  { kind: 'entity', share: 0.07, size: 1800, spread: 0.55 },
  { kind: 'musing', share: 0.04, size: 9800, spread: 0.5 },
  { kind: 'plain', share: 0.12, size: 6300, spread: 1.2 },
];
const FIELDS = ['ai', 'health', 'finance', 'media', 'space', 'energy'] as const;
const AGENTS = ['ada', 'bo', 'cleo', 'dov'] as const;
const CONFIDENCES = ['proven', 'likely', 'experimental', 'speculative'] as const;
/** Links to no note, as a share of all links. */
const BROKEN = 0.14;

export function* generateVault(count: number): Generator<GeneratedNote> {
  const next = random(count);
  const titles = makeTitles(count).map(title => title.slice(0, 240).trim());
  const kinds = titles.map(() => kindAt(next()));
  const make = makerOf(
    next,
    titles.filter((_, at) => kinds[at]?.kind === 'claim'),
  );
  for (const [at, title] of titles.entries()) {
    const { kind, size, spread } = kinds[at] ?? KINDS[0] ?? kindAt(0);
    const field = make.one(FIELDS);
    const path = pathOf(kind, title, at, field, make);
    yield { path, text: noteOf(kind, title, field, make.size(size, spread), make) };
    // As in every vault, some notes stand in two folders.
    if (kind === 'claim' && make.chance(0.04)) {
      const text = noteOf(kind, title, field, make.size(size, spread), make);
      yield { path: `foundations/${title}.md`, text };
    }
  }
}

function kindAt(place: number) {
  let sum = 0;
  for (const each of KINDS) {
    sum += each.share;
    if (place < sum) return each;
  }
  return { kind: 'plain' as const, share: 0, size: 6300, spread: 1.2 };
}

function makerOf(next: () => number, targets: readonly string[]): Maker {
  const word = zipfWords(next);
  const sentence = () => {
    const words = Array.from({ length: 10 + Math.floor(next() * 18) }, word);
    const text = words.join(' ').replace(/ (?=that|because|which)/gu, next() < 0.3 ? ' — ' : ', ');
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
  return { next, one, chance: share => next() < share, sentence, size, target };
}

function pathOf(kind: Kind, title: string, at: number, field: string, make: Maker): string {
  const words = title.split(/[ -]/u);
  const slug = `${words.slice(0, 6).join('-')}-${at}`;
  if (kind === 'claim') return `domains/${field}/${title}.md`;
  if (kind === 'source') return `inbox/archive/${dateOf(make)}-${slug}.md`;
  if (kind === 'entity') return `entities/${field}/${words.slice(0, 3).join('-')}-${at}.md`;
  return `agents/${make.one(AGENTS)}/${kind === 'musing' ? 'musings/' : ''}${slug}.md`;
}

function dateOf(make: Maker): string {
  const two = (most: number) => String(1 + Math.floor(make.next() * most)).padStart(2, '0');
  return `202${Math.floor(make.next() * 6)}-${two(12)}-${two(28)}`;
}

function noteOf(kind: Kind, title: string, field: string, size: number, make: Maker): string {
  const body = makeBody(title, size, kind === 'claim' || kind === 'entity' ? 650 : 2500, make);
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
    ...(make.chance(0.2) ? listOf('depends_on', 3, () => `"${make.target()}"`) : []),
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
    `processed_date: ${dateOf(make)}`,
    ...listOf('enrichments_applied', make.chance(0.4) ? 3 : 0, () => `"${make.target()}.md"`),
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
