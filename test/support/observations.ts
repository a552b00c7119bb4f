/** What marker files can mark: each check tells every place of a note that it sees, with a label. */
import { checkNote } from '../../server/core/rules/check';
import type { Finding } from '../../server/core/rules/rule';
import type { Note } from '../../server/core/text/parseNote';
import type { Resolution } from '../../server/core/vault/resolve';
import type { Vault } from '../../server/core/vault/Vault';
import type { Marker } from './markerLine';

interface Check {
  /** Labels of this check begin so. */
  readonly label: RegExp;
  observe(vault: Vault, note: Note, today: string): Marker[];
}

const CODE = /^[a-z]+\/[a-z-]+/u;
const ORPHAN = 'claim/orphan';
/** What small notes made for another purpose nearly always lack. */
const QUALITY = new Set([
  ...['claim/label-title', 'claim/universal-title', 'claim/title-mismatch', 'claim/near-duplicate'],
  ...['claim/empty-description', 'claim/no-evidence', 'claim/source-missing'],
]);

function labelled({ span, code, severity, message }: Finding): Marker {
  return { ...span, label: `${code} ${severity}: ${message}` };
}

/** A new check is one entry here; `=== check NAME, NAME` in a marker file chooses. */
export const checks: Readonly<Record<string, Check>> = {
  diagnostics: {
    label: CODE,
    observe: (vault, { path }, today) =>
      checkNote(vault, path, today)
        .filter(({ code }) => code !== ORPHAN && !QUALITY.has(code))
        .map(labelled),
  },
  quality: {
    label: CODE,
    observe: (vault, { path }, today) =>
      checkNote(vault, path, today)
        .filter(({ code }) => QUALITY.has(code))
        .map(labelled),
  },
  'near-duplicates': {
    label: /^claim\/near-duplicate/u,
    observe: (vault, { path }, today) =>
      checkNote(vault, path, today)
        .filter(({ code }) => code === 'claim/near-duplicate')
        .map(labelled),
  },
  // Nearly every claim of a small vault is one, so it is looked for only where it is asked for.
  orphans: {
    label: /^claim\/orphan/u,
    observe: (vault, { path }, today) =>
      checkNote(vault, path, today)
        .filter(({ code }) => code === ORPHAN)
        .map(labelled),
  },
  links: {
    label: /^link (?:to|near) /u,
    observe: (vault, { path, links }) =>
      links.map(link => ({
        ...link.span,
        label: [
          `link ${leadsTo(vault.resolve(link, path))}`,
          ...(link.target.fragment === null ? [] : [`at ${link.target.fragment}`]),
          ...(link.alias === null ? [] : [`shown as ${link.alias}`]),
          ...(link.embed ? ['embedded'] : []),
          ...(link.field === null ? [] : [`in ${link.field}`]),
        ]
          .join(', ')
          .trimEnd(),
      })),
  },
  headings: {
    label: /^heading \d: /u,
    observe: (_, { headings }) =>
      headings.map(({ span, level, text }) => ({ ...span, label: `heading ${level}: ${text}` })),
  },
  blocks: {
    label: /^block /u,
    observe: (_, { blocks }) => blocks.map(({ span, id }) => ({ ...span, label: `block ${id}` })),
  },
  code: {
    label: /^code$/u,
    observe: (_, { code }) => code.map(span => ({ ...span, label: 'code' })),
  },
};

export function leadsTo(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'found':
      return `to ${resolution.path} (${resolution.how})`;
    case 'near':
      return `near ${resolution.path} (${resolution.how})`;
    case 'ambiguous':
      return `to any of ${resolution.paths.join(' ')}`;
    case 'missing':
      return 'to nothing';
  }
}

/** Whether a label as somebody wrote it fits the whole one: severity, message and details may be left out. */
export function fits(marker: string, observed: string): boolean {
  const [written, whole] = [marker.normalize('NFC').trimEnd(), observed.normalize('NFC').trimEnd()];
  if (whole === written) return true;
  const [, code, severity, message] = /^(\S+\/\S+?)(?: (\w+))?(?:: (.*))?$/u.exec(written) ?? [];
  if (code !== undefined && CODE.test(written)) {
    const start = severity === undefined ? `${code} ` : `${code} ${severity}: `;
    return whole.startsWith(start) && (message === undefined || whole.includes(message));
  }
  return whole.startsWith(`${written} (`) || whole.startsWith(`${written}, `);
}
