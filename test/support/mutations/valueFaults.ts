/** Values that their fields do not take. */
import type { FieldType } from '../../../server/core/schema/NoteType';
import { fieldOf, textOf } from '../../../server/core/text/frontmatter';
import { edit, type Fault } from './Fault';
import {
  knownFields,
  lineEndOf,
  oneOf,
  type Specimen,
  someScalar,
  withField,
  withValue,
} from './Specimen';
import { slip } from './slip';

const invalid = ['frontmatter/invalid-value'];
const wrongKind = ['frontmatter/wrong-kind'];

/** Puts in another value where a field of one value fits. */
function changed(
  name: string,
  codes: readonly string[],
  fits: (type: FieldType) => boolean,
  value: (specimen: Specimen, written: string, type: FieldType) => string | null | undefined,
  safe = false,
): Fault {
  return {
    name,
    codes,
    safe,
    inject(specimen) {
      const found = someScalar(specimen, fits);
      const written = found?.field.values[0]?.text;
      if (found === undefined || written === undefined) return null;
      const newText = value(specimen, written, found.type);
      return typeof newText === 'string' && newText !== written
        ? [withValue(found.field, newText)]
        : null;
    },
  };
}

const isClosedChoice = (type: FieldType) => type.kind === 'choice' && type.open !== true;
const isOpenChoice = (type: FieldType) => type.kind === 'choice' && type.open === true;
const isText = (type: FieldType) => type.kind === 'text' && type.list !== true;
const isDate = (type: FieldType) => type.kind === 'date';
const isAddress = (type: FieldType) => type.kind === 'url';

function words(type: FieldType): string[] {
  return type.values.map(each => each.name);
}

/** A slip of a word that the vault's folders show. */
function mistypedWord(kind: 'domain' | 'agent'): Fault {
  return changed(
    `mistyped ${kind}`,
    invalid,
    type => type.kind === kind && type.list !== true,
    (specimen, written) => {
      const { vocabulary } = specimen.vault;
      return vocabulary.knows(kind, written) && written.length > 4
        ? slip(specimen, written, vocabulary.known(kind))
        : null;
    },
    true,
  );
}

/** A word where something else belongs, in a field that is there or not. */
function wordFor(
  name: string,
  kind: FieldType['kind'],
  written: readonly string[],
  safe = false,
): Fault {
  return {
    name,
    codes: invalid,
    safe,
    inject(specimen) {
      const { type, frontmatter } = specimen;
      const subtype = type.subtype === undefined ? undefined : textOf(frontmatter, type.subtype);
      const fitting = type.fields.filter(each => each.kind === kind && type.has(each, subtype));
      const field = oneOf(specimen, fitting);
      const value = oneOf(specimen, written);
      return edit(field && value ? withField(specimen, field.name, value) : null);
    },
  };
}

function emptied(name: string, written: string): Fault {
  return {
    name,
    codes: ['frontmatter/missing-field'],
    inject(specimen) {
      const isNeeded = (type: FieldType) => type.required === true && !hasLegacy(specimen, type);
      const found = someScalar(specimen, isNeeded);
      return edit(found && withValue(found.field, written));
    },
  };
}

/** Whether the note says the same under an old name as well. */
function hasLegacy({ frontmatter }: Specimen, { legacy }: FieldType): boolean {
  return legacy.some(name => fieldOf(frontmatter, name) !== undefined);
}

export const valueFaults: readonly Fault[] = [
  emptied('required value emptied', ''),
  emptied('required value null', 'null'),
  emptied('required value `~`', '~'),
  emptied('required value in empty quotes', '""'),
  changed(
    'mistyped choice',
    invalid,
    isClosedChoice,
    (specimen, written, type) => slip(specimen, written, words(type)),
    true,
  ),
  changed(
    'choice with a capital',
    invalid,
    isClosedChoice,
    (_, written) => written.charAt(0).toUpperCase() + written.slice(1),
    true,
  ),
  changed('choice in capitals', invalid, isClosedChoice, (_, word) => word.toUpperCase(), true),
  changed('foreign choice', invalid, isClosedChoice, specimen =>
    oneOf(specimen, ['rather settled', 'zzz', '7', 'unclearish']),
  ),
  changed(
    'mistyped usual word',
    invalid,
    isOpenChoice,
    (specimen, written, type) =>
      written.length > 4 && words(type).includes(written)
        ? slip(specimen, written, words(type))
        : null,
    true,
  ),
  changed('list for a choice', wrongKind, isClosedChoice, (_, word) => `[${word}]`, true),
  changed('list for a text', wrongKind, isText, () => '[one thing, another thing]'),
  changed('list for a date', wrongKind, isDate, (_, date) => `["${date}"]`, true),
  changed('map for a choice', wrongKind, isClosedChoice, (specimen, word) =>
    nested(specimen, word),
  ),
  changed('map for a text', wrongKind, isText, specimen => nested(specimen, 'a nested thing')),
  {
    name: 'one value for a list',
    codes: wrongKind,
    safe: true,
    inject(specimen) {
      const lists = knownFields(specimen).filter(
        ({ field, type }) =>
          type.list === true &&
          // How many entries these need depends on a state.
          !specimen.type.requires.some(({ any }) => any.includes(type.name)) &&
          field.kind === 'list' &&
          field.values[0]?.style === 'plain' &&
          // What stands behind a comma may be the next entry.
          !field.values[0].text.includes(','),
      );
      const field = oneOf(specimen, lists)?.field;
      const word = field?.values[0]?.text;
      return field && word ? [withValue(field, word)] : null;
    },
  },
  wordFor('words for a number', 'number', ['many', 'about twelve', 'unknown']),
  wordFor('number as text', 'number', ['1,500', '"1500"', "'12'"], true),
  wordFor('words for a boolean', 'boolean', ['maybe', '"1"', 'sometimes']),
  wordFor('boolean as text', 'boolean', ['yes', 'no', '"true"', 'No'], true),
  changed(
    'address without its scheme',
    invalid,
    isAddress,
    (_, written) =>
      /^https?:\/\/[\w-]+\.[\w.-]+/u.test(written) ? written.replace(/^https?:\/\//u, '') : null,
    true,
  ),
  changed('words for an address', invalid, isAddress, () => 'see the printed edition'),
  mistypedWord('domain'),
  mistypedWord('agent'),
];

function nested({ text }: Specimen, word: string): string {
  return `${lineEndOf(text)}  first: ${word}`;
}
