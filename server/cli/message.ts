/** `claimwright message`: the message for a commit of what changed in a vault. */
import { commitMessage } from '../core/authoring/message/commitMessage';
import { readChange } from '../disk';
import { workingNotesNow } from '../git/workingNotes';
import { type Command, Failure, UsageError } from './command';
import { jsonText } from './json';
import { loadVault } from './loadVault';
import { formatOf, formatOption } from './options';
import { scopeOf } from './scope';

export const message: Command = {
  summary: 'compose the message for a commit of what changed',
  operands: '[VAULT]',
  description: `Composes the message for a commit from what differs from the last one, staged or not, files
that git does not know yet included: a subject, the sources and domains, how many claims,
entities and enrichments came of them, and trailers. How it is written stands in the
vault's settings under "message". It commits nothing:

  git add --all && git commit --message "$(claimwright message)"

VAULT is a folder in a git repository (default: the current one), or a note in it.`,
  options: {
    format: {
      ...formatOption,
      help: 'pretty (default): the message alone; or json: one document, with the counts',
    },
    agent: {
      type: 'string',
      value: 'AGENT',
      help: 'whose change it is (default: as its notes say)',
    },
  },
  json: [
    {
      with: '',
      members: {
        subject: 'the first line',
        message: 'all of it',
        agent: 'whose change it is, or null',
        sources: 'paths of the sources that were worked on',
        domains: 'their names',
        claims: 'how many came',
        entities: 'how many came',
        enrichments: 'how many claims got more evidence',
        revised: 'how many claims',
        retired: 'how many claims',
        nullResults: 'how many sources yielded nothing',
      },
    },
  ],
  run({ values, operands, tell }) {
    const format = formatOf(values);
    if (operands.length > 1) throw new UsageError('message takes one operand, VAULT.');
    const agent = typeof values['agent'] === 'string' ? values['agent'].trim() : '';
    const { root } = scopeOf(operands);
    const vault = loadVault(root, { values, tell });
    const { notes, refused } = workingNotesNow(root, vault.files());
    if (refused !== null) throw new Failure(refused);
    const changes = notes.map(({ path, before }) => ({ path, before, after: nowOf(root, path) }));
    const composed = commitMessage({ vault, changes, agent: agent === '' ? null : agent });
    if ('refused' in composed) throw new Failure(composed.refused);
    const output = format === 'json' ? jsonText(composed) : `${composed.message}\n`;
    return { output, status: 0 };
  },
};

/** `null` where the note is gone or is no text. */
function nowOf(root: string, path: string): string | null {
  const change = readChange(root, path);
  return change.kind === 'set' ? change.text : null;
}
