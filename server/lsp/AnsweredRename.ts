/** The rename that was answered last: an editor that makes it asks about its files again, when nothing is left to do. */
import type { FileRename } from 'vscode-languageserver';
import type { VaultEdit } from '../core/authoring/edits/VaultEdit';
import { applyEdits } from '../core/text/span';
import { machinePath } from './address';
import type { OpenVault } from './OpenVault';

/** Milliseconds in which an editor makes a rename that edits nothing, by which else it could be told. */
const SOON = 10_000;

interface Answered {
  readonly vault: OpenVault;
  readonly files: ReadonlySet<string>;
  readonly at: number;
  /** A note that was to be edited, and how it had to be afterwards: the author may have said no. */
  readonly sample: { readonly path: string; readonly text: string } | null;
}

export class AnsweredRename {
  private last: Answered | null = null;

  remember(vault: OpenVault, { edits, renames }: VaultEdit): void {
    const [first] = edits;
    const text = first && vault.text(first[0]);
    const sample =
      first && typeof text === 'string'
        ? { path: first[0], text: applyEdits(text, first[1]) }
        : null;
    const pairs = renames.map(({ from, to }) =>
      pair(`${vault.root}/${from}`, `${vault.root}/${to}`),
    );
    this.last = { vault, files: new Set(pairs), at: performance.now(), sample };
  }

  /** Whether these files are renamed because of it. */
  covers(files: readonly FileRename[]): boolean {
    const { last } = this;
    if (last === null) return false;
    const { vault, sample, at } = last;
    if (
      !files.every(each => last.files.has(pair(machinePath(each.oldUri), machinePath(each.newUri))))
    )
      return false;
    this.last = null;
    return sample === null
      ? performance.now() - at < SOON
      : vault.text(sample.path) === sample.text;
  }
}

function pair(from: string, to: string): string {
  return `${from}\n${to}`;
}
