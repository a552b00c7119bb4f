/** The notes that a source says it belongs with: its KB connections and its primary connection, with its words. */
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import { resolve } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import type { PartLine } from './partsOf';
import {
  clauseBefore,
  clauseBehind,
  type Relation,
  relationBehind,
  relationSaid,
  remarkOf,
} from './relationSaid';
import { typeOf } from './typeOf';

export interface Connection {
  readonly path: string;
  /** The field of a claim that says the same as the words right before or behind the link; `null` where they say nothing so clear. */
  readonly relation: Relation | null;
  /** What the source says of it; may be empty. */
  readonly remark: string;
}

const NAMED = /`([^`\n]{8,300})`|"([^"\n]{8,300})"|“([^”\n]{8,300})”/gu;
/** More would be a reading list. */
const MOST = 12;
/** Nobody reads on in a line with more names. */
const MOST_IN_LINE = 300;

/** A name in a line, and what it leads to. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/** The primary one first, each note once; only notes that exist and that a claim can name. */
export function connectionsOf(vault: Vault, note: Note, lines: readonly PartLine[]): Connection[] {
  const byLine = linksByLine(note.links, lines);
  const found = new Map<string, Connection>();
  const ordered = [
    ...lines.filter(({ part }) => part === 'primary'),
    ...lines.filter(({ part }) => part === 'connections'),
  ];
  for (const line of ordered) {
    for (const each of inLine(vault, note, line, byLine.get(line) ?? [])) {
      const before = found.get(each.path);
      // What is said later may say more.
      if (before === undefined && found.size < MOST) found.set(each.path, each);
      else if (before !== undefined)
        found.set(each.path, {
          ...before,
          relation: before.relation ?? each.relation,
          remark: before.remark || each.remark,
        });
    }
  }
  return [...found.values()];
}

function linksByLine(links: readonly Link[], lines: readonly PartLine[]): Map<PartLine, Link[]> {
  const all = new Map<PartLine, Link[]>();
  let at = 0;
  for (const link of links) {
    if (link.field !== null || link.embed) continue;
    while ((lines[at]?.span.end ?? Infinity) < link.span.end) at++;
    const line = lines[at];
    if (line === undefined) break;
    if (line.span.start > link.span.start) continue;
    const own = all.get(line);
    if (own === undefined) all.set(line, [link]);
    else if (own.length < MOST_IN_LINE) own.push(link);
  }
  return all;
}

function inLine(vault: Vault, note: Note, line: PartLine, links: readonly Link[]): Connection[] {
  const { span, text, part } = line;
  const mentions = [
    ...links.flatMap(link => {
      const path = target(vault, note, vault.resolve(link, note.path));
      return [{ start: link.span.start - span.start, end: link.span.end - span.start, path }];
    }),
    ...(links.length > 0 ? [] : namedIn(vault, note, text, part === 'primary')),
  ].sort((a, b) => a.start - b.start);
  return mentions.flatMap(({ start, end, path }, index) => {
    if (path === null) return [];
    const before = clauseBefore(text.slice(mentions[index - 1]?.end ?? 0, start));
    const next = mentions[index + 1];
    const behind = clauseBehind(text.slice(end, next?.start), next !== undefined);
    const relation = relationSaid(before) ?? relationBehind(behind);
    return [{ path, relation, remark: remarkOf(before, behind) }];
  });
}

/** Names without brackets: between quotes or backticks, or the whole of a primary connection. */
function namedIn(vault: Vault, note: Note, text: string, whole: boolean) {
  const named = [...text.matchAll(NAMED)].slice(0, MOST_IN_LINE).map(match => ({
    written: match[1] ?? match[2] ?? match[3] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (named.length === 0 && whole) {
    const written = (text.split(/ [—–-] | \(/u, 1)[0] ?? '').trim();
    named.push({ written, start: 0, end: text.indexOf(written) + written.length });
  }
  return named.flatMap(({ written, start, end }): Mention[] => {
    const path =
      written.length < 8 ? null : target(vault, note, resolve(vault, written, note.path));
    return path === null ? [] : [{ start, end, path }];
  });
}

function target(vault: Vault, note: Note, resolution: ReturnType<typeof resolve>): string | null {
  if (resolution.kind !== 'found' && resolution.kind !== 'near') return null;
  const { path } = resolution;
  const type = typeOf(vault, path)?.name;
  // A musing may be gone tomorrow, and a map is no neighbour.
  const usable = vault.note(path) !== undefined && type !== 'musing' && type !== 'map';
  return usable && path !== note.path ? path : null;
}
