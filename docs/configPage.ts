/** Writes the page of a vault's settings from their form. */
import { severityMeanings } from '../server/core/schema/configForm';
import { type FormNode, formsAt, knownKeys } from '../server/core/schema/configSchema';
import { edgeKinds, fieldKinds } from '../server/core/schema/form';
import { defaultMessage, messageFields } from '../server/core/schema/messageForm';

type Path = readonly (string | number)[];

export function configPage(): string {
  const parts = [
    '# Settings of a vault',
    'They stand in `.claimwright.yaml` at the root of the vault, which the file also marks, and hold for everybody who writes in it. Everything works without them. ' +
      'In the editor, keys and values are completed and explained; what is saved takes effect at once. A part that means nothing is reported as `config/invalid` and left out, and all else holds; ' +
      'where YAML cannot read the file, the settings before it stay in force. JSON Schema for other tools: [schema/claimwright.json](schema/claimwright.json).',
    table([]),
    '## Severities',
    'Under `severity`, each name is that of a [rule](../README.md#what-is-reported) (`link/near`) or of a family of rules (`link`); the rule counts where both are named.',
    list(severityMeanings),
    '## Messages of commits',
    'Under `message` stands how *Claimwright: Compose Extraction Message* and `claimwright message` tell what changed. Fields stand in braces. A line is left out where it holds fields and none of them says anything; a count of 0 says something of sources that were worked on, and else nothing.',
    table(['message']),
    'Without settings it is written so:',
    `\`\`\`yaml\nmessage:\n  subject: "${defaultMessage.subject}"\n  body: |\n${indented(defaultMessage.body)}\n\`\`\``,
    'An agent that is not known leaves nothing before the subject. Trailers may hold fields as well: `Agent: "{signature}"`.',
    'Fields:',
    list(messageFields),
    '## Types',
    'Under `types`, each name is that of a note type. Fields and values of a built-in type may be added, and what is said anew of one counts.',
    table(['types', 'x']),
    '## Fields',
    'Under `fields`, each name is that of a field; one that ends in `*` stands for every name that begins so. Nothing has to be said of a field.',
    table(['types', 'x', 'fields', 'x']),
    'Kinds of fields:',
    list(fieldKinds),
    'Edges of relations: code lenses and the call hierarchy follow them, whatever the field is called.',
    list(edgeKinds),
    '## Requirements',
    'Each entry of `requires` says what a note needs from a certain state on.',
    table(['types', 'x', 'requires', 0]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(path: Path): string {
  const required = formsAt(path).flatMap(form => form.required ?? []);
  const rows = Object.entries(knownKeys(path)).map(([key, { description = '' }]) => {
    const what = shapes(formsAt([...path, key])) + (required.includes(key) ? ', required' : '');
    return `| \`${key}\` | ${what} | ${description} |`;
  });
  return ['| key | value | what it says |', '| --- | --- | --- |', ...rows].join('\n');
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'list',
  boolean: '`true` or `false`',
  integer: 'number',
  object: 'names, each with a value',
  string: 'text',
};

function shapes(forms: readonly FormNode[]): string {
  const types = forms.flatMap(form => (form.enum === undefined ? (form.type ?? []) : 'a word'));
  return [...new Set(types.map(type => WORDS[type] ?? type))].join(', or ');
}

function indented(text: string): string {
  return text.replace(/^/gmu, '    ');
}

function list(meanings: Readonly<Record<string, string>>): string {
  return Object.entries(meanings)
    .map(([word, meaning]) => `- \`${word}\`: ${meaning}`)
    .join('\n');
}
