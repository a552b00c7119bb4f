/** The field that every note has, whatever else it says: which type it is. */
import type { FieldType } from './NoteType';

/** Which words it takes, the schema's types tell. */
export const typeField: FieldType = {
  name: 'type',
  kind: 'choice',
  required: true,
  meaning: 'What sort of note it is.',
  values: [],
  legacy: [],
};
