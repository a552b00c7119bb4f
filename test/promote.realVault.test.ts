/** Random hints of a real vault are promoted: every claim is sound, its source changes only where it should, and all can be undone. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isClaim } from '../server/core/authoring/drafts/typeOf';
import { isOpen } from '../server/core/authoring/hints/Hint';
import { PromotionTrial } from './support/promotionTrial';
import { notesOf, realVault } from './support/realVault';
import './support/seed';

/** How many hints, in all forms of line ends. */
const RUNS = Number(process.env['PROMOTIONS'] ?? 200);

describe('promoting hints of a real vault', function () {
  this.timeout(900_000);

  it('writes sound claims, and keeps all else', function () {
    const files = realVault(this);
    const others = [...files.values()].filter(each => each.kind === 'set' && each.text === null);
    const texts = new Map(notesOf(files));
    let [done, marked, own] = [0, 0, 0];
    const refused = new Map<string, number>();
    const fields = new Map<string, number>();
    let remarks: ReadonlyMap<string, number> = new Map();
    fc.assert(
      fc.property(fc.infiniteStream(fc.noBias(fc.nat({ max: 0x7fffffff }))), stream => {
        const random = () => stream.next().value;
        const trial = new PromotionTrial(new Map(texts), others);
        const hinted = [...texts.keys()].flatMap(path => {
          const open = trial.hints(path).filter(isOpen);
          return open.map(({ index }) => ({ path, index }));
        });
        assert.ok(hinted.length >= 200, `${hinted.length} open hints`);
        remarks = trial.remarks;
        for (let run = 0; run < RUNS; run++) {
          const chosen = hinted[random() % hinted.length];
          if (chosen === undefined) continue;
          const { path, index } = chosen;
          const text = texts.get(path) ?? '';
          // As Windows and some editors write it.
          const forms = [
            text,
            text.replace(/\r?\n/gu, '\r\n'),
            `\uFEFF${text.replace(/^\uFEFF/u, '')}`,
          ];
          const form = forms[random() % 4 === 0 ? 1 + (random() % 2) : 0] ?? text;
          trial.texts.set(path, form);
          trial.vault.apply([{ kind: 'set', path, text: form }]);
          const hint = trial.hints(path)[index];
          assert.ok(hint, `${path}: hint ${index} depends on line ends`);
          if (!isOpen(hint)) continue;
          const other = random() % 5 === 0;
          const title = other ? (OTHER_TITLES[random() % OTHER_TITLES.length] ?? null) : null;
          const result = trial.promote(path, hint, title, false);
          if ('refused' in result.made) {
            const why = result.made.refused.replace(/“[^”]*”/gu, '“…”');
            refused.set(why, (refused.get(why) ?? 0) + 1);
          } else {
            done++;
            if (other) own++;
            if (result.marked) marked++;
            for (const each of result.fields) fields.set(each, (fields.get(each) ?? 0) + 1);
          }
          trial.texts.set(path, text);
          trial.vault.apply([{ kind: 'set', path, text }]);
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
    const told = (counts: ReadonlyMap<string, number>) =>
      [...counts].map(([name, count]) => `${count} × ${name}`).join(', ') || 'none';
    console.log(
      `      ${done} claims, ${own} with a title of their own, ${marked} linked behind the hint`,
    );
    console.log(`      fields: ${told(fields)}`);
    console.log(`      warnings: ${told(remarks)}`);
    console.log(`      refused: ${told(refused)}`);
    assert.ok(done >= RUNS * 0.9, `${done} of ${RUNS}`);
  });
});

describe('deciding otherwise about hints of a real vault', function () {
  this.timeout(900_000);

  it('says it in the source, and breaks nothing', function () {
    const texts = new Map(notesOf(realVault(this)));
    const counts = new Map<string, [done: number, refused: number]>();
    fc.assert(
      fc.property(fc.infiniteStream(fc.noBias(fc.nat({ max: 0x7fffffff }))), stream => {
        const random = () => stream.next().value;
        const trial = new PromotionTrial(new Map(texts));
        const open = [...texts.keys()].flatMap(path =>
          trial
            .hints(path)
            .filter(isOpen)
            .map(hint => ({ path, hint })),
        );
        const claims = [...texts.keys()].filter(path => isClaim(trial.vault, path));
        for (let run = 0; run < RUNS; run++) {
          const chosen = open[random() % open.length];
          const claim = claims[random() % claims.length] ?? '';
          const kind = (['drop', 'exists', 'enrich'] as const)[random() % 3] ?? 'drop';
          if (chosen === undefined) continue;
          const count = counts.get(kind) ?? [0, 0];
          count[trial.decide(chosen.path, chosen.hint, kind, claim) ? 0 : 1]++;
          counts.set(kind, count);
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
    for (const [kind, [done, refused]] of counts) {
      console.log(`      ${kind}: ${done} done, ${refused} refused`);
      assert.ok(done >= (done + refused) * 0.9, kind);
    }
    assert.equal(counts.size, 3);
  });
});

const OTHER_TITLES = [
  'Rain: the “best” test of a cycle network, and why?',
  "it's not what towns build but when they build it that riders remember in the end",
  'Über die Brücke fährt, wer den Umweg nicht kennt #1 [draft] 100%',
  'a very long title goes on and on because nobody stopped its author from adding one more reason to the reasons that were there before, and then another one',
];
