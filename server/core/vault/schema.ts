/** The note types of a claim vault as data: their folders, fields and allowed values. A new type is an entry here. */
export type FieldKind = 'text' | 'date' | 'choice' | 'list' | 'relation' | 'url';

export interface FieldType {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** What the field says, in a sentence. */
  readonly meaning: string;
  /** The values of a `choice`, strongest or first first. */
  readonly values?: readonly string[];
  /** Values that older notes carry and that nobody has to change. */
  readonly oldValues?: readonly string[];
  /** Names under which older notes carry the same thing. */
  readonly oldNames?: readonly string[];
}

export interface NoteType {
  readonly name: string;
  /** Names under which older notes carry the same type. */
  readonly oldNames: readonly string[];
  /** Folders whose notes are of this type, from the vault's root. */
  readonly folders: readonly string[];
  /** In the order in which they are usually written. Types whose fields are not described yet have none. */
  readonly fields: readonly FieldType[];
}

type Extra = Partial<Pick<FieldType, 'values' | 'oldValues' | 'oldNames'>>;

function field(name: string, kind: FieldKind, meaning: string, extra: Extra = {}): FieldType {
  return { name, kind, required: false, meaning, ...extra };
}

function required(name: string, kind: FieldKind, meaning: string, extra: Extra = {}): FieldType {
  return { ...field(name, kind, meaning, extra), required: true };
}

const domain = required('domain', 'text', 'The field of knowledge it belongs to.');
const secondaryDomains = field('secondary_domains', 'list', 'Other domains it matters to.');
const tags = field('tags', 'list', 'Topics to find it by.');

const claim: NoteType = {
  name: 'claim',
  oldNames: [],
  folders: ['domains', 'core', 'foundations'],
  fields: [
    domain,
    required('description', 'text', 'One sentence that adds to the title.'),
    required('confidence', 'choice', 'How well the evidence carries it.', {
      values: ['proven', 'likely', 'experimental', 'speculative'],
    }),
    required('source', 'text', 'Who proposed it, and the main evidence.', {
      oldNames: ['sources'],
    }),
    required('created', 'date', 'When it was added.', { oldNames: ['date_claimed'] }),
    field('last_evaluated', 'date', 'When it was last held against new evidence.'),
    field('title', 'text', 'The claim as a full sentence, where the file name is a slug.'),
    field('agent', 'text', 'The agent that wrote it.'),
    field('scope', 'text', 'What sort of claim it is, for example causal or structural.'),
    field('sourcer', 'text', 'Who brought the source.'),
    secondaryDomains,
    field('depends_on', 'relation', 'Evidence and claims that it rests on.'),
    field('supports', 'relation', 'Claims that it makes stronger.'),
    field('challenges', 'relation', 'Claims that it speaks against.'),
    field('challenged_by', 'relation', 'Evidence and claims that speak against it.'),
    field('related', 'relation', 'Claims worth reading beside it.', {
      oldNames: ['related_claims', 'related_to'],
    }),
    field('tradition', 'text', 'The school of thought that it comes from.'),
    field('attribution', 'text', 'Who did what for it, role by role.'),
    tags,
    field('status', 'text', '`retired` where it no longer holds.'),
  ],
};

const source: NoteType = {
  name: 'source',
  oldNames: ['evidence', 'archive'],
  folders: ['inbox'],
  fields: [
    required('title', 'text', 'The title of the material.', { oldNames: ['source'] }),
    required('author', 'text', 'Who wrote it.', { oldNames: ['source'] }),
    required('url', 'url', 'Where it was published.', {
      oldNames: ['source', 'source_url', 'link', 'transcript_path'],
    }),
    required(
      'date',
      'date',
      'When it was published; the month or year alone where the day is unknown.',
      {
        oldNames: ['date_published', 'date_archived', 'source_date', 'created'],
      },
    ),
    domain,
    secondaryDomains,
    field('format', 'text', 'What sort of material it is.', { oldNames: ['source_type'] }),
    required('status', 'choice', 'Where it stands on its way to claims.', {
      values: ['unprocessed', 'processing', 'processed', 'null-result'],
      oldValues: ['partial'],
    }),
    field('priority', 'text', 'How soon it should be read.'),
    tags,
    field('processed_by', 'text', 'The agent that extracted from it.'),
    field('processed_date', 'date', 'When that was done.'),
    field('claims_extracted', 'relation', 'The claims made from it.'),
    field('enrichments', 'relation', 'The claims it added evidence to.', {
      oldNames: ['enrichments_applied'],
    }),
    field('notes', 'text', 'Why nothing came of it, what was paywalled, and the like.'),
    field('linked_set', 'text', 'The debate or series it is part of.'),
  ],
};

function plain(
  name: string,
  folders: readonly string[],
  oldNames: readonly string[] = [],
): NoteType {
  return { name, oldNames, folders, fields: [] };
}

/** Every type; those without fields are known by name only. */
export const noteTypes: readonly NoteType[] = [
  claim,
  source,
  plain('entity', ['entities']),
  plain('belief', []),
  plain('position', []),
  plain('musing', []),
  plain('conviction', ['convictions']),
  plain('sector', ['sectors']),
  plain('map', ['maps'], ['moc', 'topic-map']),
];

const byName = new Map<string, NoteType>();
for (const type of noteTypes)
  for (const name of [type.name, ...type.oldNames]) byName.set(name, type);

export function noteType(name: string): NoteType | undefined {
  return byName.get(name.trim().toLowerCase());
}

/** The type that a folder's notes have. */
export function typeOfFolder(folder: string): NoteType | undefined {
  const top = folder.split('/')[0];
  return noteTypes.find(type => top !== undefined && type.folders.includes(top));
}

/** How a relation reads from the other note's side, and what a plain string that names no note means in it. */
interface Relation {
  readonly names: readonly string[];
  /** `true` where free text is as good as a note, as evidence is in `depends_on`. */
  readonly freeText: boolean;
}

const relations: readonly Relation[] = [
  { names: ['supports', 'challenges', 'related', 'related_claims'], freeText: false },
  { names: ['claims_extracted'], freeText: false },
  { names: ['enrichments', 'enrichments_applied'], freeText: true },
  { names: ['depends_on', 'challenged_by', 'related_to', 'entities_created'], freeText: true },
  { names: ['parent', 'parent_entity', 'competitors', 'affiliations'], freeText: true },
  { names: ['superseded_by', 'supersedes'], freeText: false },
];

/** Fields whose plain strings name notes. */
export const relationFields: ReadonlySet<string> = new Set(relations.flatMap(each => each.names));

const freeTextFields = new Set(relations.filter(each => each.freeText).flatMap(each => each.names));

/** Whether a string in this relation may be plain words instead of a note's name. */
export function allowsFreeText(fieldName: string): boolean {
  return freeTextFields.has(fieldName);
}
