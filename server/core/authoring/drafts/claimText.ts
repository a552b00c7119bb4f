/** The text of a claim: front matter complete by the schema and in its order, and a body in the usual form. */
import type { FieldType, NoteType } from '../../schema/NoteType';
import { fieldOf, parseFrontmatter } from '../../text/frontmatter';
import type { Span } from '../../text/span';
import { yamlScalar } from '../../text/yamlText';

export interface ClaimParts {
  readonly title: string;
  /** Values by field, plain text; lists of names for relations. What is empty is left out unless it is required. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Lines of the argument below the heading. */
  readonly argument: readonly string[];
  /** Bullets, without their marks. */
  readonly evidence: readonly string[];
  readonly relevant: readonly string[];
  readonly topics: readonly string[];
}

export interface ClaimText {
  readonly text: string;
  /** Of the description, without its quotes. */
  readonly description: Span;
}

/** `end` is the line end. */
export function claimText(type: NoteType, parts: ClaimParts, end: string): ClaimText {
  const bullets = (items: readonly string[]) => items.map(item => `- ${item}`);
  const section = (heading: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', heading, ...bullets(items)];
  const closing = [
    ...section('Relevant Notes:', parts.relevant),
    ...section('Topics:', parts.topics),
  ];
  const lines = [
    '---',
    `type: ${type.name}`,
    ...type.fields.flatMap(field => fieldLines(field, parts.fields[field.name] ?? '')),
    '---',
    '',
    `# ${parts.title}`,
    ...(parts.argument.length === 0 ? [] : ['', ...parts.argument]),
    ...section('## Evidence', parts.evidence),
    ...(closing.length === 0 ? [] : ['', '---', ...closing]),
  ];
  const text = `${lines.join(end)}${end}`;
  const written = fieldOf(parseFrontmatter(text), 'description')?.values[0]?.inner;
  return { text, description: written ?? { start: 0, end: 0 } };
}

function fieldLines(field: FieldType, said: string | readonly string[]): string[] {
  if (typeof said !== 'string') {
    if (said.length === 0) return [];
    return [`${field.name}:`, ...said.map(entry => `  - ${yamlScalar(entry)}`)];
  }
  if (said !== '') return [`${field.name}: ${scalar(field, said)}`];
  if (field.required !== true || field.for !== undefined) return [];
  const known = field.initial ?? (field.kind === 'choice' ? field.values[0]?.name : undefined);
  if (field.list === true) return [`${field.name}: []`];
  return [`${field.name}: ${known === undefined ? '""' : scalar(field, known)}`];
}

/** YAML has dates, numbers and truth values of its own, which stand without quotes. */
function scalar({ kind }: FieldType, said: string): string {
  return kind === 'date' || kind === 'number' || kind === 'boolean' ? said : yamlScalar(said);
}
