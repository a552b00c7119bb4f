/** The workspace's vaults, and which of them a document belongs to. */
import { vaultMarker } from '../core/vault/marker';
import { addressOf, machinePath, schemeOf } from './address';
import { type Changed, OpenVault } from './OpenVault';
import type { FileSystem } from './port';
import { inSlices } from './slices';

/** A file of a vault. */
export interface Place {
  readonly vault: OpenVault;
  readonly path: string;
}

/** Hidden files and folders, and packages, are no part of the vault around them. */
const LEFT_OUT = /(?:^|\/)(?:\.|node_modules(?:\/|$))/u;

export class Workspace {
  private readonly folders = new Set<string>();
  private vaults: readonly OpenVault[] = [];
  /** Folders that were called off while they were fetched. */
  private readonly givenUp = new Set<string>();
  /** Documents keep the address under which the editor opened them. */
  private readonly addresses = new Map<string, string>();

  constructor(
    private readonly files: FileSystem,
    private readonly changed: Changed,
  ) {}

  get all(): readonly OpenVault[] {
    return this.vaults;
  }

  /** Addresses of the roots of all vaults, by path. */
  vaultUris(): string[] {
    return this.vaults.map(({ root }) => addressOf(root)).sort();
  }

  /** Whether nothing of it was called off. */
  get isWhole(): boolean {
    return this.givenUp.size === 0;
  }

  addFolder(uri: string): void {
    if (!this.serves(uri)) return;
    this.folders.add(machinePath(uri));
    this.givenUp.delete(machinePath(uri));
  }

  removeFolder(uri: string): void {
    this.folders.delete(machinePath(uri));
    this.givenUp.delete(machinePath(uri));
  }

  /** Address of the nearest folder above a document that is marked as a vault. */
  markedAround(uri: string): string | null {
    if (!this.serves(uri)) return null;
    const file = machinePath(uri);
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const folder = file.slice(0, end);
      if (this.files.readText(folder, vaultMarker).kind === 'set') return addressOf(folder);
    }
    return null;
  }

  /** Looks for vaults again; `anew` where their borders moved. Returns those that came and those that went. */
  async discover(anew: boolean): Promise<{ added: OpenVault[]; removed: OpenVault[] }> {
    const givenUp = (await this.files.fetch?.folders(this.folders)) ?? [];
    for (const folder of givenUp) {
      this.folders.delete(folder);
      this.givenUp.add(folder);
    }
    const roots = await this.roots();
    const before = new Set(this.vaults.map(vault => vault.root));
    const moved = [...roots, ...before].filter(root => !(roots.has(root) && before.has(root)));
    // A vault in which another one began or ended is read again.
    const stays = ({ root }: OpenVault) =>
      roots.has(root) && !moved.some(other => other.startsWith(`${root}/`));
    const kept = anew ? [] : this.vaults.filter(stays);
    const removed = this.vaults.filter(vault => !kept.includes(vault));
    const known = new Set(kept.map(vault => vault.root));
    const added = [...roots]
      .filter(root => !known.has(root))
      .map(root => new OpenVault(root, this.files, this.changed));
    // The deepest root first: a note belongs to the innermost vault.
    this.vaults = [...kept, ...added].sort((a, b) => b.root.length - a.root.length);
    return { added, removed };
  }

  private async roots(): Promise<ReadonlySet<string>> {
    const roots = new Set<string>();
    // An outer folder comes before those in it, and finds the marked vaults in them.
    for (const folder of [...this.folders].sort()) {
      const isPart = [...roots].some(
        root => folder.startsWith(`${root}/`) && !LEFT_OUT.test(folder.slice(root.length + 1)),
      );
      await inSlices(this.files.vaultRoots(folder), root => {
        if (root !== null && (root !== folder || !isPart)) roots.add(root);
      });
    }
    return roots;
  }

  /** `null` for a document outside all vaults, or in a folder that vaults leave out. */
  placeOf(uri: string): Place | null {
    if (!this.serves(uri)) return null;
    const file = machinePath(uri);
    const vault = this.vaults.find(each => file.startsWith(`${each.root}/`));
    if (vault === undefined) return null;
    const path = file.slice(vault.root.length + 1);
    return LEFT_OUT.test(path) ? null : { vault, path };
  }

  /** The vault whose settings a document holds. */
  configOf(uri: string): OpenVault | null {
    if (!uri.endsWith(vaultMarker) || !this.serves(uri)) return null;
    const file = machinePath(uri);
    return this.vaults.find(each => file === `${each.root}/${vaultMarker}`) ?? null;
  }

  /** Whether the address is of a file system that the machine can look into. */
  private serves(uri: string): boolean {
    const scheme = schemeOf(uri);
    return scheme !== null && (this.files.scheme ?? scheme) === scheme;
  }

  /** Puts a vault that was not read yet in the place of one that has to be read again. */
  renew(vault: OpenVault): OpenVault {
    const renewed = new OpenVault(vault.root, this.files, this.changed);
    this.vaults = this.vaults.map(each => (each === vault ? renewed : each));
    return renewed;
  }

  /** Whether a folder is a vault's root or lies above one. */
  holdsVault(folder: string): boolean {
    return this.vaults.some(vault => `${vault.root}/`.startsWith(`${folder}/`));
  }

  /** Remembers how the editor writes a document's address. */
  remember(uri: string): void {
    this.addresses.set(machinePath(uri), uri);
  }

  forget(uri: string): void {
    this.addresses.delete(machinePath(uri));
  }

  uriOf({ vault, path }: Place): string {
    const file = `${vault.root}/${path}`;
    return this.addresses.get(file) ?? addressOf(file);
  }
}
