/** A vault in which hints are promoted: whatever is done, the claim is sound, and of the source only its record changes. */
import assert from 'node:assert/strict';
import { frontmatterFault } from '../../server/core/authoring/edits/fieldEdit';
import type { ReadText } from '../../server/core/authoring/edits/VaultEdit';
import type { PlacedHint } from '../../server/core/authoring/hints/Hint';
import { placedHints } from '../../server/core/authoring/hints/placedHints';
import type { Authored, RefusedMove } from '../../server/core/authoring/moves/Author';
import { make } from '../../server/core/authoring/moves/moves';
import { checkNote } from '../../server/core/rules/check';
import { parseFrontmatter } from '../../server/core/text/frontmatter';
import { applyEdits, type TextEdit } from '../../server/core/text/span';
import { PORTABLE_BYTES } from '../../server/core/vault/fileName';
import { baseOf, byteLength, foldName } from '../../server/core/vault/names';
import { type Change, Vault } from '../../server/core/vault/Vault';

const TODAY = '2026-11-22';
/** What a promotion may change in the front matter of a source. */
const RECORD = new Set(['status', 'processed_by', 'processed_date', 'claims_extracted']);

export interface Promotion {
  readonly made: Authored | RefusedMove;
  /** Whether the hint got a link behind it. */
  readonly marked: boolean;
  /** Fields of the source that changed. */
  readonly fields: readonly string[];
}

export class PromotionTrial {
  readonly vault = new Vault();

  constructor(
    readonly texts: Map<string, string>,
    others: readonly Change[] = [],
  ) {
    this.vault.apply(others);
    this.vault.apply([...texts].map(([path, text]) => ({ kind: 'set', path, text })));
  }

  readonly read: ReadText = path => this.texts.get(path) ?? null;

  hints(path: string): PlacedHint[] {
    return placedHints(this.vault, path, this.texts.get(path) ?? '');
  }

  /** What is reported of the claims' titles and arguments, which are their authors', by rule. */
  readonly remarks = new Map<string, number>();

  /** Promotes it, asserts what must hold, and takes it back unless `keep`. */
  promote(path: string, hint: PlacedHint, title: string | null, keep: boolean): Promotion {
    const { vault, read } = this;
    const { index, text } = hint;
    const what = `${path}: ${text.slice(0, 80)}`;
    const author = { vault, path, selection: null, today: TODAY, agent: 'ada', read };
    const made = make(author, { kind: 'promote', hint: { index, text }, title });
    const before = this.texts.get(path) ?? '';
    if ('refused' in made) return { made, marked: false, fields: [] };
    const { edit, open } = made;
    assert.equal(edit.creates.length, 1, what);
    assert.deepEqual(edit.renames, [], what);
    const [claim] = edit.creates;
    assert.ok(claim, what);
    assert.ok(!foldedPaths(vault).has(foldName(claim.path)), `${what}: ${claim.path} is taken`);
    assert.ok(byteLength(baseOf(claim.path)) <= PORTABLE_BYTES, `${what}: ${claim.path}`);
    assert.deepEqual(
      [...edit.edits.keys()].filter(each => each !== path),
      [],
      what,
    );
    const edits = edit.edits.get(path) ?? [];
    const after = applyEdits(before, edits);
    assert.equal(applyEdits(after, inverse(before, edits)), before, `${what}: undo`);
    const brokenBefore = this.brokenLinks(path);
    this.become([claim, { path, text: after }]);
    this.assertSound(what, claim, open?.selection ?? { start: 0, end: 0 });
    assert.equal(this.hints(path)[index]?.promoted, claim.path, `${what}: not found again`);
    assert.deepEqual(this.brokenLinks(path), brokenBefore, what);
    const marked = assertRecord(what, before, after, edits);
    const fields = changedFields(before, after);
    const own = (name: string) => RECORD.has(name) || (marked && name === 'extraction_hints');
    assert.deepEqual(
      fields.filter(each => !own(each)),
      [],
      what,
    );
    if (!keep) {
      vault.apply([{ kind: 'remove', path: claim.path }]);
      this.texts.delete(claim.path);
      this.become([{ path, text: before }]);
    }
    return { made, marked, fields };
  }

