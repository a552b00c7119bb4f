/** The form in which note types are described: the built-in ones and, in `.claimwright.yaml`, a vault's own. */
import * as z from 'zod';

/** What one value of a field is. Whether a field holds one or a list of them is said by `list`. */
export const fieldKinds = {
  text: 'Words of any sort.',
  choice: 'One of a few words, listed under `values`.',
  date: 'A day, `2026-03-05`; the month or the year alone where the rest is not known.',
  number: 'A number.',
  boolean: '`true` or `false`.',
  url: 'An address on the web.',
  relation: 'The name of another note, with or without brackets.',
  domain:
    'A field of knowledge: a folder below `domains`, or one of the domains of these settings.',
  agent: 'Who works on the vault: a folder below `agents`, or one of the agents of these settings.',
  tag: 'A topic to find notes by.',
  map: 'Fields of its own, which are not checked.',
  any: 'Anything, which is not checked.',
} as const;

export type FieldKind = keyof typeof fieldKinds;

/** What a relation says of the note that has it and of those that it names, for the argument between them. */
export const edgeKinds = {
  'rests-on': 'The note rests on those that it names.',
  supports: 'The note makes those that it names stronger: they rest on it.',
  'supported-by': 'Those that it names make the note stronger: it rests on them.',
  challenges: 'The note speaks against those that it names.',
  'challenged-by': 'Those that it names speak against the note.',
  extracted: 'Those that it names were made from the note: they rest on it.',
  enriches: 'The note adds evidence to those that it names: they rest on it, too.',
  replaces: 'The note stands in the place of those that it names.',
  'replaced-by': 'Those that it names stand in the place of the note.',
  related: 'They are worth knowing beside each other.',
} as const;

export type EdgeKind = keyof typeof edgeKinds;

const name = z.string().trim().min(1);
const names = z.array(name);
/** Words, or words with what each means. */
const values = z.union([names, z.record(name, z.string().nullable())], {
  error: 'a list of words, or words each with its meaning',
});

export const fieldForm = z.strictObject({
  kind: z
    .enum(Object.keys(fieldKinds) as [FieldKind, ...FieldKind[]])
    .optional()
    .describe('What its value is; text where nothing is said.'),
  list: z.boolean().optional().describe('Whether it holds a list of them.'),
  required: z.boolean().optional().describe('Whether every note of this type needs it.'),
  usual: z.boolean().optional().describe('Whether a new note begins with it, though not required.'),
  meaning: z.string().optional().describe('What it says, in a sentence.'),
  values: values.optional().describe('The words it takes, each with its meaning.'),
  initial: name.optional().describe('The word that a new note begins with.'),
  open: z.boolean().optional().describe('Whether other words than `values` are as good.'),
  legacy: names.optional().describe('Names under which older notes carry the same thing.'),
  replaced: z
    .record(name, name)
    .optional()
    .describe('Words that older notes carry, each with the one that is written now.'),
  to: names.optional().describe('Types of the notes that a relation leads to.'),
  edge: z
    .enum(Object.keys(edgeKinds) as [EdgeKind, ...EdgeKind[]])
    .optional()
    .describe('What a relation means for the argument; nothing where nothing is said.'),
  prose: z.boolean().optional().describe('Whether plain words are as good as a note.'),
  future: z.boolean().optional().describe('Whether the date may lie in the future.'),
  after: name.optional().describe('The field whose date this one may not precede.'),
  for: names.optional().describe('The sub-types that have it; all where nothing is said.'),
});

export const requirementForm = z.strictObject({
  when: z.record(name, names).describe('Fields and the words in them for which this holds.'),
  any: names.describe('Fields of which one at least must say something.'),
  least: z.number().int().min(1).optional().describe('How many entries they need together.'),
  not: names.optional().describe('Words that do not count as saying something.'),
  because: z.string().describe('Why, in a sentence for the author.'),
});

export const typeForm = z.strictObject({
  meaning: z.string().optional().describe('What notes of this type are, in a sentence.'),
  folders: names
    .optional()
    .describe(
      "Folders of such notes, from the vault's root; `<domain>` and `<agent>` stand for any one folder, which is theirs.",
    ),
  legacy: names.optional().describe('Names under which older notes carry the same type.'),
  subtype: name.optional().describe('The field that tells sub-types apart.'),
  extends: z
    .record(name, name)
    .optional()
    .describe('Sub-types, each with the one whose fields it has as well.'),
  fields: z
    .record(name, fieldForm.nullable())
    .optional()
    .describe('The fields, in the order in which they are usually written.'),
  requires: z
    .array(requirementForm)
    .optional()
    .describe('What a note needs from a certain state on.'),
});

export type FieldForm = z.infer<typeof fieldForm>;
export type Requirement = z.infer<typeof requirementForm>;
export type TypeForm = z.infer<typeof typeForm>;
