/** The page of a vault's health in a browser: its numbers, the notes behind them, keys, live refresh, hostile words, and its accessibility. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type {
  HealthAnswer,
  HealthNotes,
  HealthNumber,
  HistoryPoint,
  LinkHistory,
} from '../../server/lsp/protocol';
import { skipped } from '../support/skipped';
import { findBrowser, startBrowser } from '../vscode/host/browser';
import { type HealthPage, openHealthPage } from './healthPage';
import type { PageOptions } from './openPage';
import type { ThemeName } from './themes';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Whose dates the tests know. */
const READER = { locale: 'en-US', timezoneId: 'UTC' };
const HOSTILE = '"><script>throw 1</script><img src=x onerror=alert(1)>';

describe("the page of a vault's health", function () {
  this.timeout(60_000);
  let browser: Browser;
  const open: HealthPage[] = [];

  before(async function () {
    if (findBrowser() === null) skipped(this, 'there is no Chromium or Chrome on this machine');
    browser = await startBrowser();
  });

  afterEach(async () => {
    for (const health of open.splice(0)) {
      assert.deepEqual(health.complaints, []);
      await health.close();
    }
  });

  after(() => browser?.close());

  async function shown(options?: PageOptions, health = sample): Promise<HealthPage> {
    const opened = await openHealthPage(browser, options);
    open.push(opened);
    assert.deepEqual(await opened.asked(), [{ kind: 'ready' }]);
    await opened.tell({ kind: 'health', health, at: '12:00' });
    return opened;
  }

  it('shows the large numbers first, and every number in a table', async () => {
    const { page } = await shown();
    assert.equal(await page.locator('#about').textContent(), 'town: 1,200 notes, counted at 12:00');
    const figures = await page.locator('.figure').allInnerTexts();
    assert.deepEqual(figures.slice(0, 3), [
      '80 %\nworking links\n200 of 1,000 lead nowhere',
      '200\nerrors\n3 warnings',
      '7\nopen hints\nin 4 notes',
    ]);
    const rows = page.getByRole('region', { name: 'Links' }).getByRole('row');
    assert.deepEqual(
      (await rows.allInnerTexts()).map(row => row.replace(/\s+/gu, ' ').trim()),
      ['Name Links Share', 'found 800 80 %', 'near 0 0 %', 'ambiguous 0 0 %', 'missing 200 20 %'],
    );
    // What stands for nothing leads nowhere.
    assert.equal(await page.getByRole('button', { name: 'near' }).count(), 0);
  });

  it('unfolds a row into its notes by keys, opens one, and shows more', async () => {
    const { page, asked, tell } = await shown();
    await page.getByRole('button', { name: 'missing', exact: true }).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await asked()).at(-1), { kind: 'notes', key: 'links:missing', from: 0 });
    await tell({ kind: 'notes', key: 'links:missing', from: 0, notes: some(0, 200) });
    const focused = page.locator(':focus');
    assert.equal(await focused.textContent(), 'missing');
    assert.equal(await focused.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Tab');
    assert.equal(await focused.textContent(), 'note 0');
    await page.keyboard.press('Enter');
    assert.deepEqual((await asked()).at(-1), { kind: 'open', uri: 'file:///0', keepFocus: false });
    await page.getByText('note 1', { exact: true }).click();
    assert.deepEqual((await asked()).at(-1), { kind: 'open', uri: 'file:///1', keepFocus: true });
    await page.getByRole('button', { name: 'Show more: 50 notes left' }).click();
    assert.deepEqual((await asked()).at(-1), { kind: 'notes', key: 'links:missing', from: 200 });
    await tell({ kind: 'notes', key: 'links:missing', from: 200, notes: some(200, 50) });
    assert.equal(await page.locator('.note').count(), 250);
    assert.equal(await page.getByText('3 links · likely · claim').count(), 250);
    await page.getByRole('button', { name: 'missing', exact: true }).click();
    assert.equal(await page.locator('.note').count(), 0);
  });

  it('leads from a large number to its row, and shows all rows of a long table', async () => {
    const { page, asked } = await shown();
    await page.getByRole('button', { name: /^7\s*open hints/u }).click();
    assert.deepEqual((await asked()).at(-1), { kind: 'notes', key: 'hints:open', from: 0 });
    assert.equal(await page.locator(':focus').textContent(), 'open');
    const types = page.getByRole('region', { name: 'Notes by type' });
    assert.equal(await types.getByRole('row').count(), 1 + 8);
    await types.getByRole('button', { name: 'Show 12 more' }).click();
    assert.equal(await types.getByRole('row').count(), 1 + 20);
    assert.equal(await page.locator(':focus').textContent(), 'type 8');
    assert.ok(await types.getByText('And 5 more, with 9 together.').isVisible());
  });

  it('follows the vault without a jump: what is unfolded, the focus and the place stay', async () => {
    const { page, asked, tell } = await shown({ viewport: { width: 500, height: 400 } });
    await page.getByRole('button', { name: 'missing', exact: true }).focus();
    await page.keyboard.press('Enter');
    await tell({ kind: 'notes', key: 'links:missing', from: 0, notes: some(0, 10) });
    await page.evaluate('scrollTo(0, 500)');
    const before = (await asked()).length;
    await tell({ kind: 'health', health: sample, at: '12:01' });
    assert.equal((await asked()).length, before, 'the same numbers draw nothing anew');
    assert.match((await page.locator('#about').textContent()) ?? '', /12:01/u);
    const changed = { ...sample, notes: 1201 };
    await tell({ kind: 'health', health: changed, at: '12:02' });
    assert.deepEqual((await asked()).at(-1), { kind: 'notes', key: 'links:missing', from: 0 });
    assert.equal(await page.locator('.note').count(), 10);
    assert.equal(await page.evaluate('scrollY'), 500);
    assert.equal(await page.locator(':focus').textContent(), 'missing');
    await tell({ kind: 'outdated' });
    assert.match((await page.locator('#about').textContent()) ?? '', /; notes changed since$/u);
    await page.getByRole('button', { name: 'Refresh' }).click();
    assert.deepEqual((await asked()).at(-1), { kind: 'refresh' });
  });

  it('is as it was after a reload', async () => {
    const { page, kept, tell } = await shown({ viewport: { width: 500, height: 400 } });
    await page.getByRole('button', { name: 'missing', exact: true }).click();
    await tell({ kind: 'notes', key: 'links:missing', from: 0, notes: some(0, 10) });
    await page.evaluate('scrollTo(0, 300)');
    await page.waitForFunction('window.kept.scroll === 300');
    const state = await kept();
    assert.deepEqual(state, {
      vault: 'file:///town',
      unfolded: ['links:missing'],
      whole: [],
      history: false,
      scroll: 300,
    });
    const again = await shown({ viewport: { width: 500, height: 400 }, state });
    assert.deepEqual((await again.asked()).at(-1), {
      kind: 'notes',
      key: 'links:missing',
      from: 0,
    });
    await again.page.waitForFunction('scrollY === 300');
  });

  it('shows broken links over time as a line and a table, only where that is asked for', async () => {
    const { page, asked, tell, kept } = await shown(READER);
    const card = page.getByRole('region', { name: 'Broken links over time' });
    assert.equal(await card.getByRole('img').count(), 0);
    const button = card.getByRole('button');
    await button.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await asked()).at(-1), { kind: 'history' });
    await tell({ kind: 'history', history: null });
    assert.ok(await card.getByText('Reading the history…').isVisible());
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    const before = (await asked()).length;
    await page.keyboard.press('Enter');
    assert.equal((await asked()).length, before, 'it is asked for once at a time');
    await tell({ kind: 'history', history: past });
    assert.equal(await page.locator(':focus').textContent(), 'Read Again');
    const sentence =
      'Links that led nowhere: 10 on Jan 1, 2026, 200 on Mar 2, 2026, at most 1,000.';
    assert.equal(await card.getByRole('img').getAttribute('aria-label'), sentence);
    assert.equal(await page.locator('#status').textContent(), sentence);
    // In percent of the height from the top, and thousandths of the time.
    const line = await card.locator('.line').getAttribute('d');
    assert.equal(line, 'M0 99L250 0L1000 80');
    assert.deepEqual(await card.locator('.scale span').allInnerTexts(), ['0', '500', '1,000']);
    assert.equal(
      await card.locator('.dot title').nth(1).textContent(),
      'Jan 16, 2026: 1,000 of 4,000 links led nowhere',
    );
    assert.ok(await card.getByText('in 3 of 40 commits that changed the vault.').isVisible());
    assert.equal(await card.getByRole('table').count(), 0);
    await card.getByText('Each commit in numbers').click();
    const rows = (await card.getByRole('row').allInnerTexts()).map(row => row.trim().split(/\s+/u));
    assert.deepEqual(rows, [
      ['Commit', 'Notes', 'Links', 'Near', 'Ambiguous', 'Missing'],
      ['Mar', '2,', '2026', 'cccccccc', '9', '1,000', '3', '4', '200', '20', '%'],
      ['Jan', '16,', '2026', 'bbbbbbbb', '9', '4,000', '3', '4', '1,000', '25', '%'],
      ['Jan', '1,', '2026', 'aaaaaaaa', '9', '1,010', '3', '4', '10', '<1', '%'],
    ]);
    // What changes in the vault leaves it as it is.
    await tell({ kind: 'health', health: { ...sample, notes: 1201 }, at: '12:02' });
    assert.equal(await card.getByRole('row').count(), 4);
    assert.equal(((await kept()) as { history: unknown }).history, true);
  });

  it('says why there is no history, that a clone is cut short, and what time of a day it was', async () => {
    const { page, tell } = await shown(READER);
    const card = page.getByRole('region', { name: 'Broken links over time' });
    const refused = `“${HOSTILE}” is in no git repository.`;
    await tell({ kind: 'history', history: { ...past, refused, points: [] } });
    assert.ok(await card.getByText(refused).isVisible());
    assert.equal(await page.locator('#status').textContent(), refused);
    assert.equal(await page.locator('main img, main script').count(), 0);
    const day = [point('a', '2026-01-01T10:00:00Z', 0), point('b', '2026-01-01T12:30:00Z', 0)];
    await tell({ kind: 'history', history: { ...past, shallow: true, points: day } });
    assert.ok(await card.getByText('holds only the last commits').isVisible());
    assert.deepEqual(
      (await card.locator('.ends span').allInnerTexts()).map(end => end.replace(/\s/gu, ' ')),
      ['Jan 1, 2026, 10:00 AM', 'Jan 1, 2026, 12:30 PM'],
    );
    assert.deepEqual(await card.locator('.scale span').allInnerTexts(), ['0', '1']);
    assert.equal(await card.locator('.line').getAttribute('d'), 'M0 100L1000 100');
    for (const wrong of [
      { points: [{}] },
      { points: [{ ...day[0], date: 'never' }] },
      { commits: -1 },
    ])
      await page.evaluate(
        `postMessage(${JSON.stringify({ kind: 'history', history: { ...past, ...wrong } })}, '*')`,
      );
    assert.equal(await card.locator('.dot').count(), 2);
  });

  it('says why there are no numbers, and hears only what has the form', async () => {
    const opened = await openHealthPage(browser, { state: { scroll: 'x', unfolded: 7 } });
    open.push(opened);
    await opened.tell({ kind: 'refused', why: `No: ${HOSTILE}` });
    assert.equal(await opened.page.locator('#refused').textContent(), `No: ${HOSTILE}`);
    for (const wrong of [null, 7, { kind: 'health', health: { sections: [{}] }, at: '' }, {}])
      await opened.page.evaluate(`postMessage(${JSON.stringify(wrong)}, '*')`);
    await opened.tell({ kind: 'counting' });
    assert.equal(await opened.page.locator('#about').textContent(), 'Counting…');
    assert.equal(await opened.page.locator('.card').count(), 0);
  });

  it('shows words of notes as words', async () => {
    const hostile: HealthAnswer = {
      ...sample,
      name: HOSTILE,
      sections: sample.sections.map(section =>
        section.name === 'domains'
          ? { ...section, counts: [number(`domain:${HOSTILE}`, HOSTILE, 3)] }
          : section,
      ),
    };
    const { page, tell } = await shown({}, hostile);
    await page.getByRole('button', { name: HOSTILE }).click();
    const notes = some(0, 1);
    const first = notes.notes.map(note => ({ ...note, title: HOSTILE, facts: HOSTILE }));
    await tell({
      kind: 'notes',
      key: `domain:${HOSTILE}`,
      from: 0,
      notes: { ...notes, notes: first },
    });
    assert.equal(await page.locator('.note').textContent(), HOSTILE);
    assert.equal(await page.locator('main img, main script').count(), 0);
  });

  for (const theme of ['light', 'dark', 'contrast'] as const)
    it(`is accessible in ${theme}, unfolded, and 400 pixels wide`, async () => {
      await isAccessible(theme, 1000);
      await isAccessible(theme, 400);
    });

  async function isAccessible(theme: ThemeName, width: number): Promise<void> {
    const { page, tell } = await shown({ theme, viewport: { width, height: 800 } });
    await page.getByRole('button', { name: 'missing', exact: true }).click();
    await tell({ kind: 'notes', key: 'links:missing', from: 0, notes: some(0, 20) });
    await tell({ kind: 'history', history: past });
    await page.getByText('Each commit in numbers').click();
    assert.equal(
      await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
      true,
      'nothing stands out at the side',
    );
    // Through the debugger, which the content security policy does not bind.
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResult;
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    assert.deepEqual(told, []);
  }
});

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

