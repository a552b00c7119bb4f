/** Another file name for a note, beside which its title stays what it was. */
import { fileNameOf, shortName } from '../../vault/fileName';
import { folderOf, foldName, nameOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import { samePlace } from '../../vault/samePlace';
import type { Fix, Place } from '../rule';

/** In bytes with the extension: leaves room for a number, and for what programs add to the names of copies. */
const ROOMY = 120;

/** A name that works everywhere and is free in the note's folder; `null` where none can be made of the old one. */
export function shorterName({ vault, path, note }: Place, what: string): Fix | null {
  const folder = folderOf(path);
  const name = nameOf(path);
  const short = shortName(fileNameOf(name), ROOMY);
  if (short === '' || short === name) return null;
  const pathOf = (each: string) => `${folder === '' ? '' : `${folder}/`}${each}.md`;
  const isTaken = (each: string) =>
    vault
      .notesNamed(foldName(each))
      .some(other => other !== path && samePlace(other, pathOf(each)));
  let free = short;
  for (let number = 2; isTaken(free); number++) free = `${short} ${number}`;
  const title = name.includes(' ') ? name : (titlesOf(note)[0] ?? name);
  return {
    title: `${what}: “${free}”`,
    safe: false,
    edits: [],
    rename: { to: pathOf(free), title },
  };
}
