/** The type that the note behind a link says it has. */
import type { NoteType } from '../../schema/NoteType';
import type { Vault } from '../../vault/Vault';
import type { Place, ResolvedLink } from '../rule';

interface LookedUp {
  readonly revision: number;
  readonly types: Map<string, NoteType | undefined>;
}

/** Very many links may lead to one note: what was found out stays for as long as nothing changes. */
const known = new WeakMap<Vault, LookedUp>();

/** `undefined` where the link leads to no note, or to one of no known type of today. */
export function targetType({ vault }: Place, { resolution }: ResolvedLink): NoteType | undefined {
  if (resolution.kind !== 'found' && resolution.kind !== 'near') return undefined;
  const { path } = resolution;
  const { revision } = vault;
  const cached = known.get(vault);
  const types: LookedUp['types'] = cached?.revision === revision ? cached.types : new Map();
  if (types !== cached?.types) known.set(vault, { revision, types });
  const before = types.get(path);
  if (before !== undefined || types.has(path)) return before;
  const type = typeOf(vault, path);
  types.set(path, type);
  return type;
}

function typeOf(vault: Vault, path: string): NoteType | undefined {
  const written = vault.fieldText(path, 'type')?.trim();
  const type = written === undefined ? undefined : vault.config.schema.type(written);
  // Notes of older types stood where today others do.
  return type?.name === written?.toLowerCase() ? type : undefined;
}
