/** `claimwright promote`: writes the claims that hints of a source or musing name, and has the source say so. */

import { plainTitle } from '../core/authoring/drafts/plainWords';
import type { VaultEdit } from '../core/authoring/edits/VaultEdit';
import { type HintReference, isOpen, type PlacedHint } from '../core/authoring/hints/Hint';
import { hintAt, placedHints } from '../core/authoring/hints/placedHints';
import { promote as promoteHint } from '../core/authoring/moves/promote';
import { unrecorded } from '../core/authoring/moves/unrecorded';
import { titleRemarks } from '../core/rules/claim/titleTest';
import { composeEdits } from '../core/text/composeEdits';
import { lineStarts, rangeOf } from '../core/text/lines';
import { applyEdits, type TextEdit } from '../core/text/span';
import type { Vault } from '../core/vault/Vault';
import { type Command, Failure, UsageError } from './command';
import { jsonLists } from './json';
import { loadVault, textOf } from './loadVault';
import { formatOf, formatOption } from './options';
import { prettyPromotion } from './prettyPromotion';
import { renameOnDisk } from './renameOnDisk';
import { knownPath, oldOf } from './renameOperands';

/** So many claims that may say the same are told of each title. */
const MOST_ALIKE = 3;

export const promote: Command = {
  summary: 'write the claim that a hint of a source names',
  operands: 'FILE',
  description: `Writes the claim that an extraction hint of a source, or a claim candidate of a musing,
names: front matter, the hint's reason, the evidence that the source offers, its
connections and its map. The source lists the claim, moves on in its life cycle, and is
processed with its last open hint. Prints the edits it made. No file is ever overwritten,
and where something cannot be written, all is taken back. Claims are written first and the
source last: whoever ends the process in between finds claims that their source does not
list. The same command then lists them, as it does a claim that was written by hand.

FILE is the note with the hint, a path from here or from the root of the vault.`,
  options: {
    hint: {
      type: 'string',
      value: 'N',
      help: 'its place among the hints of FILE, from 1; or its text; or "all" that are to be done',
    },
    title: { type: 'string', value: 'TITLE', help: 'of the claim (default: what the hint says)' },
    agent: {
      type: 'string',
      value: 'AGENT',
      help: 'who writes it (default: who writes most claims of that folder)',
    },
    'dry-run': { type: 'boolean', help: 'print the edits and write nothing' },
    format: formatOption,
  },
  json: [
    {
      with: '',
      members: {
        edits: '`[{"file","range","newText"}]`, ranges in the text as it was',
        creates: '`[{"file","text"}]`',
        renames: 'always empty',
      },
    },
  ],
  run({ values, operands, paint, today, tell }) {
    const format = formatOf(values);
    const [file, ...rest] = operands;
    if (file === undefined || rest.length > 0) throw new UsageError('promote takes one FILE.');
    const wanted = textIn(values['hint']);
    if (wanted === null) throw new UsageError('Which hint? --hint takes its number, or "all".');
    const title = textIn(values['title']);
    if (title !== null && wanted === 'all')
      throw new UsageError('--title and --hint all do not go together.');
    const old = oldOf(file);
    const { root } = old;
    const vault = loadVault(root, { values, tell });
    const path = knownPath(vault, old.path);
    const before = textOf(root, path);
    const work = new Work(vault, path, before, tell);
    for (const hint of chosenHints(vault, path, before, wanted)) {
      const { index, text } = hint;
      work.promote({ index, text }, title, textIn(values['agent']), today);
    }
    const edit = work.done();
    const dryRun = values['dry-run'] === true;
    const edits = edit.edits.get(path) ?? [];
    const notes =
      edits.length === 0 ? [] : [{ path, before, after: applyEdits(before, edits), edits }];
    if (!dryRun) renameOnDisk(root, notes, null, edit.creates);
    return {
      output:
        format === 'json'
          ? jsonOf(edit, path, before)
          : prettyPromotion({ notes, creates: edit.creates, listed: work.listed, dryRun }, paint),
      status: 0,
    };
  },
};

