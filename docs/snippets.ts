/** The snippets that VS Code offers in Markdown: a whole note of each type, and the marks inside musings. */

import { snippetChoice, snippetText } from '../server/core/features/completion/snippetText';
import { bodyTemplate, lineOf } from '../server/core/schema/bodyTemplate';
import { builtinSchema } from '../server/core/schema/builtin';
import type { NoteType } from '../server/core/schema/NoteType';
import {
  noteTemplate,
  type Placeholder,
  type TemplateLine,
} from '../server/core/schema/noteTemplate';

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** Whether it fills a whole file. */
  readonly isFileTemplate?: true;
  readonly body: readonly string[];
}

const DAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
/** The file's name is the claim; of a map it says nothing. */
const TITLE = `\${TM_FILENAME_BASE/^_.*//}`;

const MARKS: Readonly<Record<string, readonly [prefix: string, text: string, meaning: string]>> = {
  'Claim candidate': [
    'claim-candidate',
    '→ CLAIM CANDIDATE: ‹a sentence that somebody could disagree with›',
    'A claim that somebody should write.',
  ],
  Flag: ['flag', '→ FLAG @‹agent›: ‹what matters to them›', 'Something for another agent.'],
  Question: ['question', '→ QUESTION: ‹what is not known yet›', 'A question to everybody.'],
  'Source mark': ['source-mark', '→ SOURCE: ‹where it comes from›', 'What a thought rests on.'],
};

/** By their names in the list of snippets. */
export function snippets(): Record<string, Snippet> {
  const notes = builtinSchema.types.map(type => [`New ${type.name}`, noteSnippet(type)]);
  const marks = Object.entries(MARKS).map(([name, [prefix, text, description]]) => [
    name,
    { prefix, description, body: [`${rendered([lineOf(text)])}$0`] },
  ]);
  return Object.fromEntries([...notes, ...marks]);
}

function noteSnippet(type: NoteType): Snippet {
  const lines = [...noteTemplate(type), ...bodyTemplate(type)];
  return {
    prefix: type.name,
    description: type.meaning,
    isFileTemplate: true,
    body: `${rendered(lines, place => variable(type, place))}\n$0`.split('\n'),
  };
}

/** Every place is a tab stop; `variable` may give its default in snippet syntax. */
function rendered(
  lines: readonly TemplateLine[],
  variable: (place: Placeholder) => string | undefined = () => undefined,
): string {
  let stop = 0;
  const tabStop = (place: Placeholder): string => {
    stop++;
    const { initial, choices } = place;
    if (choices.length > 1) return `\${${stop}|${choices.map(snippetChoice).join(',')}|}`;
    const words = variable(place) ?? snippetText(initial);
    return words === '' ? `$${stop}` : `\${${stop}:${words}}`;
  };
  const part = (each: string | Placeholder) =>
    typeof each === 'string' ? snippetText(each) : tabStop(each);
  return lines.map(line => line.map(part).join('')).join('\n');
}

/** What VS Code knows of the note in place of the vault. */
function variable(type: NoteType, { field, role }: Placeholder): string | undefined {
  if (role === 'title') return TITLE;
  if (field === null || field.list === true) return undefined;
  if (field.kind === 'date') return DAY;
  return field.kind === 'domain' || field.kind === 'agent'
    ? folderWord(type, `<${field.kind}>`)
    : undefined;
}

/** The word that stands in the path of the file where the type's folders have `<domain>` or `<agent>`. */
function folderWord(type: NoteType, word: string): string | undefined {
  const folders = type.folders.flatMap(folder => {
    const at = folder.split('/').indexOf(word);
    return at < 1 ? [] : folder.split('/').slice(0, at).join('[\\\\/]');
  });
  if (folders.length === 0) return undefined;
  const around = `(?:${[...new Set(folders)].join('|')})`.replaceAll('/', '\\/');
  return `\${TM_FILEPATH/^(?:.*[\\\\\\/]${around}[\\\\\\/]([^\\\\\\/]+)[\\\\\\/].*|.*)$/$1/}`;
}
