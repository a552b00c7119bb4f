/** The note that a missing link asks for: in the folder of its kind, with what is known filled in. */
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
  const folder = place.type?.name === 'claim' ? folderOf(place.path) : null;
  const { schema } = place.vault.config;
  if (folder === null || schema.typeOfFolder(folder)?.name !== 'claim') return null;
  const { domain } = schema.wordsOfFolder(folder);
  const lines = [
    '---',
    'type: claim',
    ...(domain === undefined ? [] : [`domain: ${domain}`]),
    'description: ""',
    'confidence: speculative',
    'source: ""',
    `created: ${place.today}`,
    '---',
    '',
    `# ${name}`,
    '',
  ];
  const path = `${folder}/${name}.md`;
  return {
    title: 'Create the claim in this folder',
    safe: false,
    edits: [],
    creates: { path, text: lines.join('\n') },
  };
}
