/** The note that a missing link asks for: in the folder of its kind, with what is known filled in. */
import { noteTemplate, plainText } from '../schema/noteTemplate';
import type { Link } from '../text/links';
import { byteLength, folderOf, withoutExtension } from '../vault/names';
import type { Fix, FixPlace } from './rule';

// What Windows, macOS, Linux or Obsidian forbid in a file name, and what would leave the folder.
const FORBIDDEN = /[\\/:*?"<>|#^[\]\p{Cc}]|^\.|[. ]$/u;
/** Most file systems allow 255 bytes, encrypted ones 143. */
const MAX_BYTES = 143;

/** `null` where the target cannot be a file name, or its folder is not known. */
export function newNote(place: FixPlace, link: Link): Fix | null {
  const name = withoutExtension(link.target.written);
  if (FORBIDDEN.test(name) || byteLength(`${name}.md`) > MAX_BYTES) return null;
  const type = place.type?.name === 'claim' ? place.type : undefined;
  const folder = folderOf(place.path);
  const { schema } = place.vault.config;
  if (type === undefined || schema.typeOfFolder(folder) !== type) return null;
  const facts = { ...schema.wordsOfFolder(folder), today: place.today, title: name };
  const text = `${plainText(noteTemplate(type, facts))}\n`;
  const path = `${folder}/${name}.md`;
  return {
    title: 'Create the claim in this folder',
    safe: false,
    edits: [],
    creates: { path, text },
  };
}
