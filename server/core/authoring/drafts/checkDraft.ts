/** What would be reported of a note that nobody has written yet, or of another text of one that is there. */
import { checkNote } from '../../rules/check';
import type { Finding } from '../../rules/rule';
import { textOf } from '../../text/frontmatter';
import { type Note, parseNote } from '../../text/parseNote';
import { nameFault } from '../../vault/fileName';
import { isNotePath } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Author, RefusedMove } from '../moves/Author';
import { type TitleReport, titleReport } from './titleReport';

export interface Draft {
  readonly text: string;
  /** Where it would stand; `null` where its title and domain have to tell. */
  readonly path: string | null;
}

export interface DraftReport {
  readonly path: string;
  readonly note: Note;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Claims that may say the same, the likest first. */
  readonly alike: TitleReport['alike'];
}

/** The vault is the same afterwards. Costs what an edit of that note does. */
export function checkDraft(author: Author, { text, path: told }: Draft): DraftReport | RefusedMove {
  const { vault, today } = author;
  const { frontmatter, ...draft } = parseNote('draft.md', text, vault.config.schema.relationFields);
  const [title = ''] = titlesOf({ ...draft, frontmatter });
  const type = textOf(frontmatter, 'type') ?? 'claim';
  const domain = textOf(frontmatter, 'domain') ?? null;
  const report = titleReport(author, { title, type, domain });
  const path = told ?? report.path;
  if (path === null)
    return { refused: 'The draft says no title: give the path that it would have.' };
  const fault = vault.has(path) ? null : pathFault(path);
  if (fault !== null) return { refused: fault };
  const before = vault.note(path) === undefined ? null : author.read(path);
  if (before === null && vault.has(path)) return { refused: `\`${path}\` cannot be read.` };
  try {
    vault.apply([{ kind: 'set', path, text }]);
    const note = vault.note(path);
    if (note === undefined) return { refused: `\`${path}\` would be no note.` };
    const alike = report.alike.filter(each => each.path !== path);
    return { path, note, findings: checkNote(vault, path, today), alike };
  } finally {
    vault.apply([before === null ? { kind: 'remove', path } : { kind: 'set', path, text: before }]);
  }
}

function pathFault(path: string): string | null {
  if (!isNotePath(path)) return `\`${path}\` is no path of a note: it has to end in \`.md\`.`;
  for (const part of path.split('/')) {
    const fault = part === '..' || part === '.' ? 'leads elsewhere' : nameFault(part);
    if (part === '' || fault !== null) return `\`${path}\` is no path from the root of the vault.`;
  }
  return null;
}
