/** Types that are mistyped, missing, unknown, old or in the wrong folder. */
import { fieldOf } from '../../../server/core/text/frontmatter';
import { folderOf, nameOf } from '../../../server/core/vault/names';
import { atOpening, edit, type Fault } from './Fault';
import { oneOf, type Specimen, withoutField, withValue } from './Specimen';
import { slip } from './slip';

function typeIn({ frontmatter }: Specimen) {
  return fieldOf(frontmatter, 'type');
}

/** Whether the folder is for notes of this type, so that a missing one can be told. */
/** Whether the folder tells the type of today that the note says; an older type asks for less. */
function isTyped(specimen: Specimen): boolean {
  const { path, type, vault } = specimen;
  const folder = vault.config.schema.typeOfFolder(folderOf(path));
  return folder === type && typeIn(specimen)?.values[0]?.text === type.name;
}

function typed(inject: (specimen: Specimen, written: string) => string | null | undefined) {
  return (specimen: Specimen) => {
    const field = typeIn(specimen);
    const value = field?.values[0];
    const newText = value && inject(specimen, value.text);
    return edit(value && newText ? { span: value.span, newText } : null);
  };
}

export const typeFaults: readonly Fault[] = [
  {
    name: 'mistyped type',
    codes: ['frontmatter/unknown-type'],
    safe: true,
    inject: typed((specimen, written) => {
      const { types } = specimen.vault.config.schema;
      const known = types.flatMap(type => [type.name, ...type.legacy]);
      return known.includes(written) && written === specimen.type.name
        ? slip(specimen, written, known)
        : null;
    }),
  },
  {
    name: 'unknown type',
    codes: ['frontmatter/unknown-type'],
    inject: typed(specimen => oneOf(specimen, ['zettel', 'blueprint', 'recipe', 'weather-log'])),
  },
  {
    name: 'old name of the type',
    codes: ['frontmatter/legacy'],
    inject: typed((specimen, written) =>
      oneOf(
        specimen,
        specimen.type.legacy.filter(name => name !== written),
      ),
    ),
  },
  {
    name: 'type of another folder',
    codes: ['frontmatter/misplaced'],
    inject: typed(specimen => {
      const { path, type, vault } = specimen;
      const here = vault.config.schema.typeOfFolder(folderOf(path));
      if (here !== type || nameOf(path).startsWith('_') || /\b(?:claim|source|entit)/u.test(path))
        return null;
      const others = vault.config.schema.types.filter(
        each => each !== here && each.folders.length > 0 && each.name !== 'map',
      );
      return oneOf(specimen, others)?.name;
    }),
  },
  {
    name: 'no type',
    codes: ['frontmatter/missing-field'],
    safe: true,
    shownAt: atOpening,
    mendedInBlock: true,
    inject(specimen) {
      const field = typeIn(specimen);
      return edit(field && isTyped(specimen) ? withoutField(specimen, field) : null);
    },
  },
  {
    name: 'empty type',
    codes: ['frontmatter/missing-field'],
    safe: true,
    inject(specimen) {
      const field = typeIn(specimen);
      return edit(field && isTyped(specimen) ? withValue(field, '') : null);
    },
  },
  {
    name: 'mistyped key of the type',
    codes: ['frontmatter/missing-field'],
    safe: true,
    inject(specimen) {
      const field = typeIn(specimen);
      const key = oneOf(specimen, ['tpye', 'typ', 'Type', 'types', 'ytpe']) ?? 'typ';
      return edit(field && isTyped(specimen) ? { span: field.key, newText: key } : null);
    },
  },
  {
    name: 'list for the type',
    codes: ['frontmatter/wrong-kind', 'frontmatter/unknown-type', 'frontmatter/missing-field'],
    inject: typed((_, written) => `[${written}]`),
  },
];
