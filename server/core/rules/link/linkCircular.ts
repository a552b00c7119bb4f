/** Notes that rest on each other in a circle. */
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import type { Place, Rule } from '../rule';

/** The way through a larger circle is not looked for: nobody would read it. */
const MOST_NOTES = 50;
/** So many notes of a circle are named. */
const MOST_NAMED = 4;
const TITLE_LENGTH = 50;

export const linkCircular: Rule = {
  code: 'link/circular',
  severity: 'warning',
  summary: 'Notes that rest on each other in a circle.',
  docs:
    'Where A rests on B and B rests on A, nothing carries either: each is as sure as the other, and evidence against one spreads for ever. ' +
    'One of the two should rest on evidence of its own; if they only belong together, say `related` or `supports`. ' +
    'Each link that is part of a circle is reported, in each of its notes.',
  check(place) {
    const { vault, path, links } = place;
    const circle = vault.circleAround(path);
    if (circle === undefined) return [];
    const seen = new Set<string>();
    return links.flatMap(({ link, resolution }) => {
      if (!('path' in resolution) || !restsThrough(place, link.field)) return [];
      const to = resolution.path;
      if (to === path || !circle.has(to) || seen.has(to)) return [];
      seen.add(to);
      return [{ span: link.target.span, ...said(vault, circle, path, to) }];
    });
  },
  fix: () => [],
};

function restsThrough({ vault, type }: Place, field: string | null): boolean {
  return field !== null && vault.config.schema.edge(type?.name ?? null, field) === 'rests-on';
}

function said(vault: Vault, circle: ReadonlySet<string>, path: string, to: string) {
  if (circle.size > MOST_NOTES) {
    return { message: `This note rests on itself, in a circle of ${circle.size} notes.` };
  }
  const way = shortestWay(vault, circle, to, path);
  const titles = way.map(each => titleOf(vault, each));
  const between = titles.length > MOST_NAMED ? [...titles.slice(0, MOST_NAMED - 1), '…'] : titles;
  const message = `This note rests on itself: it rests on ${between.join(', which rests on ')}, which rests on this note.`;
  const related = way.slice(0, MOST_NAMED).map(each => ({ path: each, message: 'In this circle' }));
  return { message, related };
}

/** From a note of a circle to another, the last one left out. */
function shortestWay(
  vault: Vault,
  circle: ReadonlySet<string>,
  from: string,
  to: string,
): string[] {
  const before = new Map<string, string | null>([[from, null]]);
  for (const path of before.keys()) {
    for (const next of vault.restsOn(path)) {
      if (next === to) return backwards(before, path);
      if (circle.has(next) && !before.has(next)) before.set(next, path);
    }
  }
  return [from];
}

function backwards(before: ReadonlyMap<string, string | null>, last: string): string[] {
  const way: string[] = [];
  for (let at: string | null = last; at !== null; at = before.get(at) ?? null) way.unshift(at);
  return way;
}

function titleOf(vault: Vault, path: string): string {
  const note = vault.note(path);
  const title = note === undefined ? path : displayTitle(note);
  return `“${title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title}”`;
}
