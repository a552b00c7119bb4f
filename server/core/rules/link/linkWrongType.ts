/** A relation that leads to a note of a type that it is not for. */
import type { FieldType, NoteType } from '../../schema/NoteType';
import { enumeration } from '../../text/enumeration';
import { displayTitle } from '../../vault/noteNames';
import { withArticle } from '../frontmatter/expected';
import type { Place, ResolvedLink, Rule } from '../rule';
import { linkFound } from './linkFound';
import { removedEntry } from './removedEntry';
import { shortened } from './shortened';
import { targetType } from './targetType';

export const linkWrongType: Rule = {
  code: 'link/wrong-type',
  severity: 'warning',
  summary: 'A relation that leads to a note of a type that it is not for.',
  docs:
    'A relation says what its notes are to each other: what a claim supports is a claim, what a source yields are claims. A note of ' +
    'another type there is mostly one of a similar name. Notes without a type, and of types that only older notes have, are not reported; neither is what is only `related`.',
  check(place) {
    return place.links.flatMap(resolved => {
      const wrong = wrongType(place, resolved);
      if (wrong === null) return [];
      const { link, path, field, type } = wrong;
      const note = place.vault.note(path);
      const title = shortened(note === undefined ? path : displayTitle(note));
      const wanted = enumeration((field.to ?? []).map(withArticle));
      return [
        {
          span: link.target.span,
          message: `\`${link.field}\` leads to ${wanted}; “${title}” is ${withArticle(type.name)}.`,
          related: [{ path, message: 'The note that it leads to' }],
        },
      ];
    });
  },
  fix(place, finding) {
    const link = linkFound(place, finding)?.link;
    const removal = link === undefined ? null : removedEntry(place.text, link);
    return removal === null ? [] : [{ title: 'Remove this entry', safe: false, edits: [removal] }];
  },
};

/** What is wrong, where the type of the note is known and the relation takes others only. */
export function wrongType(place: Place, resolved: ResolvedLink) {
  const { link, resolution } = resolved;
  const field = link.field === null ? undefined : place.type?.fieldMeant(link.field);
  if (field?.kind !== 'relation' || field.to === undefined || !('path' in resolution)) return null;
  // Anything may be worth reading beside anything.
  if (field.edge === 'related') return null;
  const type = targetType(place, resolved);
  if (type === undefined || takes(field, type)) return null;
  return { link, path: resolution.path, field, type };
}

function takes({ to = [] }: FieldType, { name }: NoteType): boolean {
  return to.length === 0 || to.includes(name);
}
