/** All note types of a vault: the built-in ones with what its settings add to them. */
import type { EdgeKind, FieldForm, TypeForm } from './form';
import { type FieldType, NoteType } from './NoteType';

export interface FolderWords {
  readonly domain?: string;
  readonly agent?: string;
}

export class Schema {
  readonly types: readonly NoteType[];
  /** Fields whose plain strings name notes, in any type. */
  readonly relationFields: ReadonlySet<string>;
  private readonly byName = new Map<string, NoteType>();
  private readonly prose = new Set<string>();
  private readonly edges = new Map<string, EdgeKind>();
  /** Described folders by their parts. */
  private readonly folders: readonly { readonly type: NoteType; readonly parts: string[] }[];

  constructor(forms: Readonly<Record<string, TypeForm>>) {
    this.types = Object.entries(forms).map(([name, form]) => new NoteType(name, form));
    for (const type of this.types) for (const old of type.legacy) this.byName.set(fold(old), type);
    for (const type of this.types) this.byName.set(fold(type.name), type);
    this.folders = this.types.flatMap(type =>
      type.folders.map(each => ({ type, parts: each.split('/') })),
    );
    const relations = this.types.flatMap(type =>
      type.fields.filter(field => field.kind === 'relation'),
    );
    this.relationFields = new Set(relations.flatMap(namesOf));
    for (const field of relations)
      if (field.prose) for (const name of namesOf(field)) this.prose.add(name);
    for (const field of relations)
      for (const name of namesOf(field))
        if (field.edge && !this.edges.has(name)) this.edges.set(name, field.edge);
  }

  /** The type of that name or, in older notes, of that legacy name. */
  type(name: string): NoteType | undefined {
    return this.byName.get(name) ?? this.byName.get(fold(name));
  }

  /** The type that a folder's notes have: that of the longest described folder around it. */
  typeOfFolder(folder: string): NoteType | undefined {
    const parts = folder.split('/');
    let best: NoteType | undefined;
    let length = 0;
    for (const described of this.folders) {
      const shared = coveredParts(described.parts, parts);
      if (shared <= length) continue;
      best = described.type;
      length = shared;
    }
    return best;
  }

  /** The type that a note at this path has, as far as that tells: a map by its name, others by their folder. */
  typeOfPath(path: string): NoteType | undefined {
    const slash = path.lastIndexOf('/');
    if (/^_?map\.(?:md|markdown)$/iu.test(path.slice(slash + 1))) return this.type('map');
    return this.typeOfFolder(slash < 0 ? '' : path.slice(0, slash));
  }

  /** The domain and the agent that a folder stands for, as far as described folders say. */
  wordsOfFolder(folder: string): FolderWords {
    let words: FolderWords = {};
    const parts = folder.split('/');
    for (const described of this.folders) {
      const placed = wordsIn(described.parts, parts);
      if (placed !== null) words = { ...placed, ...words };
    }
    return words;
  }

  /**
   * What the field means for the argument in a note whose `type:` says that; `null` for a mere link. In a note of no
   * known type, or one that has no such field, it means what it means in the first type that has it.
   */
  edge(type: string | null, fieldName: string): EdgeKind | null {
    const field = type === null ? undefined : this.type(type)?.fieldMeant(fieldName);
    if (field !== undefined) return (field.kind === 'relation' && field.edge) || null;
    return this.edges.get(fieldName) ?? null;
  }

  /** Whether a string in this relation may be plain words instead of a note's name. */
  allowsProse(fieldName: string): boolean {
    return this.prose.has(fieldName);
  }
}

/** Adds types, fields and values to those described already; what is said anew of a field counts. */
export function merged(
  base: Readonly<Record<string, TypeForm>>,
  added: Readonly<Record<string, TypeForm>>,
): Record<string, TypeForm> {
  const all: Record<string, TypeForm> = { ...base };
  for (const [name, form] of Object.entries(added)) {
    const before = Object.hasOwn(base, name) ? base[name] : undefined;
    all[name] = before === undefined ? form : mergedType(before, form);
  }
  return all;
}

function mergedType(before: TypeForm, added: TypeForm): TypeForm {
  const fields: Record<string, FieldForm | null> = { ...before.fields };
  for (const [name, form] of Object.entries(added.fields ?? {})) {
    const known = Object.hasOwn(fields, name) ? fields[name] : null;
    fields[name] = known ? mergedField(known, form ?? {}) : form;
  }
  return {
    ...before,
    ...added,
    folders: [...(before.folders ?? []), ...(added.folders ?? [])],
    legacy: [...(before.legacy ?? []), ...(added.legacy ?? [])],
    extends: { ...before.extends, ...added.extends },
    requires: [...(before.requires ?? []), ...(added.requires ?? [])],
    fields,
  };
}

function mergedField(before: FieldForm, added: FieldForm): FieldForm {
  const values =
    before.values === undefined && added.values === undefined
      ? {}
      : { values: { ...withMeanings(before.values), ...withMeanings(added.values) } };
  const legacy = [...(before.legacy ?? []), ...(added.legacy ?? [])];
  return { ...before, ...added, ...values, legacy };
}

function withMeanings(values: FieldForm['values']): Record<string, string | null> {
  if (values === undefined) return {};
  return Array.isArray(values) ? Object.fromEntries(values.map(each => [each, null])) : values;
}

function namesOf(field: FieldType): string[] {
  return [field.name, ...field.legacy];
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

/** How many parts of the folder the pattern describes; 0 where it is another folder. The words at its end may be missing. */
function coveredParts(pattern: readonly string[], folder: readonly string[]): number {
  const fits = pattern.every((part, index) =>
    index < folder.length ? part === folder[index] || isWord(part) : isWord(part),
  );
  return fits ? Math.min(pattern.length, folder.length) : 0;
}

/** What stands in the place of the pattern's words, as far as the folder reaches; `null` where it is another folder. */
function wordsIn(pattern: readonly string[], folder: readonly string[]): FolderWords | null {
  const words: { domain?: string; agent?: string } = {};
  for (const [index, part] of pattern.entries()) {
    const at = folder[index];
    if (at === undefined) return words;
    if (part === '<domain>') words.domain = at;
    else if (part === '<agent>') words.agent = at;
    else if (part !== at) return index === 0 || Object.keys(words).length === 0 ? null : words;
  }
  return words;
}

function isWord(part: string): boolean {
  return part === '<domain>' || part === '<agent>';
}
