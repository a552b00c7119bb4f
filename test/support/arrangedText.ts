/** What a rename or move does, as lines of a marker file: each file that changes, and below it its new lines. */
import { type Arranged, isRefused } from '../../server/core/authoring/edits/rearrange';
import type { ReadText } from '../../server/core/authoring/edits/VaultEdit';
import { applyEdits } from '../../server/core/text/span';

export function arrangedText(arranged: Arranged, read: ReadText): string[] {
  if (isRefused(arranged))
    return [`refused: ${arranged.refused}`, ...(arranged.short ? ['a shorter name would do'] : [])];
  const { edits, renames } = arranged.edit;
  const moves = new Map(renames.map(({ from, to }) => [from, to]));
  const files = [...new Set([...edits.keys(), ...moves.keys()])].sort();
  const lines = files.flatMap(path => {
    const to = moves.get(path);
    const before = read(path) ?? '';
    const after = applyEdits(before, edits.get(path) ?? []);
    return [to === undefined ? path : `${path} → ${to}`, ...newLines(before, after)];
  });
  const lost = arranged.lost.map(({ path, link }) => `lost: ${link.target.written} in ${path}`);
  return lines.length + lost.length === 0 ? ['nothing'] : [...lines, ...lost];
}

/** Edits of links and titles change lines; only a title that is put in adds some. */
function newLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map(text => text.split(/\r?\n/u));
  const known = old?.length === now?.length ? null : new Set(old);
  const isNew = (line: string, index: number) =>
    known === null ? line !== old?.[index] : !known.has(line);
  return (now ?? []).filter(isNew).map(line => `+ ${line}`);
}
