/** Pages that hear hostile words in place of any text: no element comes of them, nothing runs, nothing is loaded. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import type { HealthAnswer } from '../../server/lsp/protocol';
import { hostileWords } from '../reliability/hostileWords';
import { skipped } from '../support/skipped';
import { findBrowser, startBrowser } from '../vscode/host/browser';
import { generatedGraph } from './generatedGraph';
import { openGraphPage } from './graphPage';
import { openHealthPage } from './healthPage';

const ROUNDS = 40;
const WORDS = [
  ...hostileWords('http://127.0.0.1:9'),
  '"><svg onload=throw_1()>',
  "' onmouseover='throw 1",
  '</script><script>throw 1</script>',
  '\u0000\ud800</style><style>*{display:none}</style>',
  '__proto__',
];

/** Tags and attributes that a page of ours has no use for. */
const FORBIDDEN =
  'img, iframe, object, embed, form, base, audio, video, a[href], link:not([rel=stylesheet]), foreignObject, animate, use';

describe('pages that hear hostile words', function () {
  this.timeout(120_000);
  let browser: Browser;

  before(async function () {
    if (findBrowser() === null) skipped(this, 'there is no Chromium or Chrome on this machine');
    browser = await startBrowser();
  });

  after(() => browser?.close());

  it('show the health of a vault as words', async () => {
    const health = await openHealthPage(browser);
    const { page } = health;
    let seen = 0;
    for (const [round, message] of messages({
      kind: 'health' as const,
      health: sample,
      at: '12:00',
    })) {
      await health.tell(message);
      await health.tell({ kind: 'refused', why: WORDS[round % WORDS.length] ?? '' });
      await health.tell(message);
      seen += await isWordsOnly(page, health.complaints);
    }
    assert.ok(seen > 0, 'the words are there to be read');
    await health.close();
  });

  it('show a graph as words', async () => {
    const opened = await openGraphPage(browser);
    const { page } = opened;
    const graph = generatedGraph(12);
    await opened.show(graph);
    await page.locator('#list').click();
    let seen = 0;
    const usual = { vault: 'file:///vault', scope: graph.scope, follow: false };
    const message = {
      kind: 'graph',
      graph,
      choice: usual,
      domains: ['one'],
      active: null,
    } as const;
    for (const [round, told] of messages(message)) {
      await opened.tell(told);
      if (round % 5 === 0) await page.waitForTimeout(200);
      seen += await isWordsOnly(page, opened.complaints);
    }
    assert.ok(seen > 0, 'the words are there to be read');
    await opened.close();
  });
});

/** The same message, with hostile words in place of some of its texts. */
function messages<Message>(message: Message): readonly [number, Message][] {
  const word = fc.constantFrom(...WORDS);
  const words = fc.infiniteStream(fc.option(word, { freq: 2, nil: null }));
  return fc.sample(words, ROUNDS).map((next, round) => {
    const changed = (value: unknown, key: string): unknown => {
      if (typeof value === 'string')
        // What tells messages and edges apart has few values, which the other side checks.
        return key === 'kind' ? value : (next.next().value ?? value);
      if (Array.isArray(value)) return value.map(each => changed(each, key));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, changed(each, name)]),
      );
    };
    return [round, changed(message, '') as Message];
  });
}

/** Returns how many of the words are there to be read. */
async function isWordsOnly(page: Page, complaints: readonly string[]): Promise<number> {
  assert.deepEqual(complaints, []);
  assert.equal(await page.locator(FORBIDDEN).count(), 0);
  assert.equal(await page.locator('script').count(), 1);
  assert.equal(await page.locator('style').count(), 0);
  const listening = `[...document.querySelectorAll('*')].some(({ attributes }) => [...attributes].some(({ name }) => /^on|^srcdoc$/u.test(name)))`;
  assert.equal(await page.evaluate(listening), false);
  const text = (await page.locator('main').allTextContents()).join();
  return WORDS.filter(word => text.includes(word)).length;
}

const more = { numbers: 0, count: 0 };
const counts = ['one', 'two', 'three'].map((label, at) => ({
  key: `type:${label}`,
  label,
  meaning: `what ${label} means`,
  count: at,
  notes: at,
  severity: null,
}));
const sample: HealthAnswer = {
  refused: null,
  vault: 'file:///town',
  name: 'town',
  notes: 12,
  sections: (['types', 'domains', 'argument', 'links', 'findings', 'hints'] as const).map(name => ({
    name,
    label: name,
    counts,
    more,
  })),
};
