/** Counts how a vault stands, note by note: what there is, where its links lead, and what should be looked at. */
import { isOpen, type PlacedHint } from '../../authoring/hints/Hint';
import { checkPlace } from '../../rules/check';
import { type Finding, type Place, placeOf } from '../../rules/rule';
import { severities } from '../../schema/config';
import { fieldOf } from '../../text/frontmatter';
import { isGivenUp } from '../../vault/isGivenUp';
import { vaultMarker } from '../../vault/marker';
import { isNotePath } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { textsOf } from '../frontmatter/fieldTexts';
import { domainOf } from '../graph/graphNode';
import { inboxStatuses, statusOf } from '../inbox/inboxEntry';
import {
  type Health,
  type HealthCount,
  type HealthNote,
  type HealthSectionName,
  healthSections,
} from './form';
import { Tally } from './Tally';

export interface HealthAsked {
  readonly vault: Vault;
  /** `YYYY-MM-DD` where the author is. */
  readonly today: string;
  /** What is wrong with the vault's settings. */
  readonly settings: readonly Finding[];
  /** The hints of a source or musing, for which its text has to be read. */
  hintsOf(path: string): readonly PlacedHint[];
  /** Hears of a fault in the rules or in what finds hints: it costs one note its findings and hints, and no other note. */
  failed(error: unknown): void;
}

export interface VaultHealth {
  readonly health: Health;
  /** Those with most of what is counted first, then by path; `undefined` for a key of which nothing is known. */
  notesBehind(key: string): readonly HealthNote[] | undefined;
}

/** How the targets of links are found, as the command line and the rules call it. */
const RESOLUTIONS = ['found', 'near', 'ambiguous', 'missing'] as const;
const FATES = ['open', 'promoted', 'dropped'] as const;
/** What a claim should not be where others rest on it. */
const WEAK = new Set(['experimental', 'speculative']);
/** Types whose notes may hold hints: no other is read. */
const HINTED: ReadonlySet<string> = new Set(['source', 'musing']);
const RE_EVALUATE = 'lifecycle/re-evaluate';
const LONGEST_WORD = 80;
/** So many notes at once that are looked up and not read. */
const AT_ONCE = 200;

