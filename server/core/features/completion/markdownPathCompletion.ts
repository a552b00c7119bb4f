/** Completion of the paths of Markdown links: notes by words, files and folders, and the headings behind `#`. */
import { decoded, encoded } from '../../text/destination';
import { baseOf, folderOf } from '../../vault/names';
import { relativePath } from '../../vault/relativePath';
import type { Vault } from '../../vault/Vault';
import { noteFacts, titleAt } from '../navigation/noteFacts';
import { anchorEntries } from './anchorEntries';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import type { DestinationContext } from './destinationContext';
import { fileCandidates } from './fileCandidates';
import { shortLabels } from './labels';

export function markdownPathCompletion(
  vault: Vault,
  path: string,
  context: DestinationContext,
): Completions {
  const { replace, fragment } = context;
  const entries =
    fragment === null
      ? pathEntries(vault, path, context)
      : anchorEntries(vault, path, decoded(context.path), fragment, context);
  return { entries, replace, incomplete: true };
}

function pathEntries(vault: Vault, path: string, context: DestinationContext): CompletionEntry[] {
  const { path: typed, angle, suffix } = context;
  const { folder, files, folders } = fileCandidates(vault, path, decoded(typed), context.image);
  const filter = typed === '' ? {} : { filter: typed };
  // A path that is typed folder by folder goes on as it was begun.
  const begun = folder === null ? null : typed.slice(0, typed.lastIndexOf('/') + 1);
  const written = (each: string) =>
    begun === null
      ? encoded(relativePath(folderOf(path), each), angle)
      : begun + encoded(baseOf(each), angle);
  const room = COMPLETION_LIMIT - folders.length;
  const shown = files.slice(0, room);
  const titles = shown.map(each =>
    vault.note(each) === undefined ? baseOf(each) : titleAt(vault, each),
  );
  const labels = shortLabels(titles, decoded(typed));
  const inFolders = folders.map(
    (each): CompletionEntry => ({
      kind: 'folder',
      label: `${baseOf(each)}/`,
      detail: folderOf(each),
      ...filter,
      newText: `${written(each)}/`,
      opensList: true,
    }),
  );
  const ofFiles = shown.map((each, index): CompletionEntry => {
    const isNote = vault.note(each) !== undefined;
    return {
      kind: isNote ? 'note' : 'file',
      ...(isNote ? { path: each } : {}),
      label: labels[index] ?? baseOf(each),
      title: titles[index] ?? baseOf(each),
      detail: isNote ? noteFacts(vault, each) : folderOf(each),
      ...filter,
      newText: written(each) + suffix,
    };
  });
  return folder === null ? [...ofFiles, ...inFolders] : [...inFolders, ...ofFiles];
}
