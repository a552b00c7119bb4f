/** Keys that are missing, mistyped, old or unknown. */
import type { FieldType } from '../../../server/core/schema/NoteType';
import { atType, edit, type Fault } from './Fault';
import {
  type KnownField,
  knownFields,
  lineBelow,
  oneOf,
  type Specimen,
  withoutField,
} from './Specimen';
import { slip } from './slip';

const missing = ['frontmatter/missing-field'];
const unknown = ['frontmatter/unknown-field'];

/** Any note may have these, whatever its type says. */
const COMMON = ['title', 'tags', 'aliases', 'id'];

function some(specimen: Specimen, fits: (known: KnownField) => boolean): KnownField | undefined {
  const { text, type, frontmatter } = specimen;
  const subtype = frontmatter.fields.find(field => field.name === type.subtype)?.values[0]?.text;
  const known = knownFields(specimen).filter(
    each =>
      text[each.field.key.start] === each.field.name[0] &&
      !each.type.name.endsWith('*') &&
      each.type.name !== type.subtype &&
      type.has(each.type, subtype) &&
      fits(each),
  );
  return oneOf(specimen, known);
}

/** A field that the note would lack without this one. */
function isNeeded({ frontmatter }: Specimen, { required, legacy }: FieldType): boolean {
  return required === true && !frontmatter.fields.some(field => legacy.includes(field.name));
}

/** A field that nothing asks for. */
function isFree({ type: { requires } }: Specimen, { required, name }: FieldType): boolean {
  return (
    required !== true &&
    !COMMON.includes(name) &&
    !requires.some(each => each.any.includes(name) || Object.hasOwn(each.when, name))
  );
}

function rekeyed(name: string, required: boolean, key: Rekey): Fault {
  return {
    name,
    codes: required ? missing : unknown,
    safe: true,
    inject(specimen) {
      const needed = ({ type }: KnownField) =>
        required ? isNeeded(specimen, type) : isFree(specimen, type);
      const found = some(specimen, known => {
        const newKey = key({ ...specimen, next: () => 0 }, known.field.name);
        return needed(known) && newKey !== null && specimen.type.field(newKey) === undefined;
      });
      const newText = found && key(specimen, found.field.name);
      if (!newText || specimen.type.fieldsOnceNamed(newText).length > 0) return null;
      return [{ span: found.field.key, newText }];
    },
  };
}

type Rekey = (s: Specimen, name: string) => string | null;

function longer(key: Rekey): Rekey {
  return (s, name) => (name.length > 4 ? key(s, name) : null);
}

function shorter(key: Rekey): Rekey {
  return (s, name) => (name.length > 4 ? null : key(s, name));
}

function mistyped(specimen: Specimen, name: string): string | null {
  const { type } = specimen;
  return slip(specimen, name, [
    ...type.fields.flatMap(each => [each.name, ...each.legacy]),
    ...COMMON,
  ]);
}

function hyphened(_: Specimen, name: string): string | null {
  return name.includes('_') ? name.replaceAll('_', '-') : null;
}

function capital(_: Specimen, name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const keyFaults: readonly Fault[] = [
  {
    name: 'required field deleted',
    codes: missing,
    shownAt: atType,
    mendedInBlock: true,
    inject(specimen) {
      const found = some(specimen, ({ type }) => isNeeded(specimen, type));
      return edit(found && withoutField(specimen, found.field));
    },
  },
  rekeyed('required key mistyped', true, longer(mistyped)),
  rekeyed('optional key mistyped', false, longer(mistyped)),
  // In a short name one letter is much: `game` may mean what it says.
  { ...rekeyed('short key mistyped', true, shorter(mistyped)), safe: false },
  rekeyed('required key with a capital', true, capital),
  rekeyed('optional key with a capital', false, capital),
  rekeyed('required key in capitals', true, (_, name) => name.toUpperCase()),
  rekeyed('required key with hyphens', true, hyphened),
  rekeyed('optional key with hyphens', false, hyphened),
  {
    name: 'unknown key',
    codes: unknown,
    inject(specimen) {
      const field = oneOf(specimen, specimen.frontmatter.fields);
      const line = oneOf(specimen, ['mood: sunny', 'weather_log: "rain"', 'zodiac: [lion]']) ?? '';
      return edit(field && lineBelow(specimen, field, line));
    },
  },
  {
    name: 'key of another type',
    codes: unknown,
    inject(specimen) {
      const { type, vault, frontmatter } = specimen;
      const names = vault.config.schema.types
        .flatMap(each => each.fields)
        .filter(
          ({ name, kind, list }) => kind === 'text' && list !== true && /^\w{10,}$/u.test(name),
        )
        .map(each => each.name)
        .filter(name => type.field(name) === undefined && type.fieldsOnceNamed(name).length === 0);
      const name = oneOf(specimen, names);
      const field = frontmatter.fields.at(-1);
      return edit(name && field ? lineBelow(specimen, field, `${name}: told elsewhere`) : null);
    },
  },
  {
    name: 'old name of a key',
    codes: ['frontmatter/legacy'],
    inject(specimen) {
      const { frontmatter, type } = specimen;
      const old = (known: KnownField) =>
        known.type.legacy.filter(
          name =>
            type.field(name) === undefined &&
            !frontmatter.fields.some(field => field.name === name),
        );
      const found = some(specimen, known => old(known).length > 0);
      const newText = found && oneOf(specimen, old(found));
      return edit(newText ? { span: found.field.key, newText } : null);
    },
  },
];
