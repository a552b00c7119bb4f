/** The files and folders that a Markdown link can lead to: by words anywhere, or folder by folder as a path is typed. */
import { baseOf, folderOf, isNotePath } from '../../vault/names';
import { joinPath } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import { COMPLETION_LIMIT } from './Completions';
import { fitter } from './fitter';
import { noteCandidates } from './noteCandidates';

export interface FileCandidates {
  /** The folder that the path typed names; `null` where words are looked for anywhere. */
  readonly folder: string | null;
  /** Best first. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)$/iu;
/** Files of one folder, or attachments of the vault, that are looked at. */
const SCANNED = 1000;
const FETCHED = 4 * COMPLETION_LIMIT;
/** Beside notes that are looked for by words. */
const FOLDERS = 10;
const ATTACHMENTS = 10;

/** `typed` is decoded. `image`: pictures are wanted first. */
export function fileCandidates(
  vault: Vault,
  path: string,
  typed: string,
  image: boolean,
): FileCandidates {
  const slash = typed.lastIndexOf('/');
  const folder = slash < 0 ? null : folderNamed(vault, path, typed.slice(0, slash + 1));
  if (folder !== null) return inFolder(vault, path, folder, typed.slice(slash + 1), image);
  // It leads out of the vault, or nowhere.
  if (/^[./]/u.test(typed) && slash >= 0) return { folder, files: [], folders: [] };
  const fits = fitter(typed);
  const notes = noteCandidates(vault, path, typed, { encoded: true });
  const attachments =
    typed.trim() === ''
      ? image
        ? anyAttachments(vault, path)
        : []
      : vault.tree.findAttachments(typed, FETCHED).filter(each => fits(baseOf(each)));
  const files = image
    ? [...imagesFirst(attachments), ...notes]
    : [...notes.slice(0, COMPLETION_LIMIT - ATTACHMENTS), ...attachments.slice(0, ATTACHMENTS)];
  const folders = first(vault.tree.foldersIn(folderOf(path)), fits, FOLDERS);
  return { folder, files, folders };
}

/** `null` where there is no such folder. */
function folderNamed(vault: Vault, path: string, written: string): string | null {
  const from = written.startsWith('/') ? '' : folderOf(path);
  const folder = joinPath(from, written);
  return folder !== null && (folder === '' || vault.tree.isFolder(folder)) ? folder : null;
}

function inFolder(
  vault: Vault,
  path: string,
  folder: string,
  typed: string,
  image: boolean,
): FileCandidates {
  const { tree } = vault;
  const fits = fitter(typed);
  const wanted = (each: string) => each !== path && !vault.config.excludes(each);
  const scanned = first(tree.filesIn(folder), each => wanted(each) && fits(baseOf(each)), FETCHED);
  // A folder of very many is not read through: the search finds what is in it.
  const found =
    typed.trim() === ''
      ? []
      : [...vault.find(typed, FETCHED), ...tree.findAttachments(typed, FETCHED)].filter(
          each => folderOf(each) === folder && wanted(each),
        );
  const files = [...new Set([...found, ...scanned.sort()])];
  const notes = files.filter(isNotePath);
  const others = files.filter(each => !isNotePath(each));
  return {
    folder,
    files: image ? [...imagesFirst(others), ...notes] : [...notes, ...others],
    folders: first(tree.foldersIn(folder), fits, COMPLETION_LIMIT / 2).sort(),
  };
}

/** Those of the note's folder before others. */
function anyAttachments(vault: Vault, path: string): string[] {
  const own = folderOf(path);
  const near = first(vault.tree.filesIn(own), each => !isNotePath(each), FETCHED);
  const any = first(vault.tree.allAttachments(), each => folderOf(each) !== own, FETCHED);
  return [...near.sort(), ...any.sort()];
}

function imagesFirst(paths: readonly string[]): string[] {
  const isImage = (path: string) => IMAGE.test(path);
  return [...paths.filter(isImage), ...paths.filter(each => !isImage(each))];
}

/** At most `most` that fit, of those looked at. */
function first(paths: Iterable<string>, fits: (path: string) => boolean, most: number): string[] {
  const found: string[] = [];
  let scanned = 0;
  for (const path of paths) {
    if (++scanned > SCANNED || found.length === most) break;
    if (fits(path)) found.push(path);
  }
  return found;
}