  /** Has the author decide about it in another way, asserts what must hold, and takes it back. */
  decide(
    path: string,
    hint: PlacedHint,
    kind: 'drop' | 'exists' | 'enrich',
    claim: string,
  ): boolean {
    const { vault, read } = this;
    const { index, text } = hint;
    const what = `${kind} ${path}: ${text.slice(0, 80)}`;
    const author = { vault, path, selection: null, today: TODAY, agent: 'ada', read };
    const made = make(author, { kind, hint: { index, text }, claim });
    if ('refused' in made) return false;
    const { edits, creates, renames } = made.edit;
    assert.deepEqual([creates, renames], [[], []], what);
    assert.deepEqual(
      [...edits.keys()].filter(each => each !== path && each !== claim),
      [],
      what,
    );
    assert.equal(edits.has(claim), kind === 'enrich', what);
    const before = new Map([...edits.keys()].map(each => [each, read(each) ?? '']));
    const errors = this.errorsIn(before.keys());
    const after = [...edits].map(([each, all]) => {
      const old = before.get(each) ?? '';
      const now = applyEdits(old, all);
      assert.equal(applyEdits(now, inverse(old, all)), old, `${what}: undo`);
      return { path: each, text: now };
    });
    this.become(after);
    const then = this.hints(path)[index];
    assert.equal(then?.text, text, what);
    if (kind === 'drop') assert.ok(then?.dropped, what);
    else assert.equal(then?.promoted, claim, what);
    assert.deepEqual(this.errorsIn(before.keys()), errors, what);
    if (kind === 'enrich') {
      const open = made.open ?? assert.fail(what);
      const linked = vault
        .note(claim)
        ?.links.find(({ span }) => span.start === open.selection.start);
      const to = linked === undefined ? null : vault.resolve(linked, claim);
      assert.ok(to !== null && 'path' in to && to.path === path, `${what}: no link to the source`);
    }
    this.become([...before].map(([each, old]) => ({ path: each, text: old })));
    return true;
  }

  private errorsIn(paths: Iterable<string>): string[] {
    return [...paths].flatMap(path =>
      checkNote(this.vault, path, TODAY)
        .filter(({ severity }) => severity === 'error')
        .map(({ code, message }) => `${path} ${code} ${message}`),
    );
  }

  private assertSound(
    what: string,
    { path, text }: { path: string; text: string },
    selection: { start: number; end: number },
  ): void {
    const { vault } = this;
    const note = vault.note(path);
    assert.equal(frontmatterFault(note?.frontmatter ?? null), null, `${what}\n${text}`);
    const findings = checkNote(vault, path, TODAY).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    const own = findings.filter(({ code }) => !code.startsWith('claim/'));
    for (const { code } of findings)
      if (code.startsWith('claim/')) this.remarks.set(code, (this.remarks.get(code) ?? 0) + 1);
    assert.deepEqual(
      own.map(({ code, message }) => `${code}: ${message}`),
      [],
      `${what}\n${text}`,
    );
    for (const link of note?.links ?? []) {
      const resolution = vault.resolve(link, path);
      assert.equal(resolution.kind, 'found', `${what}: ${link.target.written}`);
      if ('path' in resolution) assert.notEqual(resolution.path, path, what);
    }
    const description = text.slice(selection.start, selection.end);
    assert.ok(description.length > 0, `${what}: nothing is selected`);
    assert.ok(!/\[\[|\]\]/u.test(description), description);
  }

  private brokenLinks(path: string): string[] {
    const links = this.vault.note(path)?.links ?? [];
    return links
      .filter(link => !('path' in this.vault.resolve(link, path)))
      .map(({ target }) => target.written);
  }

  private become(notes: readonly { path: string; text: string }[]): void {
    for (const { path, text } of notes) this.texts.set(path, text);
    this.vault.apply(notes.map(each => ({ kind: 'set', ...each })));
  }
}

function foldedPaths(vault: Vault): Set<string> {
  return new Set([...vault.files()].map(foldName));
}

/** Returns whether a link was put behind the hint; nothing else of the body may differ. */
function assertRecord(
  what: string,
  before: string,
  after: string,
  edits: readonly TextEdit[],
): boolean {
  const body = parseFrontmatter(before)?.block.end ?? 0;
  const links = edits.filter(({ newText }) => /^ → \[\[[^[\]]+\]\]$/u.test(newText));
  const inBody = edits.filter(({ span }) => span.start >= body);
  for (const each of inBody) assert.ok(links.includes(each), `${what}: ${each.newText}`);
  for (const { span } of links) assert.equal(span.start, span.end, `${what}: something goes`);
  assert.ok(links.length <= 1, what);
  const lineEnds = (text: string) => (/(?<!\r)\n/u.test(text) ? /\r\n/u.test(text) : 'crlf');
  assert.equal(lineEnds(after), lineEnds(before), `${what}: line ends`);
  return links.length === 1;
}

function changedFields(before: string, after: string): string[] {
  const fields = (text: string) =>
    new Map(
      parseFrontmatter(text)?.fields.map(({ name, span }) => [
        name,
        text.slice(span.start, span.end),
      ]),
    );
  const [old, now] = [fields(before), fields(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    name => old.get(name) !== now.get(name),
  );
}

/** The edits that take others back. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span: { start, end }, newText }) => {
      const span = { start: start + shift, end: start + shift + newText.length };
      shift += newText.length - (end - start);
      return { span, newText: text.slice(start, end) };
    });
}
