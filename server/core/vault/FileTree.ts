/** The folders of a vault with what stands in each, and its files other than notes by the words of their names. */
import { LazySearch } from './LazySearch';
import { baseOf, folderOf, isNotePath } from './names';
import { PathSets } from './PathSets';

/** Folders are written without a closing slash; the root is the empty string. */
export class FileTree {
  private readonly filesByFolder = new PathSets();
  private readonly foldersByFolder = new PathSets();
  private readonly attachments = new Set<string>();
  private readonly index = new LazySearch(
    () => this.attachments,
    path => (this.attachments.has(path) ? [baseOf(path)] : null),
  );

  add(path: string): void {
    const folder = folderOf(path);
    const empty = !this.isFolder(folder);
    this.filesByFolder.add(folder, path);
    if (empty) this.addFolder(folder);
    if (isNotePath(path)) return;
    this.attachments.add(path);
    this.index.change(path);
  }

  remove(path: string): void {
    const folder = folderOf(path);
    this.filesByFolder.remove(folder, path);
    this.removeEmpty(folder);
    if (this.attachments.delete(path)) this.index.change(path);
  }

  isFolder(path: string): boolean {
    return this.filesByFolder.count(path) > 0 || this.foldersByFolder.count(path) > 0;
  }

  /** Paths of the files right in the folder. */
  filesIn(folder: string): Iterable<string> {
    return this.filesByFolder.each(folder);
  }

  /** Paths of the folders right in the folder. */
  foldersIn(folder: string): Iterable<string> {
    return this.foldersByFolder.each(folder);
  }

  /** Paths of all files that are no notes. */
  allAttachments(): Iterable<string> {
    return this.attachments;
  }

  /** At most `limit` files that are no notes, best first. */
  findAttachments(query: string, limit: number): string[] {
    return this.index.find(query, limit);
  }

  /** Brings the search up to date in small steps. */
  settle(): Iterable<string> {
    return this.index.settle();
  }

  private addFolder(folder: string): void {
    if (folder === '') return;
    const parent = folderOf(folder);
    const empty = !this.isFolder(parent);
    this.foldersByFolder.add(parent, folder);
    if (empty) this.addFolder(parent);
  }

  private removeEmpty(folder: string): void {
    if (folder === '' || this.isFolder(folder)) return;
    const parent = folderOf(folder);
    this.foldersByFolder.remove(parent, folder);
    this.removeEmpty(parent);
  }
}
