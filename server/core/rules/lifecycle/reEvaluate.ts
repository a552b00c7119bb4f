/** A note that rests on something which changed since it was last held against the evidence. */
import { fieldOf } from '../../text/frontmatter';
import type { Span } from '../../text/span';
import { displayTitle } from '../../vault/noteNames';
import { titleSpan } from '../file/titleSpan';
import { dateEdit } from '../frontmatter/dates';
import { readable } from '../frontmatter/expected';
import { insertedLine } from '../frontmatter/frontmatterText';
import { shortened } from '../link/shortened';
import type { Fix, FixPlace, Place, Report, Rule } from '../rule';
import { EVALUATED, evaluatedOf, isUnseen } from './evaluated';
import { type Upheaval, upheavals } from './upheavals';

const MOST_NAMED = 3;

export const reEvaluate: Rule = {
  code: 'lifecycle/re-evaluate',
  severity: 'information',
  summary:
    'A note that rests on something which was challenged, retired or revised since it was last evaluated.',
  docs:
    'A belief is as good as the claims under it, and a position as the beliefs: when one of them moves, what rests on it is looked at again, ' +
    'one step at a time (the cascade of belief revision). Dates tell what moved: the `created` of a note that challenges it, `revised` of a claim or ' +
    'position that was rewritten, retired or given another confidence, `promoted_date` and `demoted_date` of a belief. What bears no ' +
    'date counts until the note has a `last_evaluated` that can have seen it. Set `revised` when you change the confidence of a claim, and every note that rests on it is listed, in the ' +
    'editor, by the command line and in CI alike, until its own `last_evaluated` is not before that day any more, or its own `revised` or `created` is later. ' +
    'In the editor, *Claimwright: Review What Rests on This…* opens them one by one.',
  check(place) {
    const { vault, path } = place;
    const evaluated = evaluatedOf(place);
    if (evaluated === null) return [];
    return vault.relations
      .foundations(path)
      .sort()
      .flatMap(each => {
        const news = upheavals(vault, each).filter(
          upheaval => upheaval.path !== path && isUnseen(vault, evaluated, upheaval),
        );
        return news.length === 0 ? [] : [reported(place, each, evaluated.date, news)];
      });
  },
  fix(place) {
    return [evaluatedToday(place)].flatMap(fix => fix ?? []);
  },
};

function reported(
  place: Place,
  foundation: string,
  evaluated: string,
  news: readonly Upheaval[],
): Report {
  const note = place.vault.note(foundation);
  const title = shortened(note === undefined ? foundation : displayTitle(note));
  const told = news
    .slice(0, MOST_NAMED)
    .map(({ what, date }) =>
      date === null ? `${what} on a day that it does not tell` : `${what} on ${date}`,
    );
  const more = news.length > MOST_NAMED ? [`${news.length - MOST_NAMED} more`] : [];
  return {
    span: spanOf(place, foundation),
    message: `${capital([...told, ...more].join('; '))}: “${title}”, on which this ${place.type?.name ?? 'note'}, last evaluated on ${evaluated}, rests.`,
    related: [
      { path: foundation, message: 'Rests on this' },
      ...news
        .filter(({ path }) => path !== foundation)
        .slice(0, MOST_NAMED)
        .map(({ path, what }) => ({
          path,
          message: what.startsWith('replaced') ? 'Replaces it' : 'Challenges it',
        })),
    ],
  };
}

/** Where the note says that it rests on the other; what it is called, where the other says so. */
function spanOf({ note, links, vault, type }: Place, foundation: string): Span {
  const link = links.find(({ link, resolution }) => {
    if (link.field === null || !('path' in resolution) || resolution.path !== foundation)
      return false;
    const kind = vault.config.schema.edge(type?.name ?? null, link.field);
    return kind === 'rests-on' || kind === 'supported-by';
  });
  return link?.link.target.span ?? titleSpan(note);
}

function evaluatedToday(place: FixPlace): Fix | null {
  const { text, note, type, today } = place;
  const frontmatter = readable(place);
  const value = fieldOf(note.frontmatter, EVALUATED)?.values[0];
  if (frontmatter === null) return null;
  const edit =
    value === undefined
      ? insertedLine(text, frontmatter, type, EVALUATED, `${EVALUATED}: ${today}`)
      : dateEdit(value, today);
  if (edit === null) return null;
  return { title: `Mark as evaluated today, \`${today}\``, safe: false, edits: [edit] };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
