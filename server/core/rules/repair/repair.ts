/** What a link that leads nowhere, or only nearly somewhere, was probably meant to lead to, with what speaks for it. */
import type { NoteType } from '../../schema/NoteType';
import { textOf } from '../../text/frontmatter';
import type { Link } from '../../text/links';
import { baseOf, folderOf, foldName, nameOf, withoutExtension } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import {
  type Evidence,
  type Found,
  type Lead,
  mapEvidence,
  movedEvidence,
  nearEvidence,
  renamedEvidence,
  sharedNameEvidence,
  type Tier,
} from './repairEvidence';
import { noHistory, type RenameHistory } from './repairHistory';
import { repairTarget } from './repairTarget';
import { wordEvidence } from './repairWords';

export type { Evidence, Tier };

export interface RepairCandidate {
  /** The note, or file, that is probably meant. */
  readonly path: string;
  /** What the link would say then. */
  readonly target: string;
  readonly evidence: Evidence;
  /** The evidence in words, without a full stop. */
  readonly why: string;
  readonly tier: Tier;
}

export interface BrokenLink {
  readonly link: Link;
  readonly state: 'missing' | 'near' | 'ambiguous';
  /** At most three, best first; none where nothing speaks for any note. */
  readonly candidates: readonly RepairCandidate[];
}

export interface Repairer {
  /** `null` where the link of this note leads to one note for sure. */
  linkIn(path: string, link: Link): BrokenLink | null;
}

const MOST = 3;
const TIERS: readonly Tier[] = ['safe', 'likely', 'possible'];

/** For one pass over a vault that does not change meanwhile: what was found out once is remembered. */
export function repairer(vault: Vault, history: RenameHistory = noHistory): Repairer {
  const words = new Map<string, readonly Found[]>();
  const wordsFor = (name: string) => {
    const known = words.get(name) ?? wordEvidence(vault, name);
    words.set(name, known);
    return known;
  };
  const linkIn = (path: string, link: Link): BrokenLink | null => {
    const resolution = vault.resolve(link, path);
    if (resolution.kind === 'found') return null;
    const found = evidenceOf({ vault, link, resolution, history, name: nameIn(link) }, wordsFor);
    const others = found.filter(each => each.path !== path);
    const chosen = chosenOf(vault, path, link, others);
    const candidates = chosen.map(({ path: to, evidence, why, tier }) => {
      return { path: to, target: repairTarget(vault, link, to, path), evidence, why, tier };
    });
    return { link, state: resolution.kind, candidates };
  };
  return { linkIn };
}

function nameIn({ target }: Link): string {
  return withoutExtension(baseOf(target.written.trim().replace(/\\/gu, '/')));
}

/** Reading the words costs most, and says nothing where a name already does. */
function evidenceOf(lead: Lead, wordsFor: (name: string) => readonly Found[]): readonly Found[] {
  const told = [
    ...renamedEvidence(lead),
    ...nearEvidence(lead),
    ...movedEvidence(lead),
    ...sharedNameEvidence(lead),
    ...mapEvidence(lead),
  ];
  if (told.length > 0 || lead.resolution.kind !== 'missing') return told;
  return wordsFor(lead.name);
}

/** One a note, the best first, with doubts taken into account. */
function chosenOf(vault: Vault, from: string, link: Link, found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const each of found) {
    const known = best.get(each.path);
    if (known === undefined || compare(each, known) < 0) best.set(each.path, each);
  }
  const typed = [...best.values()].flatMap(
    each => asTyped(vault, from, link, asWritten(link, each)) ?? [],
  );
  const ranked = settled(vault, from, typed.sort(compare));
  return ranked.sort(compare).slice(0, MOST);
}

function compare(a: Found, b: Found): number {
  const tiers = TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier);
  return tiers || b.weight - a.weight || (a.path < b.path ? -1 : 1);
}

/** A plain entry may hold a remark, which a repair would take away. */
function asWritten({ form }: Link, found: Found): Found {
  return form === 'plain' && found.drops === true ? { ...found, tier: 'possible' } : found;
}

/** A relation takes notes of certain types: what only sounds like the target and is of another is hardly meant. */
function asTyped(vault: Vault, from: string, link: Link, found: Found): Found | null {
  if (found.evidence !== 'words' && found.evidence !== 'cut title') return found;
  const to = link.field === null ? undefined : typeOf(vault, from)?.fieldMeant(link.field)?.to;
  const type = typeOf(vault, found.path);
  if (to === undefined || type === undefined || to.includes(type.name)) return found;
  if (found.tier === 'possible') return null;
  return { ...found, tier: found.tier === 'safe' ? 'likely' : 'possible' };
}

function typeOf(vault: Vault, path: string): NoteType | undefined {
  const written = textOf(vault.note(path)?.frontmatter ?? null, 'type');
  return written === undefined ? undefined : vault.config.schema.type(written);
}

/** Where several notes are as good, the neighbour of the linking note comes first, and none of them is safe. */
function settled(vault: Vault, from: string, found: readonly Found[]): Found[] {
  const [first] = found;
  if (first === undefined) return [];
  const rivals = found.filter(each => each.tier === first.tier);
  if (rivals.length < 2) return [...found];
  const distances = rivals.map(each => distance(vault, from, each.path));
  const nearest = Math.min(...distances);
  const only = distances.filter(each => each === nearest).length === 1 && nearest < 2;
  // A few of many that are alike would be chosen by nothing.
  if (!only && rivals.length > MOST) return found.filter(each => !rivals.includes(each));
  const twins = rivals.every(each => foldName(nameOf(each.path)) === foldName(nameOf(first.path)));
  const several = twins ? `one of ${rivals.length} notes of this name` : null;
  return found.map(each => {
    const at = rivals.indexOf(each);
    if (at < 0) return each;
    const isNeighbour = only && distances[at] === nearest;
    const said = several === null || each.evidence === 'twin' ? [each.why] : [each.why, several];
    const where = nearest === 0 ? 'in the folder of this note' : 'in the domain of this note';
    const tier = isNeighbour && first.tier !== 'possible' ? 'likely' : 'possible';
    const weight = each.weight / (1 + (distances[at] ?? 0));
    return { ...each, why: [...said, ...(isNeighbour ? [where] : [])].join(', '), tier, weight };
  });
}

/** 0 in the same folder, 1 in the same domain, else 2. */
function distance(vault: Vault, from: string, path: string): number {
  if (folderOf(path) === folderOf(from)) return 0;
  const { schema } = vault.config;
  const written = textOf(vault.note(from)?.frontmatter ?? null, 'domain');
  const domain = written ?? schema.wordsOfFolder(folderOf(from)).domain;
  const its = schema.wordsOfFolder(folderOf(path)).domain ?? baseOf(folderOf(path));
  return domain !== undefined && foldName(domain) === foldName(its) ? 1 : 2;
}
