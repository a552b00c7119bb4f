/** Links without the quotes that YAML needs. */
import { textOf } from '../../../server/core/text/frontmatter';
import { foldName, nameOf } from '../../../server/core/vault/names';
import type { Fault } from './Fault';
import { knownFields, oneOf, type Specimen, someScalar, valueSpan, withValue } from './Specimen';

const codes = ['frontmatter/unquoted-link'];

/** A link to some other claim, which nearly every relation takes, whose name needs no quotes and leads to it alone. */
function someLink(specimen: Specimen): string | undefined {
  const { vault, path } = specimen;
  const others = [...vault.notes()].filter(each => each !== path);
  const names = others
    .filter(each => textOf(vault.note(each)?.frontmatter ?? null, 'type') === 'claim')
    .map(nameOf);
  const plain = names.filter(
    name => /^[a-z][a-z -]+$/u.test(name) && specimen.vault.notesNamed(foldName(name)).length === 1,
  );
  const name = oneOf(specimen, plain);
  return name === undefined ? undefined : `[[${name}]]`;
}

function someList(specimen: Specimen, flow: boolean) {
  const { text } = specimen;
  return oneOf(
    specimen,
    knownFields(specimen).filter(({ field, type }) => {
      if (field.kind !== 'list' || type.kind !== 'relation' || field.values.length === 0)
        return false;
      // A claim in the place of an entity would be the next fault.
      if (type.edge !== 'related' && type.to?.includes('claim') === false) return false;
      const written = text.slice(valueSpan(field).start, field.span.end);
      return flow ? written.trim().startsWith('[') : /^\r?\n *-/u.test(written);
    }),
  )?.field;
}

export const linkFaults: readonly Fault[] = [
  {
    name: 'unquoted link',
    codes,
    safe: true,
    inject(specimen) {
      const field = someScalar(specimen, type => type.kind === 'text')?.field;
      const link = someLink(specimen);
      return field && link ? [withValue(field, link)] : null;
    },
  },
  {
    name: 'unquoted link in a list',
    codes,
    safe: true,
    inject(specimen) {
      const value = oneOf(specimen, someList(specimen, false)?.values ?? []);
      const link = someLink(specimen);
      return value && link ? [{ span: value.span, newText: link }] : null;
    },
  },
  {
    name: 'unquoted link in a list in brackets',
    codes,
    safe: true,
    inject(specimen) {
      const value = oneOf(specimen, someList(specimen, true)?.values ?? []);
      const link = someLink(specimen);
      return value && link ? [{ span: value.span, newText: link }] : null;
    },
  },
];
