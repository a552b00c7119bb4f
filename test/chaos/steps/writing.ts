/** What an author does with open notes. */
import { join } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import { uriOf } from '../../support/lspClient';
import type { OpenDocument } from '../Editor';
import type { Chaos, Step } from '../Step';
import { tell } from './disk';

/** More open notes than anybody has. */
const MOST_OPEN = 25;

export function anOpen({ editor, dice }: Chaos): OpenDocument | null {
  const all = [...editor.documents.values()];
  return all.length === 0 ? null : dice.one(all);
}

async function openOne(chaos: Chaos): Promise<string> {
  const { editor, disk, dice, texts, vaults } = chaos;
  if (editor.documents.size >= MOST_OPEN) return 'none: many are open';
  const kind = dice.next();
  const there = dice.one(disk.files());
  const path =
    kind < 0.75
      ? there
      : kind < 0.9
        ? join(
            dice.one(vaults),
            dice.one(['', 'domains/food', 'new', '.hidden']),
            `opened ${dice.below(20)}.md`,
          )
        : join(dice.one(vaults), '.claimwright.yaml');
  const text = dice.chance(0.8) ? (disk.read(path) ?? texts.note(dice)) : texts.note(dice);
  const uri = uriOf(path);
  // Not every editor escapes as much.
  await editor.open(path, text, dice.chance(0.1) ? uri.replaceAll('%20', ' ') : uri);
  return path;
}

/** Several places at once, the last first, as an editor tells of several carets. */
function carets(
  { dice, texts }: Chaos,
  { document }: OpenDocument,
): lsp.TextDocumentContentChangeEvent[] {
  const length = document.getText().length;
  const places = Array.from({ length: dice.chance(0.2) ? dice.between(2, 8) : 1 }, () =>
    dice.below(length + 1),
  );
  const text = texts.part(dice);
  let above = Number.POSITIVE_INFINITY;
  return [...new Set(places)]
    .sort((a, b) => b - a)
    .map(at => {
      const end = Math.min(length, above, at + (dice.chance(0.3) ? dice.below(60) : 0));
      above = at;
      const range = { start: document.positionAt(at), end: document.positionAt(end) };
      // Behind the end of a line, it counts as its end.
      if (dice.chance(0.03)) range.end = { line: range.end.line, character: 100_000 };
      return { range, text };
    });
}

async function type(chaos: Chaos, open: OpenDocument): Promise<void> {
  const { editor, dice, texts } = chaos;
  const kind = dice.next();
  const text = open.document.getText();
  if (text.length > 60_000 || kind < 0.05) await editor.change(open, [{ text: texts.note(dice) }]);
  else if (kind < 0.1) await editor.change(open, [{ text: dice.one([...open.past, text]) }]);
  else if (kind < 0.13) await editor.change(open, []);
  else await editor.change(open, carets(chaos, open));
}

export const writing: readonly Step[] = [
  { name: 'open', weight: 8, run: openOne },
  {
    name: 'type',
    weight: 20,
    async run(chaos) {
      const open = anOpen(chaos);
      if (open === null) return openOne(chaos);
      for (let more = chaos.dice.between(1, 12); more > 0; more--) await type(chaos, open);
      return open.path;
    },
  },
  {
    name: 'save',
    weight: 6,
    async run(chaos) {
      const open = anOpen(chaos);
      if (open === null) return 'nothing';
      await chaos.editor.save(open);
      await tell(chaos, [[open.path, 2]]);
      return open.path;
    },
  },
  {
    name: 'close',
    weight: 5,
    async run(chaos) {
      const open = anOpen(chaos);
      if (open === null) return 'nothing';
      if (chaos.dice.chance(0.5)) await chaos.editor.save(open);
      await chaos.editor.close(open);
      return open.path;
    },
  },
];
