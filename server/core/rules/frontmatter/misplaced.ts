/** A note whose folder is for notes of another type. */
import { fieldOf } from '../../text/frontmatter';
import { wordEdit } from '../../text/yamlText';
import { folderOf, nameOf } from '../../vault/names';
import type { Place, Rule } from '../rule';
import { withArticle } from './expected';

export const misplaced: Rule = {
  code: 'frontmatter/misplaced',
  severity: 'information',
  alone: true,
  summary: 'A note of one type in a folder for notes of another.',
  docs:
    'Folders tell people and programs what to expect: a claim in the inbox is not found among the claims. Either the type is wrong, ' +
    'or the note belongs elsewhere. Maps and notes whose name begins with an underscore may lie anywhere; so may notes in folders ' +
    'that are for no type.',
  check(place) {
    const wrong = expectedType(place);
    if (wrong === undefined) return [];
    const { type, value, expected } = wrong;
    const home = type.folders.map(each => `\`${each}\``).join(', ');
    const message = `This folder is for notes of type \`${expected}\`; ${withArticle(type.name)} belongs in ${home}.`;
    return [{ span: value.inner, message }];
  },
  fix(place) {
    const wrong = expectedType(place);
    if (wrong === undefined) return [];
    const { value, expected } = wrong;
    const edits = [wordEdit(value, expected)];
    return [{ title: `Change the type to \`${expected}\``, safe: false, edits }];
  },
};

function expectedType({ type, note, path, vault }: Place) {
  const value = fieldOf(note.frontmatter, 'type')?.values[0];
  if (type === undefined || value === undefined || nameOf(path).startsWith('_')) return undefined;
  if (type.folders.length === 0 || type.name === 'map') return undefined;
  const here = vault.config.schema.typeOfFolder(folderOf(path));
  if (here === undefined || here === type) return undefined;
  // `inbox/claims` is a folder for claims, whatever the inbox is for.
  const named = [type.name, `${type.name}s`];
  if (
    folderOf(path)
      .split('/')
      .some(part => named.includes(part))
  )
    return undefined;
  return { type, value, expected: here.name };
}