/** One promotion after the other, in a vault that knows what came of those before. */
class Work {
  private text: string;
  private edits: TextEdit[] = [];
  private readonly creates: { path: string; text: string }[] = [];
  /** Claims that were there, which the source now lists. */
  listed = 0;

  constructor(
    private readonly vault: Vault,
    private readonly path: string,
    private readonly before: string,
    private readonly tell: (sentence: string) => void,
  ) {
    this.text = before;
  }

  promote(hint: HintReference, title: string | null, agent: string | null, today: string): void {
    const { vault, path } = this;
    // A hint that says the same as one before it was answered with that.
    const now = hintAt(placedHints(vault, path, this.text), hint);
    const isLeft = now !== undefined && leftOf(vault, path, this.text).includes(now.index);
    if (now !== undefined && !isLeft && this.edits.length > 0) return;
    const read = (each: string) => (each === path ? this.text : null);
    const author = { vault, path, selection: null, today, agent, read };
    const made = promoteHint(author, { kind: 'promote', hint, title });
    if ('refused' in made) throw new Failure(made.refused);
    // Before the vault knows it: no claim is like itself.
    const isNew = made.edit.creates.length > 0;
    if (!isNew) this.listed++;
    else for (const sentence of doubts(vault, plainTitle(title ?? hint.text))) this.tell(sentence);
    const edits = made.edit.edits.get(path) ?? [];
    this.edits = composeEdits(this.before, this.edits, edits);
    this.text = applyEdits(this.text, edits);
    this.creates.push(...made.edit.creates);
    const changed = [...made.edit.creates, { path, text: this.text }];
    vault.apply(changed.map(each => ({ kind: 'set' as const, ...each })));
  }

  done(): VaultEdit {
    const edits = new Map(this.edits.length === 0 ? [] : [[this.path, this.edits]]);
    return { edits, creates: this.creates, renames: [] };
  }
}

/** What its author should look at again. */
function doubts(vault: Vault, title: string): string[] {
  const remarks = titleRemarks(title).map(({ message }) => `“${title}”: ${message}`);
  const alike = vault.likeClaims(title, MOST_ALIKE).map(({ id, score }) => {
    const percent = `${Math.round(score * 100)} %`;
    return `“${title}” may say what “${id}” says already (${percent} alike).`;
  });
  return [...remarks, ...alike];
}

/** Places of the hints of which something is still to be written: the claim, or that the source lists it. */
function leftOf(vault: Vault, path: string, text: string): number[] {
  const hints = placedHints(vault, path, text);
  const note = vault.note(path);
  const listless = note === undefined ? [] : unrecorded(vault, note, hints);
  return hints.filter(each => isOpen(each) || listless.includes(each)).map(({ index }) => index);
}

function chosenHints(vault: Vault, path: string, text: string, wanted: string): PlacedHint[] {
  const hints = placedHints(vault, path, text);
  if (wanted === 'all') {
    const left = leftOf(vault, path, text);
    if (left.length === 0) throw new Failure(`“${path}” has no open hint.`);
    return hints.filter(({ index }) => left.includes(index));
  }
  if (!/^\d+$/u.test(wanted)) {
    const said = hints.filter(({ text }) => text === wanted);
    if (said[0] !== undefined) return [said.find(isOpen) ?? said[0]];
    throw new UsageError(`--hint takes a number, the text of a hint, or "all", not "${wanted}".`);
  }
  const hint = hints[Number(wanted) - 1];
  if (hint !== undefined) return [hint];
  const are = hints.length === 0 ? 'none' : hints.length === 1 ? '1' : `1 to ${hints.length}`;
  throw new UsageError(
    `“${path}” has no hint ${wanted}: it has ${are}${hints.length > 1 ? ', counted from 1' : ''}.`,
  );
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function jsonOf({ edits, creates }: VaultEdit, path: string, before: string): string {
  const lines = lineStarts(before);
  const all = (edits.get(path) ?? []).map(({ span, newText }) => ({
    file: path,
    range: rangeOf(lines, span),
    newText,
  }));
  const made = creates.map(each => ({ file: each.path, text: each.text }));
  return jsonLists({ edits: all, creates: made, renames: [] });
}
