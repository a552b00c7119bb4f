/** Hints as a reader labelled them by hand in sources of a real vault: how many are found, and how many are none. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HintKind } from '../server/core/authoring/hints/Hint';
import { placedHints } from '../server/core/authoring/hints/placedHints';
import { Vault } from '../server/core/vault/Vault';
import { notesOf, realVault } from './support/realVault';
import { skipped } from './support/skipped';

interface Labelled {
  readonly file: string;
  readonly hints: readonly {
    readonly text: string;
    readonly kind: HintKind;
    /** Says again what an earlier hint says: neither required nor wrong. */
    readonly repeat?: true;
  }[];
}

interface Score {
  found: number;
  missed: number;
  invented: number;
}

const gold = join(import.meta.dirname, '../../shared/gold/hints-dev.json');

const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim();

function scoreOf(files: readonly Labelled[], kinds: readonly HintKind[], read: Reader): Score {
  const score = { found: 0, missed: 0, invented: 0 };
  for (const { file, hints } of files) {
    const labelled = hints.filter(({ kind }) => kinds.includes(kind));
    const texts = new Set(read(file, kinds));
    for (const { text, repeat } of labelled) {
      if (repeat) continue;
      if (texts.has(spaced(text))) score.found++;
      else score.missed++;
    }
    const known = new Set(labelled.map(({ text }) => spaced(text)));
    for (const text of texts) if (!known.has(text)) score.invented++;
  }
  return score;
}

type Reader = (file: string, kinds: readonly HintKind[]) => string[];

describe('hints of labelled sources', function () {
  this.timeout(120_000);
  let files: readonly Labelled[] = [];
  let read: Reader = () => [];

  before(function () {
    if (!existsSync(gold))
      skipped(this, 'there are no labels at ../shared/gold beside the checkout');
    files = JSON.parse(readFileSync(gold, 'utf8'));
    const all = realVault(this);
    const texts = new Map(notesOf(all));
    const vault = new Vault();
    vault.apply(all.values());
    read = (file, kinds) => {
      const text = texts.get(file);
      assert.ok(text !== undefined, `${file} is not in the vault`);
      const hints = placedHints(vault, file, text);
      return hints.filter(({ kind }) => kinds.includes(kind)).map(each => spaced(each.text));
    };
  });

  const bars: readonly [kinds: readonly HintKind[], bar: number][] = [
    [['proposition'], 0.9],
    [['topic'], 0.9],
    [['proposition', 'topic'], 0.95],
    [['enrichment'], 0.75],
  ];
  for (const [kinds, bar] of bars) {
    it(`finds ${kinds.join(' and ')} hints, and little else`, () => {
      const { found, missed, invented } = scoreOf(files, kinds, read);
      const [precision, recall] = [found / (found + invented), found / (found + missed)];
      console.log(
        `      ${found} found, ${missed} missed, ${invented} invented: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      );
      assert.ok(found > 0);
      assert.ok(precision >= bar && recall >= bar);
    });
  }
});
