/** `claimwright hints`: the claims that sources and musings name, and what became of each. */
import { isOpen, type PlacedHint } from '../core/authoring/hints/Hint';
import { placedHints } from '../core/authoring/hints/placedHints';
import { rangeOf } from '../core/text/lines';
import type { Note } from '../core/text/parseNote';
import type { Command } from './command';
import { jsonDocument } from './json';
import { loadVault, textOf } from './loadVault';
import { formatOf, formatOption } from './options';
import { prettyHints } from './prettyHints';
import type { Range } from './range';
import { scopeHelp, scopeOf, select } from './scope';

export interface HintRecord {
  /** As `promote --hint` takes it: from one, in the order of the text. */
  readonly number: number;
  readonly text: string;
  readonly kind: PlacedHint['kind'];
  readonly confidence: string | null;
  readonly reason: string | null;
  readonly range: Range;
  /** Path of the claim that it became, or that says it already. */
  readonly promoted: string | null;
  readonly dropped?: true;
}

export interface HintedFile {
  readonly file: string;
  readonly hints: readonly HintRecord[];
}

export const hints: Command = {
  summary: 'list the claims that sources and musings name, and what became of them',
  operands: '[VAULT] [GLOB…]',
  description: `Lists the extraction hints of sources and the claim candidates of musings: what each says,\nwhat kind of hint it is, and the claim that it became. Its number is what\n"promote --hint" takes. Its exit status is 0.\n\n${scopeHelp}`,
  options: {
    format: formatOption,
    open: { type: 'boolean', help: 'only those that nobody has promoted or dropped yet' },
  },
  json: [
    {
      with: '',
      members: {
        files:
          '`[{"file","hints":[{"number","text","kind","confidence","reason","range","promoted"}]}]`, `promoted` being the path of the claim or null',
      },
    },
  ],
  run({ values, operands, paint, tell }) {
    const format = formatOf(values);
    const scope = scopeOf(operands);
    const vault = loadVault(scope.root, { values, tell });
    const paths = select(scope, vault.notes(), tell);
    // Of a whole vault nobody wants to hear which notes have none.
    const named = scope.patterns.length > 0;
    const files = paths.flatMap(path => {
      const note = vault.note(path);
      if (note === undefined) return [];
      const found = placedHints(vault, path, textOf(scope.root, path))
        .filter(each => values['open'] !== true || isOpen(each))
        .map(each => recordOf(note, each));
      return found.length === 0 && !named ? [] : [{ file: path, hints: found }];
    });
    const output = format === 'json' ? jsonDocument({}, 'files', files) : prettyHints(files, paint);
    return { output, status: 0 };
  },
};

function recordOf(note: Note, hint: PlacedHint): HintRecord {
  const { index, text, kind, confidence, reason, span, promoted, dropped } = hint;
  return {
    number: index + 1,
    text,
    kind,
    confidence,
    reason,
    range: rangeOf(note.lines, span),
    promoted,
    ...(dropped ? { dropped } : {}),
  };
}
