/** One note type, ready to be asked: its fields by name, of a sub-type too, and under the names of older notes. */
import type { FieldForm, FieldKind, Requirement, TypeForm } from './form';

export interface AllowedValue {
  readonly name: string;
  readonly meaning: string | null;
}

export interface FieldType extends Omit<FieldForm, 'values' | 'kind' | 'legacy'> {
  readonly name: string;
  readonly kind: FieldKind;
  readonly meaning: string;
  /** Of a choice, or usual ones where it is `open`; strongest or first first. */
  readonly values: readonly AllowedValue[];
  readonly legacy: readonly string[];
}

export class NoteType {
  readonly meaning: string;
  readonly legacy: readonly string[];
  readonly folders: readonly string[];
  /** In the order in which they are usually written. */
  readonly fields: readonly FieldType[];
  readonly requires: readonly Requirement[];
  /** The field that tells sub-types apart. */
  readonly subtype: string | undefined;
  private readonly byName = new Map<string, FieldType>();
  private readonly byLegacyName = new Map<string, FieldType[]>();
  private readonly byPrefix: FieldType[] = [];
  private readonly parents: ReadonlyMap<string, string>;
  private readonly subtypes: ReadonlySet<string>;

  constructor(
    readonly name: string,
    form: TypeForm,
  ) {
    this.meaning = form.meaning ?? '';
    this.legacy = form.legacy ?? [];
    this.folders = form.folders ?? [];
    this.requires = form.requires ?? [];
    this.subtype = form.subtype;
    this.parents = new Map(Object.entries(form.extends ?? {}));
    this.fields = Object.entries(form.fields ?? {}).map(([field, said]) => fieldType(field, said));
    for (const field of this.fields) {
      if (field.name.endsWith('*')) this.byPrefix.push(field);
      else this.byName.set(field.name, field);
      for (const old of field.legacy) {
        this.byLegacyName.set(old, [...(this.byLegacyName.get(old) ?? []), field]);
      }
    }
    const told = this.subtype === undefined ? undefined : this.byName.get(this.subtype);
    this.subtypes = new Set(told?.values.map(value => value.name));
  }

  /** The field of that name today; one described as `flagged_for_*` has any name that begins so. */
  field(name: string): FieldType | undefined {
    return (
      this.byName.get(name) ??
      this.byPrefix.find(each => name.startsWith(each.name.slice(0, -1)) && name !== each.name)
    );
  }

  /** The fields that older notes carry under that name; several where one name stood for them all. */
  fieldsOnceNamed(name: string): readonly FieldType[] {
    return this.byLegacyName.get(name) ?? [];
  }

  /** The field that a key of that name gives: today's, or the one it once was where it stood for no other. */
  fieldMeant(name: string): FieldType | undefined {
    const today = this.field(name);
    if (today !== undefined) return today;
    const [once, more] = this.fieldsOnceNamed(name);
    return more === undefined ? once : undefined;
  }

  /** The sub-types that have the field: those it names, and those that extend one of them. */
  subtypesWith(field: FieldType): string[] {
    const named = field.for ?? [];
    const extending = [...this.subtypes].filter(each => this.has(field, each));
    return [...new Set([...named, ...extending])];
  }

  /** Whether a note of that sub-type has the field; of an unknown or no sub-type it may. */
  has(field: FieldType, subtype: string | undefined): boolean {
    if (field.for === undefined || subtype === undefined) return true;
    let each: string | undefined = subtype;
    // Settings may make a circle of what extends what.
    for (let steps = 0; each !== undefined && steps < 32; steps++) {
      if (field.for.includes(each)) return true;
      each = this.parents.get(each);
    }
    return !this.subtypes.has(subtype);
  }
}

function fieldType(name: string, form: FieldForm | null): FieldType {
  const { values = [], ...said } = form ?? {};
  return {
    ...said,
    name,
    kind: said.kind ?? (form?.values === undefined ? 'text' : 'choice'),
    meaning: said.meaning ?? '',
    legacy: said.legacy ?? [],
    values: Array.isArray(values)
      ? values.map(value => ({ name: value, meaning: null }))
      : Object.entries(values).map(([value, meaning]) => ({ name: value, meaning })),
  };
}
