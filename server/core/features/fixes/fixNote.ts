/** Fixes of one note, applied in passes until nothing changes, as edits of the text as it was. */
import { checkNote, fixesOf, safeFixesOf } from '../../rules/check';
import { type Finding, type Fix, type FixPlace, placeOf } from '../../rules/rule';
import { composeEdits, originalSpan } from '../../text/composeEdits';
import { applyEdits, overlaps, type Span, type TextEdit } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { ChosenEdits } from './ChosenEdits';

/** One pass may uncover what the next can mend; fixes that undo each other must come to an end all the same. */
const PASSES = 10;

/** Which fixes are wanted. */
export interface FixChoice {
  wants(finding: Finding): boolean;
  /** Also the fix of a finding that has no safe one, where it is the only one that edits the note. */
  readonly unsafe: boolean;
}

const everySafeFix: FixChoice = { wants: () => true, unsafe: false };

export interface AppliedFix {
  readonly code: string;
  readonly title: string;
  /** What was found, in the text as it was. */
  readonly span: Span;
  /** What was edited, in the text as it was. */
  readonly edited: readonly Span[];
}

export interface FixedNote {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Edits of `before`, in order, that do not touch each other. */
  readonly edits: readonly TextEdit[];
  /** In the order in which they were applied. */
  readonly fixes: readonly AppliedFix[];
}

export interface NotePasses {
  readonly note: FixedNote;
  /** The findings asked for that are left. */
  readonly left: readonly Finding[];
  /** Notes whose findings can differ now. */
  readonly affected: ReadonlySet<string>;
}

/** Goes on from what was fixed before; the vault holds `note.after`, and afterwards the text that comes of it. */
export function fixNote(
  vault: Vault,
  note: FixedNote,
  today: string,
  choice: FixChoice,
): NotePasses {
  const affected = new Set<string>();
  let current = note;
  for (let pass = 0; ; pass++) {
    const left = checkNote(vault, note.path, today).filter(choice.wants);
    const place = left.length === 0 ? undefined : placeOf(vault, note.path, today);
    if (place === undefined || pass === PASSES) return { note: current, left, affected };
    const chosen = choose({ ...place, text: current.after }, left, choice.unsafe, current.fixes);
    if (chosen.length === 0) return { note: current, left, affected };
    current = applied(current, chosen);
    const change = { kind: 'set', path: note.path, text: current.after } as const;
    for (const path of vault.apply([change]).affected) affected.add(path);
  }
}

/** All safe fixes of a note of which the vault holds `text`; the vault is as before afterwards. */
export function safeFixes(vault: Vault, path: string, text: string, today: string): FixedNote {
  const before = vault.note(path);
  try {
    return fixNote(vault, untouched(path, text), today, everySafeFix).note;
  } finally {
    if (vault.note(path) !== before) vault.apply([{ kind: 'set', path, text }]);
  }
}

export function untouched(path: string, text: string): FixedNote {
  return { path, before: text, after: text, edits: [], fixes: [] };
}

/** The fixes that led to each edit of the note. Nearly always one, but a hostile note may have very many of both. */
export function fixesByEdit({ edits, fixes }: FixedNote): ReadonlyMap<TextEdit, AppliedFix[]> {
  const behind = new Map<TextEdit, AppliedFix[]>(edits.map(edit => [edit, []]));
  for (const fix of fixes)
    for (const place of fix.edited)
      for (let at = firstEndingFrom(edits, place.start); at < edits.length; at++) {
        const edit = edits[at];
        if (edit === undefined || !overlaps(place, edit.span)) break;
        const known = behind.get(edit);
        if (known?.at(-1) !== fix) known?.push(fix);
      }
  return behind;
}

/** Edits are in order and do not touch, so their ends are in order, too. */
function firstEndingFrom(edits: readonly TextEdit[], offset: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Fixes that do not touch each other, in the order of the findings. */
function choose(
  place: FixPlace,
  findings: readonly Finding[],
  unsafe: boolean,
  before: readonly AppliedFix[],
): Chosen[] {
  const chosen: Chosen[] = [];
  const edits = new ChosenEdits();
  for (const finding of findings) {
    const looked = unsafe ? fixesOf(place, finding) : safeFixesOf(place, finding);
    const offered = looked.filter(each => each.edits.length > 0);
    const [only, ...others] = offered;
    // What did not mend it once would not end.
    const tried = () =>
      before.some(each => each.code === finding.code && each.title === only?.title);
    const fix =
      offered.find(each => each.safe) ?? (unsafe && others.length === 0 && !tried() && only);
    if (!fix || fix.edits.some(edit => edits.clashes(edit))) continue;
    for (const edit of fix.edits) edits.add(edit);
    chosen.push({ finding, fix });
  }
  return chosen;
}

function applied(note: FixedNote, chosen: readonly Chosen[]): FixedNote {
  const edits = chosen.flatMap(({ fix }) => fix.edits);
  const fixes = chosen.map(({ finding, fix }) => ({
    code: finding.code,
    title: fix.title,
    span: originalSpan(note.edits, finding.span),
    edited: fix.edits.map(edit => originalSpan(note.edits, edit.span)),
  }));
  return {
    ...note,
    after: applyEdits(note.after, edits),
    edits: composeEdits(note.before, note.edits, edits),
    fixes: [...note.fixes, ...fixes],
  };
}
