/** Where the product and a reference Markdown parser differ about the links of one text. */
import { parseNote } from '../../../server/core/text/parseNote';
import { secondNote } from './secondOpinion';

const none: ReadonlySet<string> = new Set();

/** The first difference; `null` where there is none. */
export function linkDifference(text: string): string | null {
  const ours = parseNote('note.md', text, none).links.map(
    ({ span: { start, end }, form, target: { written, fragment }, alias, embed }) =>
      JSON.stringify({ start, end, form, written, fragment, alias, embed }),
  );
  const theirs = secondNote(text, none).links.map(
    ({ start, end, form, written, fragment, alias, embed }) =>
      JSON.stringify({ start, end, form, written, fragment, alias, embed }),
  );
  for (const link of ours) if (!theirs.includes(link)) return `only we see ${link}`;
  for (const link of theirs) if (!ours.includes(link)) return `only the reference sees ${link}`;
  return null;
}
