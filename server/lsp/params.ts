/** What clients send to Claimwright's own requests, checked before anything is done with it. */
import { ErrorCodes, type FileEvent, ResponseError } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import * as z from 'zod';
import { sectionNames } from '../core/features/claim/sections';
import type {
  AuthorParams,
  CheckDraftParams,
  ChosenRepair,
  ClaimNotesParams,
  ClaimParams,
  ClaimPlacesParams,
  DependentsParams,
  FindNotesParams,
  GraphParams,
  HealthNotesParams,
  HealthParams,
  HintsParams,
  InboxParams,
  LinkHistoryParams,
  LinkMentionParams,
  MessageParams,
  Move,
  NewNotesParams,
  OpenHintsParams,
  PreviewParams,
  RepairsParams,
  ShownPlace,
  TitleParams,
} from './protocol';

const text = z.string();
/** Left out where there is nothing to say. */
const textOrNone = text.nullable().default(null);
const count = z.int().min(0);
/** What is below zero asks for nothing. */
const most = z.exactOptional(z.number());
const uri = text.refine(isAddress, 'expected an address');
const position = z.object({ line: count, character: count });
const range = z.object({ start: position, end: position });
const hint = z.object({ index: count, text });
const at = z.object({ uri });
const version = z.number();
/** Places outside a text are taken for its ends. */
const anyPosition = z.object({ line: z.number(), character: z.number() });
const anyRange = z.object({ start: anyPosition, end: anyPosition });

const kind = <Kind extends string>(word: Kind) => z.literal(word);

const move = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: kind('promote'), hint, title: textOrNone }),
    z.object({ kind: kind('drop'), hint }),
    z.object({ kind: kind('exists'), hint, claim: text }),
    z.object({ kind: kind('enrich'), hint: hint.nullable().default(null), claim: text }),
    z.object({ kind: kind('claim'), title: text, domain: textOrNone }),
    z.object({ kind: kind('note'), type: text, title: text, folder: textOrNone }),
    z.object({
      kind: kind('source'),
      title: text,
      url: text,
      author: text,
      domain: textOrNone,
      text,
    }),
    z.object({ kind: kind('counter'), title: text }),
    z.object({ kind: kind('objection'), text }),
    z.object({ kind: kind('retire'), by: textOrNone, reason: text }),
    z.object({ kind: kind('done') }),
    z.object({ kind: kind('null-result'), notes: text }),
    z.object({ kind: kind('evaluated') }),
  ],
  {
    error: issue =>
      issue.code === 'invalid_union' ? `there is no move ${kindIn(issue.input)}` : undefined,
  },
) satisfies z.ZodType<Move>;

/** By request. */
export const paramsForms = {
  author: z.object({
    uri,
    selection: z.exactOptional(range),
    move,
  }) satisfies z.ZodType<AuthorParams>,
  hints: at satisfies z.ZodType<HintsParams>,
  claim: at satisfies z.ZodType<ClaimParams>,
  claimNotes: z.object({
    uri,
    section: z.enum(sectionNames),
    below: z.array(text),
    most: count,
  }) satisfies z.ZodType<ClaimNotesParams>,
  claimPlaces: z.object({ uri, from: text }) satisfies z.ZodType<ClaimPlacesParams>,
  linkMention: z.object({
    uri,
    from: text,
    range,
    words: text,
  }) satisfies z.ZodType<LinkMentionParams>,
  dependents: at satisfies z.ZodType<DependentsParams>,
  preview: at satisfies z.ZodType<PreviewParams>,
  newNotes: at satisfies z.ZodType<NewNotesParams>,
  message: at satisfies z.ZodType<MessageParams>,
  title: z.object({
    uri,
    title: text,
    type: z.exactOptional(text),
    domain: textOrNone,
  }) satisfies z.ZodType<TitleParams>,
  checkDraft: z.object({ uri, text, path: textOrNone }) satisfies z.ZodType<CheckDraftParams>,
  findNotes: z.object({
    uri,
    query: text,
    types: z.exactOptional(z.array(text)),
  }) satisfies z.ZodType<FindNotesParams>,
  graph: z.object({
    uri,
    scope: z.discriminatedUnion('kind', [
      z.object({ kind: kind('note'), path: z.exactOptional(text), steps: count }),
      z.object({ kind: kind('domain'), domain: text }),
      z.object({ kind: kind('vault') }),
    ]),
  }) satisfies z.ZodType<GraphParams>,
  health: at satisfies z.ZodType<HealthParams>,
  healthNotes: z.object({ uri, key: text, from: count }) satisfies z.ZodType<HealthNotesParams>,
  linkHistory: z.object({
    uri,
    points: z.int().min(2).max(100),
  }) satisfies z.ZodType<LinkHistoryParams>,
  inbox: z.object({
    wanted: z.object({
      unprocessed: most,
      processing: most,
      processed: most,
      'null-result': most,
    }),
    domains: z.exactOptional(z.array(text.nullable())),
    priorities: z.exactOptional(z.array(text.nullable())),
  }) satisfies z.ZodType<InboxParams>,
  openHints: z.object({ from: count, most: count }) satisfies z.ZodType<OpenHintsParams>,
  repairs: z.object({ uri, history: z.boolean() }) satisfies z.ZodType<RepairsParams>,
  applyRepairs: z.array(
    z.object({ uri, written: text, path: text.nullable(), safe: z.boolean() }),
  ) satisfies z.ZodType<ChosenRepair[]>,
  place: z.object({ uri, range }) satisfies z.ZodType<ShownPlace>,
  opened: z.object({ textDocument: z.object({ uri, languageId: text, version, text }) }),
  changed: z.object({
    textDocument: z.object({ uri, version }),
    contentChanges: z.array(z.object({ range: z.exactOptional(anyRange), text })),
  }),
  ofDocument: z.object({ textDocument: at }),
  folders: z.object({ added: z.array(at), removed: z.array(at) }),
  renamed: z.object({ files: z.array(z.object({ oldUri: text, newUri: text })) }),
} as const;

/** Changes of files that say which and how: of very many, so each is only looked at. */
export function readEvents(changes: unknown): FileEvent[] {
  const isEvent = (each: FileEvent | null): each is FileEvent =>
    typeof each?.uri === 'string' && typeof each.type === 'number';
  return Array.isArray(changes) ? changes.filter(isEvent) : [];
}

/** Throws InvalidParams, with the sentence that says what is wrong. */
export function checked<Params>(form: z.ZodType<Params>, params: unknown): Params {
  const { data, error } = form.safeParse(params);
  if (error === undefined) return data as Params;
  throw new ResponseError(ErrorCodes.InvalidParams, faultOf(error));
}

/** The same in words. */
export function read<Params>(
  form: z.ZodType<Params>,
  params: unknown,
): { readonly params: Params } | { readonly refused: string } {
  const { data, error } = form.safeParse(params);
  return error === undefined ? { params: data as Params } : { refused: faultOf(error) };
}

function faultOf({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  return `These parameters cannot be read${path === '' ? '' : `, at \`${path}\``}: ${issue?.message}.`;
}

function kindIn(written: unknown): string {
  const { kind } = (written ?? {}) as { readonly kind?: unknown };
  return typeof kind === 'string' ? `“${kind}”` : 'without a kind';
}

function isAddress(written: string): boolean {
  try {
    URI.parse(written);
    return true;
  } catch {
    return false;
  }
}
