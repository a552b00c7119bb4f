/** The form of a vault's own settings, `.claimwright.yaml`. */
import * as z from 'zod';
import type { Severity } from './config';
import { typeForm } from './form';
import { messageForm } from './messageForm';

/** What each word under `severity` does. */
export const severityMeanings: Readonly<Record<Severity | 'off', string>> = {
  error: 'Fails a check.',
  warning: 'Should be mended.',
  information: 'May be mended.',
  hint: 'Is shown in the editor, without a place in its list of problems.',
  off: 'Is not reported.',
};

type Word = keyof typeof severityMeanings;

const name = z.string().trim().min(1);
const names = z.array(name);

export const configForm = z.strictObject({
  domains: names
    .optional()
    .describe(
      'Domains of this vault besides those that its folders show; where any is listed here, all others are reported.',
    ),
  agents: names
    .optional()
    .describe(
      'Who works on this vault besides those whom folders show; where any is listed here, all others are reported.',
    ),
  exclude: names
    .optional()
    .describe(
      'Notes of which nothing is reported and which completion does not offer, as paths or patterns from the root of the vault: `archive`, `inbox/**/draft *.md`. Links to them work.',
    ),
  severity: z
    .record(name, z.enum(Object.keys(severityMeanings) as [Word, ...Word[]]))
    .optional()
    .describe('How grave the problems of a rule, or of a family of rules, are here.'),
  message: messageForm
    .optional()
    .describe('How the messages of commits are written, with what changed in the vault in them.'),
  types: z
    .record(name, typeForm)
    .optional()
    .describe(
      'Note types of this vault. Under the name of a built-in type, what is said here is added to it.',
    ),
});

export type ConfigForm = z.infer<typeof configForm>;
