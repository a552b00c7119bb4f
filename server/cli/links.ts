/** `claimwright links`: every link of a vault and what it leads to. */
import { rangeOf } from '../core/text/lines';
import type { Link } from '../core/text/links';
import type { Note } from '../core/text/parseNote';
import type { Resolution } from '../core/vault/resolve';
import type { Command } from './command';
import { jsonDocument } from './json';
import { loadVault, textOf } from './loadVault';
import { formatOf, formatOption } from './options';
import { prettyLinks } from './prettyLinks';
import type { Range } from './range';
import { scopeHelp, scopeOf, select } from './scope';

export interface LinkRecord {
  readonly file: string;
  readonly range: Range;
  /** The whole link as written. */
  readonly raw: string;
  readonly target: string;
  readonly heading: string | null;
  readonly block: string | null;
  readonly alias: string | null;
  readonly embed: boolean;
  /** The front-matter field it stands in. */
  readonly field: string | null;
  readonly resolution: Resolution['kind'];
  readonly how: Extract<Resolution, { how: unknown }>['how'] | null;
  readonly path: string | null;
  /** The notes that an ambiguous link could mean. */
  readonly candidates: readonly string[];
}

export const links: Command = {
  summary: 'list the links of a vault and what they lead to',
  operands: '[VAULT] [GLOB…]',
  description: `Lists the links of a vault, those in front matter included, and what each leads to.\nIt judges none of them, so its exit status is 0; "check --rule link" does.\n\n${scopeHelp}`,
  options: { format: formatOption },
  json: [
    {
      with: '',
      members: {
        notes: 'how many were looked at',
        links:
          '`[{"file","range","raw","target","heading","block","alias","embed","field","resolution","how","path","candidates"}]`, `resolution` being `found`, `near`, `ambiguous` or `missing`',
      },
    },
  ],
  run({ values, operands, paint, tell }) {
    const format = formatOf(values);
    const scope = scopeOf(operands);
    const vault = loadVault(scope.root, { values, tell });
    const paths = select(scope, vault.notes(), tell);
    const records = paths.flatMap(path => {
      const note = vault.note(path);
      if (note === undefined || note.links.length === 0) return [];
      const text = textOf(scope.root, path);
      return [...note.links]
        .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
        .map(link => recordOf(note, text, link, vault.resolve(link, path)));
    });
    const output =
      format === 'json'
        ? jsonDocument({ notes: paths.length }, 'links', records)
        : prettyLinks(paths.length, records, paint);
    return { output, status: 0 };
  },
};

function recordOf(note: Note, text: string, link: Link, resolution: Resolution): LinkRecord {
  const { fragment } = link.target;
  const block = fragment?.startsWith('^') ? fragment.slice(1) : null;
  const led = resolution.kind === 'found' || resolution.kind === 'near' ? resolution : null;
  return {
    file: note.path,
    range: rangeOf(note.lines, link.span),
    raw: text.slice(link.span.start, link.span.end),
    target: link.target.written,
    heading: (block === null && fragment) || null,
    block: block || null,
    alias: link.alias,
    embed: link.embed,
    field: link.field,
    resolution: resolution.kind,
    how: led?.how ?? null,
    path: led?.path ?? null,
    candidates: resolution.kind === 'ambiguous' ? resolution.paths : [],
  };
}
