/** Two notes that are one file to macOS and Windows. */
import { foldName, nameOf } from '../../vault/names';
import { samePlace } from '../../vault/samePlace';
import type { Place, Rule } from '../rule';
import { titleSpan } from './titleSpan';

export const fileTwins: Rule = {
  code: 'file/twins',
  severity: 'warning',
  summary: 'Two notes whose paths differ only in capitals or in how accents are stored.',
  docs:
    'Linux and git keep both; macOS and Windows hold only one of them, and a clone there silently loses the other. ' +
    'Give one of the notes another name, or make one note of both.',
  check(place) {
    const others = twins(place);
    if (others.length === 0) return [];
    const message = `On macOS and Windows this is the same file as ${others.map(path => `\`${path}\``).join(' and ')}.`;
    const related = others.map(path => ({ path, message: 'The same file there' }));
    return [{ span: titleSpan(place.note), message, related }];
  },
  fix: () => [],
};

function twins({ vault, path }: Place): string[] {
  return vault
    .notesNamed(foldName(nameOf(path)))
    .filter(each => each !== path && samePlace(each, path))
    .sort();
}
