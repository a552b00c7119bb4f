/** A vault whose notes are renamed and moved: whatever is done, links lead where they led, and nothing else changes. */
import assert from 'node:assert/strict';
import { type Arranged, isRefused } from '../../server/core/authoring/edits/rearrange';
import type { ReadText } from '../../server/core/authoring/edits/VaultEdit';
import type { Note } from '../../server/core/text/parseNote';
import { applyEdits, type TextEdit } from '../../server/core/text/span';
import { blockAt, headingsAt } from '../../server/core/vault/fragment';
import { type Change, Vault } from '../../server/core/vault/Vault';

type Texts = ReadonlyMap<string, string | null>;

interface Lead {
  readonly from: string;
  /** Among the links of that note. */
  readonly index: number;
  readonly kind: 'found' | 'near';
  readonly to: string;
  readonly part: string | null;
}

export class RenameTrial {
  readonly vault = new Vault();
  private texts: Texts;
  private leads: readonly Lead[];
  /** Links that the last step could not keep. */
  lost: readonly string[] = [];

  /** `null` is the text of a file that is no note. */
  constructor(texts: Texts) {
    this.texts = texts;
    this.vault.apply([...texts].map(([path, text]) => ({ kind: 'set', path, text })));
    this.leads = this.leadsNow();
  }

  readonly read: ReadText = path => this.texts.get(path) ?? null;

  get paths(): string[] {
    return [...this.texts.keys()];
  }

  get folders(): string[] {
    const folders = this.paths.flatMap(path => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    });
    return [...new Set(folders)];
  }

  /** Does it, and asserts what must hold. Returns the number of edits, or `null` where it was refused. */
  take(what: string, arranged: Arranged): number | null {
    if (isRefused(arranged)) return null;
    const { edit, lost } = arranged;
    const moves = new Map(edit.renames.map(({ from, to }) => [from, to]));
    const goals = this.leads.map(lead => ({
      ...lead,
      from: moves.get(lead.from) ?? lead.from,
      to: moves.get(lead.to) ?? lead.to,
    }));
    const lostLeads = new Set(
      lost.map(
        ({ path, link }) =>
          `${moves.get(path) ?? path} ${this.vault.note(path)?.links.indexOf(link)}`,
      ),
    );
    this.lost = lost.map(
      ({ path, link }) => `${path}: ${link.target.written}#${link.target.fragment}`,
    );
    const before = this.texts;
    this.assertInLinks(what, edit.edits);
    const after = new Map<string, string | null>();
    for (const [path, text] of before) {
      const to = moves.get(path) ?? path;
      assert.ok(!after.has(to), `${what}: two files at ${to}`);
      after.set(to, text === null ? null : applyEdits(text, edit.edits.get(path) ?? []));
    }
    for (const [path, edits] of edit.edits) {
      const text = after.get(moves.get(path) ?? path) ?? '';
      assert.equal(
        applyEdits(text, inverse(before.get(path) ?? '', edits)),
        before.get(path),
        what,
      );
    }
    const sound = [...edit.edits.keys()].filter(path => this.vault.note(path)?.fault === null);
    this.become(after);
    for (const path of sound)
      assert.equal(
        this.vault.note(moves.get(path) ?? path)?.fault,
        null,
        `${what}: ${path} cannot be read`,
      );
    this.leads = this.leadsNow();
    const now = new Map(this.leads.map(lead => [`${lead.from} ${lead.index}`, lead]));
    const broken = goals.flatMap(goal => {
      const at = `${goal.from} ${goal.index}`;
      const is = now.get(at);
      return lostLeads.has(at) || keeps(goal, is) ? [] : [{ goal, is }];
    });
    assert.deepEqual(broken, [], what);
    return [...edit.edits.values()].flat().length;
  }

  /** The file system as it must be now. */
  private become(after: Texts): void {
    const changes: Change[] = [];
    for (const path of this.texts.keys())
      if (!after.has(path)) changes.push({ kind: 'remove', path });
    for (const [path, text] of after)
      if (!this.texts.has(path) || this.texts.get(path) !== text)
        changes.push({ kind: 'set', path, text });
    this.vault.apply(changes);
    this.texts = after;
  }

  /** Where each link leads that leads somewhere. */
  private leadsNow(): Lead[] {
    const found: Lead[] = [];
    for (const from of this.vault.notes()) {
      this.vault.note(from)?.links.forEach((link, index) => {
        const resolution = this.vault.resolve(link, from);
        if (resolution.kind !== 'found' && resolution.kind !== 'near') return;
        const { path: to, kind } = resolution;
        const note = this.vault.note(to);
        found.push({ from, index, kind, to, part: note === undefined ? null : partOf(note, link) });
      });
    }
    return found;
  }

  /** Only targets and fragments of links are edited, and titles, headings and block ids. */
  private assertInLinks(what: string, all: ReadonlyMap<string, readonly TextEdit[]>): void {
    for (const [path, edits] of all) {
      const note = this.vault.note(path);
      const places = [
        ...(note?.links ?? []).flatMap(({ target }) => [target.span, target.fragmentSpan]),
        ...(note?.headings.map(({ content }) => content) ?? []),
        ...(note?.frontmatter?.fields ?? [])
          .filter(({ name }) => name === 'title' || name === 'name')
          .flatMap(({ values }) => values.map(({ inner }) => inner)),
        ...(note?.blocks.map(({ span }) => span) ?? []),
      ];
      for (const { span, newText } of edits) {
        const known = places.some(each => each && each.start <= span.start && span.end <= each.end);
        // A title that the file name no longer holds is put in.
        if (/(?:^|\n)title: .*\n/u.test(newText)) continue;
        assert.ok(known, `${what}: ${path} at ${span.start}: ${newText}`);
      }
    }
  }
}

/** `null` where the link names no part that the note has. */
function partOf(note: Note, { target, form }: Note['links'][number]): string | null {
  if (!target.fragment) return null;
  const block = blockAt(note, target.fragment);
  if (block !== null) return `block ${block}`;
  const heading = headingsAt(note, target.fragment, form)?.at(-1);
  return heading === undefined ? null : `heading ${heading}`;
}

/** A near link may become a found one, and a part that was missing may be there now. */
function keeps(goal: Lead, is: Lead | undefined): boolean {
  if (is === undefined || is.to !== goal.to) return false;
  if (is.kind !== goal.kind && is.kind !== 'found') return false;
  return goal.part === null || is.part === goal.part;
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
