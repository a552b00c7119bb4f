/** What the form of the settings finds wrong in them, in an author's words, and which part has to go for it. */
import type * as z from 'zod';
import { nearest } from '../text/nearest';
import { type Part, type Path, partAt } from './configParts';
import { knownKeys } from './configSchema';
import type { Problem, Tree } from './configTree';

type Issue = z.core.$ZodIssue;

/** A bad part, and what to tell of it: nothing where it was left empty. */
export interface Refusal {
  readonly part: Part | null;
  readonly problem: Problem | null;
}

export function refusals(tree: Tree, issue: Issue): Refusal[] {
  const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)));
  const part = partAt(tree, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => unknownKey(partAt(tree, [...path, key]), key, path));
  if (issue.code === 'invalid_union') {
    const chosen = issue.errors.find(each => !each.some(inner => inner.path.length === 0));
    if (chosen !== undefined && part?.value.kind !== 'leaf')
      return chosen.flatMap(inner =>
        refusals(tree, { ...inner, path: [...path, ...inner.path] } as Issue),
      );
  }
  if (part === null) return [missing(tree, path)];
  if (issue.code === 'invalid_key')
    return [
      { part, problem: fault(part.entry?.key ?? part.value.span, 'A name is missing here.') },
    ];
  if (part.value.kind === 'leaf' && part.value.data === null) return [{ part, problem: null }];
  const { message, instead } = told(issue, part, nameAt(path));
  return [{ part, problem: fault(part.value.span, message, instead) }];
}

function fault(span: Problem['span'], message: string, instead?: string | null): Problem {
  return { span, message, severity: 'error', ...(instead != null && { instead }) };
}

function unknownKey(part: Part | null, key: string, path: Path): Refusal {
  if (part?.entry == null) return { part, problem: null };
  const known = Object.keys(knownKeys(path));
  const meant = nearest(key, known);
  const asked = meant === null ? `These are: ${listed(known)}.` : `Did you mean \`${meant}\`?`;
  return { part, problem: fault(part.entry.key, `\`${key}\` is no setting here. ${asked}`, meant) };
}

/** What holds the place of something that must be there goes as a whole. */
function missing(tree: Tree, path: Path): Refusal {
  const part = partAt(tree, path.slice(0, -1));
  if (part === null) return { part, problem: null };
  const { entry, value } = part;
  const first = value.kind === 'entries' ? value.entries[0]?.key : undefined;
  const span = entry?.key ?? first ?? value.span;
  return { part, problem: fault(span, `\`${nameAt(path)}\` is missing here.`) };
}

function told(
  issue: Issue,
  part: Part,
  name: string,
): { message: string; instead?: string | null } {
  const { value } = part;
  const written = value.kind === 'leaf' ? value.text : '';
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    const meant = nearest(written, words);
    const asked = meant === null ? `It is one of ${listed(words)}.` : `Did you mean \`${meant}\`?`;
    const head =
      value.kind === 'leaf' ? `\`${written}\` cannot stand here.` : 'One word belongs here.';
    return { message: `${head} ${asked}`, instead: meant };
  }
  if (issue.code === 'too_small')
    return {
      message:
        issue.origin === 'number' ? `The least is ${issue.minimum}.` : 'A word is missing here.',
    };
  if (issue.code === 'invalid_union') return { message: `\`${name}\` is ${issue.message}.` };
  switch (issue.code === 'invalid_type' ? issue.expected : '') {
    case 'string':
      return value.kind === 'leaf'
        ? {
            message: `\`${written}\` is no word to YAML unless it stands in quotes.`,
            instead: `"${written}"`,
          }
        : { message: 'One word or sentence belongs here.' };
    case 'boolean': {
      const meant = /^(?:y|yes|on)$/iu.test(written)
        ? 'true'
        : /^(?:n|no|off)$/iu.test(written)
          ? 'false'
          : null;
      return { message: `\`${name}\` is \`true\` or \`false\`.`, instead: meant };
    }
    case 'array': {
      const simple = value.kind === 'leaf' && /^[\w./<>-]+$/u.test(written);
      return {
        message: `\`${name}\` is a list: a dash and a blank before each entry.`,
        instead: simple ? `[${written}]` : null,
      };
    }
    case 'object':
    case 'record':
      return { message: `Below \`${name}\` stand keys, each with a colon and a value.` };
    default:
      return { message: 'A whole number belongs here.' };
  }
}

/** The nearest key above an entry of a list is what an author calls it. */
function nameAt(path: Path): string {
  return String(path.findLast(step => typeof step === 'string') ?? 'settings');
}

export function listed(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ');
}
