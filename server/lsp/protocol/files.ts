/** Files that the server cannot read by itself: where it runs in a browser, it asks the client for them. */

/** `claimwright/readFolder`, from the server: what a folder holds, not what the folders in it do. */
export const readFolderMethod = 'claimwright/readFolder';

export interface ReadFolderParams {
  readonly uri: string;
}

export type FolderAnswer =
  | { readonly entries: readonly FolderEntry[] }
  | { readonly failed: FileFault };

export interface FolderEntry {
  readonly name: string;
  /** Of what it leads to, where it is a link. */
  readonly kind: 'file' | 'folder';
  readonly linked: boolean;
}

/** `claimwright/readFile`, from the server. */
export const readFileMethod = 'claimwright/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** Of a file with more bytes only their number is told. */
  readonly most: number;
}

export type FileAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly tooMany: number }
  | { readonly failed: FileFault };

export type FileFault = 'gone' | 'forbidden' | 'unread';
