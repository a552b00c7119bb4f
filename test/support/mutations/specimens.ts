/** Valid notes of every type: of the real vault as far as it is there and has them, and generated ones. */
import { checkNote } from '../../../server/core/rules/check';
import type { Finding } from '../../../server/core/rules/rule';
import { builtinSchema } from '../../../server/core/schema/builtin';
import { textOf } from '../../../server/core/text/frontmatter';
import { type Change, Vault } from '../../../server/core/vault/Vault';
import { pick, random } from '../../bench/titles';
import { TODAY } from '../day';
import { generateNotes } from './generateNote';
import type { Specimen } from './Specimen';

/** How many notes of each type. */
const QUOTA: Readonly<Record<string, number>> = {
  claim: 50,
  source: 54,
  entity: 56,
  belief: 30,
  position: 30,
  musing: 26,
  conviction: 18,
  sector: 18,
  map: 18,
};
/** At least this share is generated, as real notes are all written in one or two styles. */
const GENERATED = 0.4;

export type Note = Omit<Specimen, 'next'>;

export interface Specimens {
  readonly vault: Vault;
  readonly notes: readonly Note[];
  /** Paths of all generated notes. */
  readonly generated: readonly string[];
}

/** `files` are those of the real vault; none where there is none. */
export function specimens(files: ReadonlyMap<string, Change>, seed: number): Specimens {
  const vault = new Vault();
  const counts = new Map(Object.entries(QUOTA));
  const generated = generateNotes(builtinSchema, counts, seed);
  const written = generated.map(({ path, text }): Change => ({ kind: 'set', path, text }));
  vault.apply([...files.values(), ...written]);
  const notes = Object.entries(QUOTA).flatMap(([type, count]) => {
    const next = random(seed);
    const most = Math.floor(count * (1 - GENERATED));
    const real = pick(validNotes(vault, files.values(), type), most, next);
    return [...real, ...validNotes(vault, written, type).slice(0, count - real.length)];
  });
  return { vault, notes, generated: generated.map(({ path }) => path) };
}

/** Those of one type in which nothing worse than a hint is found. */
function validNotes(vault: Vault, changes: Iterable<Change>, typeName: string): Note[] {
  return [...changes].flatMap((change): Note[] => {
    const { path } = change;
    const frontmatter = vault.note(path)?.frontmatter;
    const type = vault.config.schema.type(textOf(frontmatter ?? null, 'type') ?? '');
    if (change.kind !== 'set' || change.text === null || !frontmatter) return [];
    if (type?.name !== typeName || checkNote(vault, path, TODAY).some(isFrontmatterFault))
      return [];
    return [{ path, text: change.text, type, frontmatter, vault }];
  });
}

/** What is worse than a hint, in front matter. */
export function isFrontmatterFault({ code, severity }: Finding): boolean {
  // What happened to other notes is no fault of this one.
  if (severity === 'hint' || code === 'lifecycle/re-evaluate') return false;
  return /^(?:frontmatter|lifecycle)\//u.test(code);
}
