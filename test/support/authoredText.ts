/** What a move of an author does, as lines of a marker file: files with lines that go and come, and where to go on. */
import type { ReadText, VaultEdit } from '../../server/core/authoring/edits/VaultEdit';
import type { Authored, RefusedMove } from '../../server/core/authoring/moves/Author';
import { applyEdits } from '../../server/core/text/span';

export function authoredText(made: Authored | RefusedMove, read: ReadText): string[] {
  if ('refused' in made) return [`refused: ${made.refused}`];
  const { edit, open } = made;
  const moves = new Map(edit.renames.map(({ from, to }) => [from, to]));
  const files = [...new Set([...edit.edits.keys(), ...moves.keys()])].sort();
  const lines = files.flatMap(path => {
    const to = moves.get(path);
    const before = read(path) ?? '';
    const after = applyEdits(before, edit.edits.get(path) ?? []);
    return [to === undefined ? path : `${path} → ${to}`, ...changedLines(before, after)];
  });
  for (const { path, text } of edit.creates)
    lines.push(`new ${path}`, ...text.split('\n').slice(0, -1).map(added));
  if (open === null) return lines;
  const { start, end } = open.selection;
  const text = textAfter(edit, read, open.path);
  const marks = start === end ? [end] : [start, end];
  const marked = applyEdits(
    text,
    marks.map(at => ({ span: { start: at, end: at }, newText: '‸' })),
  );
  const from = marked.lastIndexOf('\n', start - 1) + 1;
  const newline = marked.indexOf('\n', end + marks.length);
  const shown = marked.slice(from, newline < 0 ? marked.length : newline);
  return [...lines, `opens ${open.path}: ${shown.replace(/\r?\n/gu, '⏎').trimEnd()}`];
}

/** Of a note by its path afterwards. */
export function textAfter({ edits, creates, renames }: VaultEdit, read: ReadText, path: string) {
  const made = creates.find(each => each.path === path)?.text;
  if (made !== undefined) return made;
  const from = renames.find(({ to }) => to === path)?.from ?? path;
  return applyEdits(read(from) ?? '', edits.get(from) ?? []);
}

/** By the longest lines that both have in common. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (a: number, b: number) => common[a]?.[b] ?? 0;
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--) {
      const row = common[a];
      if (row === undefined) continue;
      row[b] = old[a] === now[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  const lines: string[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) {
      a++;
      b++;
    } else if (b >= now.length || (a < old.length && at(a + 1, b) >= at(a, b + 1)))
      lines.push(`- ${shown(old[a++])}`.trimEnd());
    else lines.push(added(now[b++] ?? ''));
  }
  return lines;
}

function added(line: string): string {
  return `+ ${shown(line)}`.trimEnd();
}

/** A line that ends otherwise than the note is seen. */
function shown(line = ''): string {
  return line.replace(/\r$/u, '');
}
