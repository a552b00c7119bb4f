/** Notes that lack what their state asks for. */
import { fieldOf } from '../../../server/core/text/frontmatter';
import type { TextEdit } from '../../../server/core/text/span';
import { at, type Fault } from './Fault';
import { type Specimen, withField, withoutField, withValue } from './Specimen';

/** Sets a state, and takes away what it asks for. */
function unmet(
  name: string,
  type: string,
  [state, word]: readonly [string, string],
  lost: (specimen: Specimen) => readonly (TextEdit | null)[],
): Fault {
  return {
    name,
    codes: ['lifecycle/incomplete'],
    shownAt: at(state),
    inject(specimen) {
      const field = fieldOf(specimen.frontmatter, state);
      if (specimen.type.name !== type || field?.kind !== 'scalar') return null;
      const edits = [withValue(field, word), ...lost(specimen)];
      return edits.filter(edit => edit !== null);
    },
  };
}

function without(...names: readonly string[]) {
  return (specimen: Specimen) => {
    const once = names.flatMap(name => specimen.type.field(name)?.legacy ?? []);
    return specimen.frontmatter.fields
      .filter(field => names.includes(field.name) || once.includes(field.name))
      .map(field => withoutField(specimen, field));
  };
}

/** A list of just so many entries. */
function entries(name: string, count: number) {
  return (specimen: Specimen) => {
    const field = fieldOf(specimen.frontmatter, name);
    const words = Array.from({ length: count }, (_, index) => `"reason ${index + 1}"`);
    const written = `[${words.join(', ')}]`;
    return [field === undefined ? withField(specimen, name, written) : withValue(field, written)];
  };
}

const results = [
  'claims_extracted',
  'enrichments',
  'entities_created',
  'notes',
  'extraction_notes',
];
const reasons = ['notes', 'extraction_notes', 'null_result_reason'];

export const lifecycleFaults: readonly Fault[] = [
  unmet('processed without results', 'source', ['status', 'processed'], without(...results)),
  unmet('null result without a reason', 'source', ['status', 'null-result'], without(...reasons)),
  unmet('axiom on four claims', 'belief', ['level', 'axiom'], entries('depends_on', 4)),
  unmet('belief on two claims', 'belief', ['level', 'belief'], entries('depends_on', 2)),
  unmet('hypothesis on no claim', 'belief', ['level', 'hypothesis'], entries('depends_on', 0)),
  unmet('closed position, pending', 'position', ['status', 'closed'], specimen => [
    withField(specimen, 'outcome', 'pending'),
  ]),
  unmet('position on nothing', 'position', ['status', 'active'], entries('depends_on', 0)),
];