/** Yields behind each note; every note is decoded once. */
export function* vaultHealth(asked: HealthAsked): Generator<void, VaultHealth> {
  const { vault, today, settings } = asked;
  const walk = new Walk(asked);
  let notes = 0;
  for (const finding of settings) walk.find(vaultMarker, finding);
  for (const path of vault.notes()) {
    notes++;
    const place = placeOf(vault, path, today);
    if (place !== undefined) walk.take(place);
    yield;
  }
  yield* walk.end();
  const sections = Object.fromEntries(
    healthSections.map(name => [name, sorted[name](walk.tallies[name].counts(), vault)]),
  ) as Record<HealthSectionName, HealthCount[]>;
  return {
    health: { notes, sections },
    notesBehind(key) {
      for (const name of healthSections) {
        const found = walk.tallies[name].notes(key);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

class Walk {
  readonly tallies = Object.fromEntries(healthSections.map(name => [name, new Tally()])) as Record<
    HealthSectionName,
    Tally
  >;
  private readonly linked = new Set<string>();
  /** Notes without a link to another. */
  private readonly silent: string[] = [];

  constructor(private readonly asked: HealthAsked) {
    const { argument, links, sources, hints } = this.tallies;
    for (const key of ['orphans', 'weak', 'unchallenged', 're-evaluate']) argument.expect(key, key);
    for (const each of RESOLUTIONS) links.expect(`links:${each}`, each);
    for (const each of inboxStatuses) sources.expect(`status:${each}`, each);
    for (const each of FATES) hints.expect(`hints:${each}`, each);
  }

  take(place: Place): void {
    const { vault, path, note, type } = place;
    const said = type?.name ?? word(fieldOf(note.frontmatter, 'type')?.values[0]?.text);
    this.count('types', 'type', said, path);
    this.count('domains', 'domain', word(domainOf(vault, path, note)), path);
    this.follow(place);
    if (vault.config.excludes(path)) return;
    if (type?.name === 'claim') this.weigh(place);
    if (type?.name === 'source') this.count('sources', 'status', statusOf(note, type), path);
    try {
      this.judge(place);
    } catch (error) {
      this.asked.failed(error);
    }
  }

  find(path: string, { code, severity }: Finding): void {
    this.tallies.findings.add(`${severity}/${code}`, code, path);
  }

  *end(): Generator<void> {
    let at = 0;
    for (const path of this.silent) {
      if (!this.linked.has(path)) this.tallies.argument.add('orphans', 'orphans', path);
      if (++at % AT_ONCE === 0) yield;
    }
  }

  private count(section: HealthSectionName, kind: string, said: string | null, path: string): void {
    this.tallies[section].add(`${kind}:${said ?? ''}`, said, path);
  }

  private follow({ vault, path, links }: Place): void {
    let leads = false;
    for (const each of RESOLUTIONS) {
      const count = links.filter(({ resolution }) => resolution.kind === each).length;
      if (count > 0) this.tallies.links.add(`links:${each}`, each, path, count);
    }
    for (const { resolution } of links) {
      if (!('path' in resolution) || resolution.path === path) continue;
      this.linked.add(resolution.path);
      leads ||= isNotePath(resolution.path);
    }
    if (!leads && !vault.config.excludes(path)) this.silent.push(path);
  }

  private judge(place: Place): void {
    const { vault, path, type } = place;
    const findings = checkPlace(place);
    for (const finding of findings) this.find(path, finding);
    if (findings.some(({ code }) => code === RE_EVALUATE))
      this.tallies.argument.add('re-evaluate', 're-evaluate', path);
    if (HINTED.has((type ?? vault.config.schema.typeOfPath(path))?.name ?? ''))
      this.readHints(path);
  }

  private weigh({ vault, path, note, type }: Place): void {
    const confidence = word(textsOf(note, type, 'confidence')[0]);
    this.count('confidence', 'confidence', confidence, path);
    if (isGivenUp(note)) return;
    const { relations } = vault;
    const resting = relations.dependents(path).filter(isNotePath).length;
    if (resting === 0) return;
    const { argument } = this.tallies;
    if (WEAK.has(confidence ?? '')) argument.add('weak', 'weak', path, 1, resting);
    const challenged =
      note.signs.challenges ||
      textsOf(note, type, 'challenged_by').length > 0 ||
      relations.challengers(path).length > 0;
    if (!challenged) argument.add('unchallenged', 'unchallenged', path, 1, resting);
  }

  private readHints(path: string): void {
    const hints = this.asked.hintsOf(path);
    const counts = { open: 0, promoted: 0, dropped: 0 };
    for (const hint of hints) counts[fateOf(hint)]++;
    for (const fate of FATES)
      if (counts[fate] > 0) this.tallies.hints.add(`hints:${fate}`, fate, path, counts[fate]);
  }
}

function fateOf(hint: PlacedHint): (typeof FATES)[number] {
  if (isOpen(hint)) return 'open';
  return hint.promoted === null ? 'dropped' : 'promoted';
}

/** Words of a note are as long as it pleases. */
function word(said: string | null | undefined): string | null {
  const text = said?.trim().toLowerCase() ?? '';
  if (text === '') return null;
  return text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD)}…` : text;
}

type Sorting = (counts: readonly HealthCount[], vault: Vault) => HealthCount[];

const asTheyCome: Sorting = counts => [...counts];
const mostFirst: Sorting = counts => counts.toSorted(byCount);

/** The order of each section. */
const sorted: Readonly<Record<HealthSectionName, Sorting>> = {
  types: mostFirst,
  domains: mostFirst,
  confidence: (counts, { config }) => {
    const levels = config.schema.type('claim')?.field('confidence')?.values ?? [];
    const rank = ({ name }: HealthCount) =>
      (levels.findIndex(level => level.name === name) + levels.length + 1) % (levels.length + 1);
    return counts.toSorted((a, b) => rank(a) - rank(b) || byCount(a, b));
  },
  argument: asTheyCome,
  links: asTheyCome,
  findings: counts =>
    counts
      .map(each => ({ ...each, severity: severityOf(each.key) }))
      .sort(
        (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || byCount(a, b),
      ),
  sources: asTheyCome,
  hints: asTheyCome,
};

function severityOf(key: string) {
  return severities.find(each => key.startsWith(`${each}/`)) ?? 'error';
}

/** What says nothing is behind all that says something, where there is as much of it. */
function byCount(a: HealthCount, b: HealthCount): number {
  return b.count - a.count || ((a.name ?? '~') < (b.name ?? '~') ? -1 : 1);
}
