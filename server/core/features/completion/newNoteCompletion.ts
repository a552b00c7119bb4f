/** Completion of a whole new note: its front matter and heading, where a note begins and nothing is written yet. */

import {
  noteTemplate,
  type Placeholder,
  plainText,
  type TemplateLine,
} from '../../schema/noteTemplate';
import { folderOf, nameOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import type { Asking } from '../frontmatter/frontmatterCompletion';
import type { CompletionEntry, Completions } from './Completions';
import { snippetChoice, snippetText } from './snippetText';

/** What stands below, and so is front matter already. */
const BLOCK = /^\s*(?:---[ \t]*(?:\r?\n|$)|[\w"'][^\n]*?:(?:[ \t\r\n]|$))/u;

/** `null` where the cursor is not at the beginning of an unwritten note. `offset` is UTF-16. */
export function newNoteCompletion(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
  asking: Asking,
): Completions | null {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = text.lastIndexOf('\n', offset - 1) + 1 || begin;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end).trimEnd();
  const rest = text.slice(end);
  const empty = text.slice(begin).trim() === '';
  if (!empty && (start !== begin || !/^-{1,3}$/u.test(line) || BLOCK.test(rest))) return null;
  // A finished opening line, or a blank, is not asking for anything.
  if (asking.typing && (empty || line === '---')) return null;
  const folder = folderOf(path);
  const { schema } = vault.config;
  const usual = schema.typeOfPath(path);
  const types = [...schema.types].sort((a, b) => Number(b === usual) - Number(a === usual));
  const name = nameOf(path);
  const facts = {
    today: asking.today,
    ...schema.wordsOfFolder(folder),
    ...(name.includes(' ') ? { title: name } : {}),
  };
  const whole = rest.trim() === '';
  const entries = types.map((type): CompletionEntry => {
    const lines = noteTemplate(type, facts);
    return {
      kind: 'block',
      label: `New ${type.name}`,
      detail: type === usual ? 'this folder' : '',
      documentation: { paragraphs: [type.meaning] },
      ...written(vault, whole ? lines : frontmatterOf(lines), rest),
      ...(start > begin ? { edits: [{ span: { start: begin, end: start }, newText: '' }] } : {}),
      ...(line === '' ? {} : { filter: '---' }),
      ...(type === usual ? { preselected: true } : {}),
    };
  });
  const replace = { start, end: Math.max(offset, start + line.length) };
  return { entries, replace, incomplete: true };
}

/** Where a body stands below, it has a heading of its own. */
function frontmatterOf(lines: readonly TemplateLine[]): readonly TemplateLine[] {
  return lines.slice(0, lines.findLastIndex(([first]) => first === '---') + 1);
}

function written(
  vault: Vault,
  lines: readonly TemplateLine[],
  rest: string,
): Pick<CompletionEntry, 'newText' | 'snippet'> {
  let stops = 0;
  const snippet = lines.map(line =>
    line.map(part =>
      typeof part === 'string' ? snippetText(part) : tabStop(++stops, part, vault),
    ),
  );
  const trimmed = (text: string) => text.replace(/(?<!\n)\n+$/u, '');
  const lineEnd = rest === '' ? '\n' : '';
  const body = rest.trim() === '' ? '\n\n$0' : '$0';
  return {
    newText: trimmed(plainText(lines)) + lineEnd,
    snippet: trimmed(snippet.map(line => line.join('')).join('\n')) + body + lineEnd,
  };
}

function tabStop(number: number, { initial, choices, field }: Placeholder, vault: Vault): string {
  const kind = field?.kind;
  const own = (kind === 'domain' || kind === 'agent') && initial === '';
  const words = own ? vault.vocabulary.known(kind) : choices;
  if (words.length > 1) return `\${${number}|${words.map(snippetChoice).join(',')}|}`;
  const text = words[0] ?? initial;
  return text === '' ? `$${number}` : `\${${number}:${snippetText(text)}}`;
}
