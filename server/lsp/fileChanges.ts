/** Takes over what changed on the disk: files, whole folders, or a checkout of thousands. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { FileTree } from '../core/vault/FileTree';
import { machinePath } from './address';
import type { OpenVault } from './OpenVault';
import type { FileSystem } from './port';
import { inSlices } from './slices';
import type { Place, Workspace } from './Workspace';

/** What it means for the vaults: their borders may have moved, a folder came that may be one, or neither. */
export type Consequence = 'borders' | 'folders' | 'none';

type Batch = readonly [OpenVault, readonly string[]];

/** So many files at most are taken over at once: few enough that large notes take no longer than a slice or two. */
const BATCH = 4;

/** `taken` hears of how many files were taken over, as it goes on. */
export async function takeFileChanges(
  workspace: Workspace,
  files: FileSystem,
  events: readonly FileEvent[],
  taken: (files: number) => void,
): Promise<Consequence> {
  const remove = ([vault, paths]: Batch) => {
    vault.removeAll(paths);
    taken(paths.length);
  };
  const refresh = ([vault, paths]: Batch) => {
    vault.refreshAll(paths);
    taken(paths.length);
  };
  // What was deleted and made again in one go is there now.
  const isDeletion = ({ type }: FileEvent) => type === FileChangeType.Deleted;
  const gone = new Set<string>();
  const deleted = deletedPlaces(workspace, events.filter(isDeletion), gone);
  await inSlices(batches(deleted), remove);
  const inside = placesInside(workspace, gone);
  await inSlices(batches(inside), remove);
  const came = new Set<string>();
  const others = onlyOnce(events.filter(event => !isDeletion(event)));
  const changed = changedPlaces(workspace, files, others, came);
  await inSlices(batches(changed), refresh);
  if ([...gone, ...came].some(folder => workspace.holdsVault(folder))) return 'borders';
  return came.size > 0 ? 'folders' : 'none';
}

/** Files that their vault knows; what may have been a folder goes to `gone`. */
function* deletedPlaces(
  workspace: Workspace,
  events: readonly FileEvent[],
  gone: Set<string>,
): Generator<Place> {
  for (const { uri } of events) {
    const place = workspace.placeOf(uri);
    const file = machinePath(uri);
    if (place?.vault.index.has(place.path)) yield place;
    else if (place !== null || workspace.holdsVault(file)) gone.add(file);
  }
}

/** What is in a folder that came counts as well; folders go to `came`. */
function* changedPlaces(
  workspace: Workspace,
  files: FileSystem,
  events: Iterable<FileEvent>,
  came: Set<string>,
): Generator<Place> {
  for (const { uri, type } of events) {
    const place = workspace.placeOf(uri);
    const file = machinePath(uri);
    if (place === null && !workspace.holdsVault(file)) continue;
    if (type !== FileChangeType.Created || !files.isFolder(file)) {
      if (place !== null) yield place;
      continue;
    }
    came.add(file);
    if (place === null) continue;
    const { vault } = place;
    // A file of that name is gone.
    if (vault.index.has(place.path)) yield place;
    // It may have come in the place of another, of which nobody said that it went.
    const known = [...filesBelow(vault.index.tree, place.path)];
    for (const path of files.listFiles(vault.root, place.path)) yield { vault, path };
    for (const path of known) yield { vault, path };
  }
}

/** What the vaults know in these folders, those around a vault included. */
function placesInside(workspace: Workspace, folders: ReadonlySet<string>): Place[] {
  const places: Place[] = [];
  for (const vault of workspace.all) {
    for (const folder of folders) {
      const isAround = `${vault.root}/`.startsWith(`${folder}/`);
      if (!isAround && !folder.startsWith(`${vault.root}/`)) continue;
      const inside = isAround ? '' : folder.slice(vault.root.length + 1);
      for (const path of filesBelow(vault.index.tree, inside)) places.push({ vault, path });
    }
  }
  return places;
}

function* filesBelow(tree: FileTree, folder: string): Generator<string> {
  yield* tree.filesIn(folder);
  for (const each of tree.foldersIn(folder)) yield* filesBelow(tree, each);
}

function onlyOnce(events: readonly FileEvent[]): Iterable<FileEvent> {
  return new Map(events.map(event => [`${event.type} ${event.uri}`, event])).values();
}

/** Places that follow each other in one vault. */
function* batches(places: Iterable<Place>): Generator<Batch> {
  let batch: [OpenVault, string[]] | null = null;
  for (const { vault, path } of places) {
    if (batch !== null && (batch[0] !== vault || batch[1].length === BATCH)) {
      yield batch;
      batch = null;
    }
    batch ??= [vault, []];
    batch[1].push(path);
  }
  if (batch !== null) yield batch;
}
