/** The form of a vault's commit messages, as its settings describe it: lines with fields in braces. */
import * as z from 'zod';

/** What a line of the message may ask for, `{so}`. */
export const messageFields = {
  agent:
    'Who made the change: the setting of whoever asks, or else whom most of the changed notes name; may be empty.',
  signature: 'How that agent signs, by `signatures`; may be empty.',
  summary: 'What was done, in a few words: `extract claims from 2026-03-18-one-year-on`.',
  source: 'The source, by its file name without `.md`, or how many there are: `3 sources`.',
  sources:
    'The paths of the sources; in the body, a line that holds it is written once for each of them, up to twenty times.',
  domain: 'The domains of the claims and sources.',
  claims: 'How many claims are new.',
  entities: 'How many entities are new.',
  enrichments: 'How many existing claims gained evidence.',
  revised: 'How many existing claims say something else; nothing where none does.',
  retired: 'How many claims were retired or removed; nothing where none was.',
  null_results: 'How many sources turned out to yield nothing; nothing where none did.',
  extracted_by: 'Who took claims out of the sources; nothing where nobody did.',
} as const;

export type MessageField = keyof typeof messageFields;

const line = z.string().trim().min(1);

export const messageForm = z.strictObject({
  subject: line
    .optional()
    .describe('The first line, in quotes where it begins with a brace: `"{agent}: {summary}"`.'),
  body: z
    .string()
    .optional()
    .describe('What stands below it, after an empty line. Empty (`""`) leaves it out.'),
  trailers: z
    .array(z.union([line, z.record(line, line)], { error: 'a list of lines `Key: value`' }))
    .optional()
    .describe('Lines `Key: value` at its end, for programs.'),
  signatures: z
    .record(line, line)
    .optional()
    .describe('How each agent signs: `ada: "Ada <ada@example.org>"`.'),
});

export type MessageForm = z.infer<typeof messageForm>;

/** How the commit messages of a vault are written. */
export interface MessageFormat {
  readonly subject: string;
  readonly body: string;
  /** `Key: value`. */
  readonly trailers: readonly string[];
  /** By agent, in lower case. */
  readonly signatures: ReadonlyMap<string, string>;
}

export const defaultMessage: MessageFormat = {
  subject: '{agent}: {summary}',
  body: [
    '- Source: {sources}',
    '- Domain: {domain}',
    '- Claims: {claims}, Entities: {entities}',
    '- Enrichments: {enrichments}',
    '- Revised: {revised}',
    '- Retired: {retired}',
    '- Null results: {null_results}',
    '- Extracted by: {extracted_by}',
  ].join('\n'),
  trailers: [],
  signatures: new Map(),
};

export function messageFormat(form: MessageForm): MessageFormat {
  const trailers = form.trailers?.flatMap(each =>
    typeof each === 'string' ? each : Object.entries(each).map(pair => pair.join(': ')),
  );
  const signatures = Object.entries(form.signatures ?? {});
  return {
    subject: form.subject ?? defaultMessage.subject,
    body: form.body ?? defaultMessage.body,
    trailers: trailers ?? defaultMessage.trailers,
    signatures: new Map(signatures.map(([agent, signature]) => [agent.toLowerCase(), signature])),
  };
}
