/** All that a vault says of its notes, as plain data: two vaults are the same where their snapshots are equal. */
import { checkNote } from '../../server/core/rules/check';
import type { Finding } from '../../server/core/rules/rule';
import type { FileTree } from '../../server/core/vault/FileTree';
import type { Resolution } from '../../server/core/vault/resolve';
import { type Change, Vault } from '../../server/core/vault/Vault';
import { TODAY } from './day';

export interface Snapshot {
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
  readonly resolutions: Readonly<Record<string, readonly Resolution[]>>;
  readonly backlinks: Readonly<Record<string, readonly string[]>>;
  /** What the vocabulary says of its own kinds, and of the fields and values of each type. */
  readonly words: Readonly<Record<string, unknown>>;
  /** What is linked to and not written yet. */
  readonly unresolved: readonly string[];
  /** By folder: what stands in it. */
  readonly folders: Readonly<Record<string, readonly string[]>>;
}

/** A vault read from the files as they are now. */
export function freshVault(files: ReadonlyMap<string, Change>): Vault {
  const vault = new Vault();
  vault.load(files.values());
  return vault;
}

/** `findings` are those kept, where somebody kept them; else all notes are checked. */
export function snapshot(
  vault: Vault,
  findings: ReadonlyMap<string, readonly Finding[]> = allFindings(vault),
): Snapshot {
  const paths = [...vault.notes()].sort();
  return {
    findings: Object.fromEntries([...findings].sort(([a], [b]) => (a < b ? -1 : 1))),
    resolutions: Object.fromEntries(paths.map(path => [path, resolutionsOf(vault, path)])),
    backlinks: Object.fromEntries(paths.map(path => [path, backlinksOf(vault, path)])),
    words: wordsOf(vault),
    unresolved: [...vault.unresolvedNames.all()].sort(),
    folders: Object.fromEntries(foldersOf(vault.tree, '')),
  };
}

function foldersOf(tree: FileTree, folder: string): [string, string[]][] {
  const inside = [...tree.foldersIn(folder)].sort();
  const own: [string, string[]] = [folder, [...tree.filesIn(folder)].sort()];
  return [own, ...inside.flatMap(each => foldersOf(tree, each))];
}

function wordsOf({ vocabulary, config }: Vault): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  for (const kind of ['domain', 'agent', 'tag'] as const) words[kind] = vocabulary.used(kind);
  for (const kind of ['domain', 'agent'] as const) words[`${kind}s`] = vocabulary.known(kind);
  for (const { name } of config.schema.types) {
    const fields = vocabulary.fieldsOf(name);
    words[name] = [vocabulary.notesOf(name), fields];
    for (const { word } of fields) words[`${name}.${word}`] = vocabulary.valuesOf(name, word);
  }
  return words;
}

export function allFindings(vault: Vault): Map<string, readonly Finding[]> {
  return new Map([...vault.notes()].map(path => [path, checkNote(vault, path, TODAY)]));
}

export function resolutionsOf(vault: Vault, path: string): Resolution[] {
  return vault.note(path)?.links.map(link => vault.resolve(link, path)) ?? [];
}

export function backlinksOf(vault: Vault, path: string): string[] {
  return vault.backlinks(path).map(({ from, link }) => `${from} ${link.span.start}`);
}

/** A vault whose findings are kept as an editor does: only what a change affects is checked again. */
export class KeptVault {
  readonly vault = new Vault();
  readonly files = new Map<string, Change>();
  readonly findings = new Map<string, readonly Finding[]>();

  /** Returns how many notes were checked again. */
  apply(changes: readonly Change[]): number {
    const { affected } = this.vault.apply(changes);
    // Asked for after each step, or all would be read at once in the end.
    this.vault.unresolvedNames.all();
    for (const change of changes) {
      if (change.kind === 'set') this.files.set(change.path, change);
      else this.files.delete(change.path);
    }
    for (const path of affected) {
      if (this.vault.note(path) === undefined) this.findings.delete(path);
      else this.findings.set(path, checkNote(this.vault, path, TODAY));
    }
    return affected.size;
  }
}
