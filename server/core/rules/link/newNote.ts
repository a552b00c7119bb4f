/** The notes that a missing link may ask for: of the type that belongs there, in a folder for it, with what is known filled in. */
import type { NoteType } from '../../schema/NoteType';
import { noteTemplate, plainText } from '../../schema/noteTemplate';
import type { Link } from '../../text/links';
import { MAX_BYTES, nameFault } from '../../vault/fileName';
import { baseOf, byteLength, folderOf, slugOf, withoutExtension } from '../../vault/names';
import type { Fix, FixPlace } from '../rule';
import { sharingName } from './meantNotes';
import { folderFor, wordsAt, writtenPath } from './newPlace';

/** More to choose from would be guessing. */
const MOST_CHOICES = 2;
/** A sentence has more words than the name of a thing. */
const SENTENCE = 4;

/** At most two; none where the target cannot be a file name, or nothing tells its type or its folder. */
export function newNotes(place: FixPlace, link: Link): Fix[] {
  const written = withoutExtension(link.target.written.replace(/\\/gu, '/'));
  const name = baseOf(written);
  if (nameFault(name) !== null || byteLength(`${name}.md`) > MAX_BYTES) return [];
  const path = writtenPath(place, link);
  if (path !== null) {
    const type = place.vault.config.schema.typeOfPath(path);
    return type === undefined ? [] : [created(place, type, path, name)];
  }
  if (link.form === 'markdown' || written !== name) return [];
  // It is written already, under one of several names.
  if (sharingName(place.vault, written, name).length > 0) return [];
  const choices = wantedTypes(place, link, name).flatMap(type => {
    const folder = folderFor(place, type);
    return folder === null ? [] : [created(place, type, `${folder}/${name}.md`, name)];
  });
  return choices.filter(({ creates }) => creates && !place.vault.has(creates.path));
}

function created(place: FixPlace, type: NoteType, path: string, name: string): Fix {
  const folder = folderOf(path);
  // A slug is no title.
  const title = name === slugOf(name) && name.split('-').length >= SENTENCE;
  const facts = {
    ...wordsAt(place, folder),
    today: place.today,
    title: title ? name.replaceAll('-', ' ') : name,
  };
  const text = `${plainText(noteTemplate(type, facts))}\n`;
  const where = folder === folderOf(place.path) ? 'in this folder' : `in \`${folder || '/'}\``;
  return {
    title: `Create the ${type.name} ${where}`,
    safe: false,
    edits: [],
    creates: { path, text },
  };
}

/** What the relation is for; in a text, a claim where the link reads like a sentence. */
function wantedTypes(place: FixPlace, link: Link, name: string): NoteType[] {
  const { schema } = place.vault.config;
  // A note that does not say a known type is of that of its neighbours.
  const type = place.type ?? schema.typeOfFolder(folderOf(place.path));
  if (link.embed) return [];
  const field = link.field === null ? undefined : type?.fieldMeant(link.field);
  if (field?.to !== undefined) {
    const isDated = /^\d{4}-\d\d/u.test(name);
    const types = field.to.flatMap(each => schema.type(each) ?? []);
    const fitting = types.filter(each => (each.name === 'source') === isDated);
    return fitting.slice(0, MOST_CHOICES);
  }
  const claim = schema.type('claim');
  if (link.field !== null || claim === undefined) return [];
  const isSentence = name.split(/[\s-]+/u).length >= SENTENCE && !/^\d{4}-\d\d/u.test(name);
  return type !== undefined && isSentence ? [claim] : [];
}
