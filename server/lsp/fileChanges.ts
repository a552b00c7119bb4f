/** Takes over what changed on the disk: files, whole folders, or a checkout of thousands. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { FileSystem } from './port';
import { inSlices } from './slices';
import { machinePath, type Workspace } from './Workspace';

/** What it means for the vaults: their borders may have moved, a folder came that may be one, or neither. */
export type Consequence = 'borders' | 'folders' | 'none';

export async function takeFileChanges(
  workspace: Workspace,
  files: FileSystem,
  events: readonly FileEvent[],
): Promise<Consequence> {
  // What was deleted and made again in one go is there now.
  const isDeletion = ({ type }: FileEvent) => type === FileChangeType.Deleted;
  const gone = new Set<string>();
  await inSlices(events.filter(isDeletion), ({ uri }) => fileDeleted(workspace, uri, gone));
  if (gone.size > 0) removeFolders(workspace, gone);
  const came = new Set<string>();
  const others = events.filter(event => !isDeletion(event));
  await inSlices(others, event => fileChanged(workspace, files, event, came));
  if ([...gone, ...came].some(folder => workspace.holdsVault(folder))) return 'borders';
  return came.size > 0 ? 'folders' : 'none';
}

function fileDeleted(workspace: Workspace, uri: string, gone: Set<string>): void {
  const place = workspace.placeOf(uri);
  const file = machinePath(uri);
  if (place?.vault.index.has(place.path)) place.vault.remove(place.path);
  else if (place !== null || workspace.holdsVault(file)) gone.add(file);
}

function fileChanged(
  workspace: Workspace,
  files: FileSystem,
  { uri, type }: FileEvent,
  came: Set<string>,
): void {
  const place = workspace.placeOf(uri);
  const file = machinePath(uri);
  if (place === null && !workspace.holdsVault(file)) return;
  if (type !== FileChangeType.Created || !files.isFolder(file)) {
    place?.vault.refresh(place.path);
    return;
  }
  came.add(file);
  if (place === null) return;
  const { vault, path } = place;
  for (const each of files.listFiles(vault.root, path)) vault.refresh(each);
}

/** One pass over the vaults for all folders that went, those around a vault included. */
function removeFolders(workspace: Workspace, folders: ReadonlySet<string>): void {
  const inside = (file: string) => {
    for (let at = file.indexOf('/', 1); at >= 0; at = file.indexOf('/', at + 1)) {
      if (folders.has(file.slice(0, at))) return true;
    }
    return false;
  };
  for (const vault of workspace.all) {
    for (const path of [...vault.index.files()].filter(each => inside(`${vault.root}/${each}`))) {
      vault.remove(path);
    }
  }
}
