/** What can be done with each hint of a note, as an editor offers it above the hint's line. */
import { type HintReference, isOpen, type PlacedHint } from '../../authoring/hints/Hint';
import { type LineStarts, positionAt } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { titleAt } from '../navigation/noteFacts';
import { namedClaim } from './namedClaim';

/** `open` shows the claim that the hint became; the others are moves. */
export type HintAction = 'promote' | 'enrich' | 'exists' | 'drop' | 'open';

export interface HintLens {
  readonly action: HintAction;
  readonly title: string;
  /** Of the hint, in the text of its note. */
  readonly span: Span;
  readonly hint: HintReference;
  /** Path of the claim to open, or to enrich, or that exists; `null` where none is needed or the author has to choose it. */
  readonly claim: string | null;
}

/** What an action is called: `claim` is the title of the one that it is about, `null` where that has to be asked. */
export type HintTitles = Readonly<
  Record<Exclude<HintAction, 'open'>, (claim: string | null) => string>
>;

/** Characters of a claim's title. */
const SHOWN = 48;
const SHOWN_SHORT = 24;

const TITLES: HintTitles = {
  promote: () => 'Promote',
  enrich: claim =>
    claim === null ? 'Enriches an existing claim…' : `Enrich ${shortened(claim, SHOWN)}`,
  exists: claim =>
    claim === null ? 'Exists already…' : `Exists already as ${shortened(claim, SHOWN)}`,
  drop: () => 'Drop',
};

/** Where several hints share a line. */
const SHORT: HintTitles = {
  ...TITLES,
  enrich: claim => (claim === null ? 'Enriches…' : `Enrich ${shortened(claim, SHOWN_SHORT)}`),
  exists: claim => (claim === null ? 'Exists…' : `Exists as ${shortened(claim, SHOWN_SHORT)}`),
};

/** Of more hints on a line only the likeliest is offered for each: an editor has no room for more. */
const MOST_WHOLE = 2;

/** In the order of the text; `lines` are those of the note. Without `asks` only what needs no question to the author. */
export function hintLenses(
  vault: Vault,
  path: string,
  hints: readonly PlacedHint[],
  lines: LineStarts,
  asks: boolean,
): HintLens[] {
  const lineOf = ({ span }: PlacedHint) => positionAt(lines, span.start).line;
  const onLine = new Map<number, number>();
  for (const hint of hints) onLine.set(lineOf(hint), (onLine.get(lineOf(hint)) ?? 0) + 1);
  return hints.flatMap(hint => {
    const count = onLine.get(lineOf(hint)) ?? 0;
    const claim = namedClaim(vault, path, hint);
    const claims = claim === null ? [] : [claim];
    const all = hintActions(vault, hint, { claims, asks, titles: count > 1 ? SHORT : TITLES });
    const [first, ...others] = all;
    if (first === undefined || count <= 1) return all;
    const title = `Hint ${hint.index + 1}: ${first.title}`;
    return [{ ...first, title }, ...(count > MOST_WHOLE ? [] : others)];
  });
}

export interface HintOffer {
  /** Paths of claims that the hint may be about, the likeliest first. */
  readonly claims: readonly string[];
  /** Whether the author can be asked for what is not known. */
  readonly asks: boolean;
  readonly titles: HintTitles;
}

/** The likeliest first; none where it was dropped. */
export function hintActions(
  vault: Vault,
  hint: PlacedHint,
  { claims, asks, titles }: HintOffer,
): HintLens[] {
  const { span, index, text, kind, promoted } = hint;
  const lens = (action: HintAction, title: string, claim: string | null): HintLens => ({
    action,
    title,
    span,
    hint: { index, text },
    claim,
  });
  if (promoted !== null) return [lens('open', `→ ${titleAt(vault, promoted)}`, promoted)];
  if (!isOpen(hint)) return [];
  const simple = (action: 'promote' | 'drop') => lens(action, titles[action](null), null);
  const about = (action: 'enrich' | 'exists', claim: string | null) =>
    lens(action, titles[action](claim && titleAt(vault, claim)), claim);
  if (asks) {
    const both = [simple('promote'), about('enrich', claims[0] ?? null)];
    const likeliest = kind === 'enrichment' ? both.reverse() : both;
    return [...likeliest, about('exists', null), simple('drop')];
  }
  // What says how to mend a claim is no title of one, and nobody is asked for a better.
  return [
    ...(kind === 'enrichment' ? [] : [simple('promote')]),
    ...claims.flatMap(claim => [about('enrich', claim), about('exists', claim)]),
    simple('drop'),
  ];
}

export function shortened(title: string, most: number): string {
  return `“${title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title}”`;
}
