/** Moves of an author, with anything for a title, a name or a reason: nothing leaves the vault, and nothing is lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { VaultEdit } from '../../../server/core/authoring/edits/VaultEdit';
import { placedHints } from '../../../server/core/authoring/hints/placedHints';
import type { Move } from '../../../server/core/authoring/moves/Move';
import { make } from '../../../server/core/authoring/moves/moves';
import { applyEdits, type TextEdit } from '../../../server/core/text/span';
import { nameFault } from '../../../server/core/vault/fileName';
import { baseOf, byteLength, withoutExtension } from '../../../server/core/vault/names';
import { Vault } from '../../../server/core/vault/Vault';
import { TODAY } from '../../support/day';
import { strangeName } from '../../support/strangeTexts';
import { target } from '../Target';
import { shortText } from './anyText';
import { hintedText } from './hints';
import { assertSettings, settingsText } from './settings';

const KINDS = [
  ...(['promote', 'drop', 'exists', 'enrich', 'claim', 'note', 'source', 'counter'] as const),
  ...(['objection', 'retire', 'done', 'null-result', 'evaluated'] as const),
];

const PATHS = ['inbox/queue/rain.md', 'domains/weather/rain falls.md', 'agents/ann/musings/a.md'];
const OTHER = 'domains/weather/snow stays.md';

const name = fc.oneof(
  strangeName,
  fc.constantFrom(
    ...['../../etc/passwd', '..\\..\\x', '/root', '%2e%2e%2fx', '..', 'con', 'a\0b', 'C:x', '. .'],
    ...['a/../../../b', 'x'.repeat(400), 'rain falls', 'snow stays', '__proto__', 'weather', '-'],
  ),
);

const input = fc.record({
  settings: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, settingsText),
  text: fc.oneof(hintedText, shortText),
  path: fc.constantFrom(...PATHS),
  claim: fc.oneof({ weight: 3, arbitrary: fc.constant(OTHER) }, name),
  kind: fc.constantFrom(...KINDS),
  words: fc.tuple(name, name, name, name),
  hint: fc.nat(20),
  selection: fc.option(fc.tuple(fc.nat(), fc.nat())),
  agent: fc.option(name),
});

type Input = typeof input extends fc.Arbitrary<infer Each> ? Each : never;

export function assertMoved({ settings, text, path, kind, words, ...more }: Input): void {
  const texts = new Map([
    [path, text],
    [OTHER, '---\ntype: claim\ndomain: weather\n---\n# Snow stays\n\nBecause it is cold.\n'],
  ]);
  const vault = new Vault(assertSettings(settings));
  vault.apply([...texts].map(([each, text]) => ({ kind: 'set', path: each, text })));
  const hints = placedHints(vault, path, text);
  const at = more.hint % Math.max(1, hints.length);
  const hint = { index: at, text: hints[at]?.text ?? words[3] };
  const [from, to] = (more.selection ?? [0, 0])
    .map(each => each % (text.length + 1))
    .sort((a, b) => a - b);
  const selection = more.selection === null ? null : { start: from ?? 0, end: to ?? 0 };
  const read = (each: string) => texts.get(each) ?? null;
  const author = { vault, path, selection, today: TODAY, agent: more.agent, read };
  const made = make(author, moveOf(kind, words, hint, more.claim));
  if ('refused' in made) {
    assert.notEqual(made.refused.trim(), '');
    return;
  }
  assertInVault(vault, made.edit, read);
  const open = made.open;
  if (open === null) return;
  const { renames, creates, edits } = made.edit;
  const before = renames.find(each => each.to === open.path)?.from ?? open.path;
  const created = creates.find(each => each.path === open.path)?.text;
  const after = created ?? applyEdits(read(before) ?? '', edits.get(before) ?? []);
  assert.ok(open.selection.start <= open.selection.end && open.selection.end <= after.length);
}

function moveOf(
  kind: Move['kind'],
  [one, two, three, four]: Input['words'],
  hint: { index: number; text: string },
  claim: string,
): Move {
  switch (kind) {
    case 'promote':
      return { kind, hint, title: one.length % 2 === 0 ? one : null };
    case 'drop':
      return { kind, hint };
    case 'exists':
      return { kind, hint, claim };
    case 'enrich':
      return { kind, hint: one.length % 2 === 0 ? hint : null, claim };
    case 'claim':
      return { kind, title: one, domain: two.length % 2 === 0 ? two : null };
    case 'note':
      return {
        kind,
        type: ['claim', 'entity', 'map', 'game', two][two.length % 5] ?? two,
        title: one,
        folder: three.length % 2 === 0 ? three : null,
      };
    case 'source':
      return { kind, title: one, url: two, author: three, domain: null, text: four };
    case 'counter':
      return { kind, title: one };
    case 'objection':
      return { kind, text: one };
    case 'retire':
      return { kind, by: two.length % 2 === 0 ? claim : null, reason: one };
    case 'null-result':
      return { kind, notes: one };
    default:
      return { kind };
  }
}

/** Notes are made at names that every disk can hold, inside the vault, where nothing is; what is edited can be undone. */
export function assertInVault(
  vault: Vault,
  { edits, creates, renames }: VaultEdit,
  read: (path: string) => string | null,
): void {
  for (const path of [...creates.map(each => each.path), ...renames.map(each => each.to)]) {
    assert.ok(!vault.has(path), `${path} is there already`);
    for (const folder of path.split('/').slice(0, -1))
      assert.ok(!/[\\\0]/u.test(folder) && !['', '.', '..'].includes(folder), JSON.stringify(path));
    const base = baseOf(path);
    assert.equal(nameFault(withoutExtension(base)), null, JSON.stringify(path));
    assert.ok(byteLength(base) <= 255, path);
  }
  for (const [path, all] of edits) {
    const text = read(path);
    assert.ok(text !== null, `${path} is no note`);
    const after = applyEdits(text, all);
    assert.equal(applyEdits(after, inverse(text, all)), text, 'undo');
    assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'), 'byte-order mark');
    const windows = /\r\n/u.test(text) && !/(?<!\r)\n/u.test(text);
    if (windows) assert.ok(!/(?<!\r)\n/u.test(after), 'line ends');
  }
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

export const moves = target({
  name: 'moves',
  feeds:
    'promote, enrich, retire and every other move of an author, with paths and control characters for titles, agents and domains, in vaults with hostile settings',
  holds:
    'refused in words, or new files only inside the vault at free names that every disk can hold; edits keep line ends and byte-order mark, and can be undone',
  weight: 3,
  input,
  check: assertMoved,
});
