/** Hints of a real vault: each can be dropped or answered where it stands, and none of the others moves. */
import assert from 'node:assert/strict';
import { answered, struck } from '../server/core/authoring/edits/besideHint';
import type { Hint } from '../server/core/authoring/hints/Hint';
import { hintsOf } from '../server/core/authoring/hints/hintsOf';
import { builtinSchema } from '../server/core/schema/builtin';
import { textOf } from '../server/core/text/frontmatter';
import { type Note, parseNote } from '../server/core/text/parseNote';
import { applyEdits } from '../server/core/text/span';
import { notesOf, realVault } from './support/realVault';

function hintsIn(path: string, text: string): { note: Note; hints: Hint[] } {
  const note = parseNote(path, text, builtinSchema.relationFields);
  const said = textOf(note.frontmatter, 'type');
  const type =
    (said === undefined ? undefined : builtinSchema.type(said)) ?? builtinSchema.typeOfPath(path);
  return { note, hints: hintsOf(note, text, type) };
}

const said = (hints: readonly Hint[]) => hints.map(({ text, kind }) => `${kind}: ${text}`);

describe('hints of the real vault', function () {
  this.timeout(120_000);

  it('stay what they are when one of them is dropped or answered', function () {
    let tried = 0;
    for (const [path, text] of notesOf(realVault(this))) {
      const { note, hints } = hintsIn(path, text);
      for (const [index, hint] of hints.entries()) {
        const strike = struck(note, text, hint);
        const answer = answered(note, text, hint, 'a claim of ours');
        assert.ok(strike !== null && answer !== null, `${path}: ${hint.text}`);
        const dropped = hintsIn(path, applyEdits(text, strike)).hints;
        assert.deepEqual(said(dropped), said(hints), path);
        assert.equal(dropped[index]?.dropped, true, path);
        const known = hintsIn(path, applyEdits(text, [answer])).hints;
        assert.deepEqual(said(known), said(hints), path);
        assert.equal(known[index]?.answer, 'a claim of ours', path);
        tried++;
      }
    }
    console.log(`      ${tried} hints`);
    assert.ok(tried > 300);
  });
});
