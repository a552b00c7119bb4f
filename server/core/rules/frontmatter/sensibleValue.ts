/** What can be known of a field that is missing: from the folder, the file name, the heading, the day and the vault. */

import type { FieldType } from '../../schema/NoteType';
import { quoted, yamlScalar } from '../../text/yamlText';
import { folderOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { FixPlace } from '../rule';
import { dateInName } from './dates';

export interface SensibleValue {
  /** As it is written into YAML. */
  readonly written: string;
  /** Whether nothing else could be meant. */
  readonly sure: boolean;
}

/** `null` where only the author can know. */
export function sensibleValue(place: FixPlace, field: FieldType): SensibleValue | null {
  const { path, today, vault, note } = place;
  const words = vault.config.schema.wordsOfFolder(folderOf(path));
  const guess = (written: string) => ({ written, sure: false });
  if (field.initial !== undefined) return guess(yamlScalar(field.initial));
  if (field.list === true) return guess('[]');
  switch (field.kind) {
    case 'domain':
    case 'agent': {
      const word = words[field.kind];
      if (word !== undefined) return { written: yamlScalar(word), sure: true };
      const [most] = vault.vocabulary.valuesOf(place.type?.name ?? '', field.name, { most: 1 });
      return most === undefined ? null : guess(yamlScalar(most.word));
    }
    case 'date': {
      if (field.name !== 'date') return guess(today);
      const dated = dateInName(path);
      return dated === null ? null : guess(dated);
    }
    default:
      return field.name === 'title' || field.name === 'name'
        ? guess(quoted(displayTitle(note)))
        : null;
  }
}