function number(
  key: string,
  label: string,
  count: number,
  more: Partial<HealthNumber> = {},
): HealthNumber {
  return { key, label, meaning: null, count, notes: count, severity: null, ...more };
}

function point(commit: string, date: string, missing: number, links = 1010): HistoryPoint {
  const counts = { notes: 9, links, found: links - missing - 7, near: 3, ambiguous: 4, missing };
  return { commit: commit.repeat(40), date, ...counts };
}

const past: LinkHistory = {
  refused: null,
  commits: 40,
  shallow: false,
  points: [
    point('a', '2026-01-01T12:00:00Z', 10),
    point('b', '2026-01-16T12:00:00Z', 1000, 4000),
    point('c', '2026-03-02T12:00:00Z', 200, 1000),
  ],
};

const none = { numbers: 0, count: 0 };

const sample: HealthAnswer = {
  refused: null,
  vault: 'file:///town',
  name: 'town',
  notes: 1200,
  sections: [
    {
      name: 'types',
      label: 'Notes by type',
      counts: Array.from({ length: 20 }, (_, at) => number(`type:t${at}`, `type ${at}`, 50 - at)),
      more: { numbers: 5, count: 9 },
    },
    {
      name: 'domains',
      label: 'Notes by domain',
      counts: [number('domain:streets', 'streets', 40), number('domain:', 'no domain', 2)],
      more: none,
    },
    {
      name: 'confidence',
      label: 'Claims by confidence',
      counts: [
        number('confidence:proven', 'proven', 2),
        number('confidence:speculative', 'speculative', 1),
      ],
      more: none,
    },
    {
      name: 'argument',
      label: 'Worth a look',
      counts: [
        number('orphans', 'orphans', 5, {
          meaning: 'Notes without a link from or to another note.',
        }),
        number('weak', 'weak foundations', 0),
      ],
      more: none,
    },
    {
      name: 'links',
      label: 'Links',
      counts: [
        number('links:found', 'found', 800),
        number('links:near', 'near', 0),
        number('links:ambiguous', 'ambiguous', 0),
        number('links:missing', 'missing', 200, { notes: 90, meaning: 'Lead nowhere.' }),
      ],
      more: none,
    },
    {
      name: 'findings',
      label: 'Findings by rule',
      counts: [
        number('error/link/missing', 'link/missing', 200, { severity: 'error' }),
        number('warning/claim/duplicate', 'claim/duplicate', 3, { severity: 'warning' }),
      ],
      more: none,
    },
    {
      name: 'sources',
      label: 'Sources by status',
      counts: [number('status:unprocessed', 'unprocessed', 0)],
      more: none,
    },
    {
      name: 'hints',
      label: 'Extraction hints',
      counts: [number('hints:open', 'open', 7, { notes: 4 })],
      more: none,
    },
  ],
};

function some(from: number, count: number): HealthNotes {
  const notes = Array.from({ length: count }, (_, at) => ({
    uri: `file:///${from + at}`,
    path: `${from + at}.md`,
    title: `note ${from + at}`,
    facts: 'likely · claim',
    count: 3,
  }));
  return { refused: null, count: 250, unit: 'links', notes };
}
