/** The page of the graph in a browser: what it shows, the keys, the filters, the list, hostile notes, and its accessibility. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import type { Viewpoint } from '../../client/webviews/graph/remembered';
import type { Graph, GraphEdge, GraphNode } from '../../server/core/features/graph/form';
import { skipped } from '../support/skipped';
import { findBrowser, startBrowser } from '../vscode/host/browser';
import { generatedGraph } from './generatedGraph';
import { type GraphPage, openGraphPage } from './graphPage';
import type { PageOptions } from './openPage';
import type { ThemeName } from './themes';

describe('the page of the graph', function () {
  this.timeout(60_000);
  let browser: Browser;
  const open: GraphPage[] = [];

  before(async function () {
    if (findBrowser() === null) skipped(this, 'there is no Chromium or Chrome on this machine');
    browser = await startBrowser();
  });

  afterEach(async () => {
    for (const graph of open.splice(0)) {
      assert.deepEqual(graph.complaints, []);
      await graph.close();
    }
  });

  after(() => browser?.close());

  async function opened(options?: PageOptions): Promise<GraphPage> {
    const graph = await openGraphPage(browser, options);
    open.push(graph);
    return graph;
  }

  it('says that it is ready, and how much it shows', async () => {
    const { page, show, asked } = await opened();
    assert.deepEqual(await asked(), [{ kind: 'ready' }]);
    await show(sample);
    assert.equal(await page.locator('#status').textContent(), '5 notes, 4 edges, 1 challenged');
    await page.locator('#stage[data-painted="5"]').waitFor();
  });

  it('goes along the edges with the arrow keys, and opens with Enter', async () => {
    const { page, show, asked } = await opened();
    await show(sample);
    await page.locator('#stage').focus();
    const told = page.locator('#told');
    await page.keyboard.press('ArrowDown');
    assert.match((await told.textContent()) ?? '', /^a count of helmets, source/u);
    await page.keyboard.press('ArrowUp');
    assert.match(
      (await told.textContent()) ?? '',
      /^helmets save lives, claim, likely, .*challenged by 1/u,
    );
    await page.keyboard.press('ArrowUp');
    // One of the two above it.
    const above = (await told.textContent()) ?? '';
    const path = above.startsWith('cycling can be safe') ? 'safe.md' : 'positions/lend.md';
    assert.match(above, /^(cycling can be safe|towns should lend helmets)/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    assert.deepEqual((await asked()).slice(1), [
      { kind: 'open', path, keepFocus: false },
      { kind: 'open', path, keepFocus: true },
    ]);
  });

  it('shows a card of the note that has the focus, and Escape takes it away', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#stage').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const card = page.locator('#card');
    await card.waitFor();
    assert.deepEqual(await card.locator('> *').allTextContents(), [
      'helmets save lives',
      'Type: claim',
      'Confidence: likely',
      'Domain: safety',
      'Created: 2026-02-03',
      'Edges here: 4',
      'Challenged by 1',
    ]);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  it('asks for more steps with a digit, and for another centre with C', async () => {
    const { page, show, asked } = await opened();
    await show(sample);
    await page.locator('#stage').focus();
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await page.locator('#scope').selectOption('vault');
    assert.deepEqual((await asked()).slice(1), [
      { kind: 'scope', scope: { kind: 'note', path: 'helmets.md', steps: 3 } },
      { kind: 'scope', scope: { kind: 'note', path: 'count.md', steps: 1 } },
      { kind: 'scope', scope: { kind: 'vault' } },
    ]);
  });

  it('opens the note that is clicked, and keeps the focus', async () => {
    const { page, show, asked } = await opened();
    await show(lonely);
    const stage = await page.locator('#stage').boundingBox();
    assert.ok(stage);
    await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2);
    assert.deepEqual((await asked()).at(-1), { kind: 'open', path: 'helmets.md', keepFocus: true });
    await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2 + 5);
    await page.locator('#card', { hasText: 'helmets save lives' }).waitFor();
  });

  it('leaves out what the filter says, and says so', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#filter').click();
    await page.getByLabel('source').uncheck();
    const status = page.locator('#status');
    assert.equal(await status.textContent(), '4 of 5 notes, 3 edges, 1 challenged');
    await page.getByLabel('Support').uncheck();
    assert.equal(await status.textContent(), '2 of 5 notes, 1 edge, 1 challenged');
    await page.getByRole('button', { name: 'Clear Filter' }).click();
    await page.locator('#day-from').fill('2026-02-01');
    assert.equal(await status.textContent(), '2 of 5 notes, 1 edge, 1 challenged');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#filters').isVisible(), false);
    assert.equal(await page.locator('#filter').evaluate(each => each.matches(':focus')), true);
  });

  it('finds by words in any order, and goes from one to the next', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#stage').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('HÉLMETS lend');
    assert.equal(await page.locator('#found').textContent(), '1 of 1');
    assert.match((await page.locator('#told').textContent()) ?? '', /^towns should lend helmets/u);
    await page.locator('#search').fill('helmets');
    assert.equal(await page.locator('#found').textContent(), '1 of 4');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#found').textContent(), '2 of 4');
    await page.keyboard.press('Shift+Enter');
    assert.equal(await page.locator('#found').textContent(), '1 of 4');
    await page.locator('#search').fill('umbrellas');
    assert.equal(await page.locator('#found').textContent(), 'none');
  });

  it('is a list as well, by relation, in the page even while it is not in sight', async () => {
    const { page, show, asked } = await opened();
    await show(sample);
    const list = page.getByRole('region', { name: 'Notes and relations as a list' });
    assert.deepEqual(await list.locator('h2').allTextContents(), [
      'In the centre (1)',
      'It is supported by (1)',
      'It supports (2)',
      'It is challenged by (1)',
    ]);
    assert.equal(await list.locator('button[tabindex="0"]').count(), 0);
    await page.locator('#stage').focus();
    await page.keyboard.press('l');
    await list.locator('button').first().waitFor();
    assert.equal(await page.locator('#stage').isVisible(), false);
    await list.getByRole('button', { name: 'people take risks' }).click();
    assert.deepEqual((await asked()).at(-1), { kind: 'open', path: 'risks.md', keepFocus: false });
    const row = list.getByRole('listitem').filter({ hasText: 'people take risks' });
    assert.equal(
      await row.textContent(),
      'people take risks with helmets on claim · speculative · safety · 2026-03-04',
    );
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#stage').evaluate(each => each.matches(':focus')), true);
  });

  it('keeps what it shows through a reload', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#filter').click();
    await page.getByLabel('source').uncheck();
    await page.locator('#list').click();
    const state = await page.evaluate('window.kept');
    const again = await opened({ state });
    await again.show(sample);
    assert.equal(
      await again.page.locator('#status').textContent(),
      '4 of 5 notes, 3 edges, 1 challenged',
    );
    assert.equal(await again.page.locator('#list').getAttribute('aria-pressed'), 'true');
  });

  it('is where it was after a reload', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#stage').focus();
    for (const key of ['+', 'Shift+ArrowLeft']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(500);
    }
    const state = (await page.evaluate('window.kept')) as { readonly viewpoint: Viewpoint };
    assert.ok(state.viewpoint.k > 1);
    const again = await opened({ state });
    await again.show(sample);
    const looks = await Promise.all([page, again.page].map(look));
    assert.equal(looks[0], looks[1]);
    // Another centre begins where it is.
    const other = await opened({ state });
    await other.show({ ...sample, scope: { kind: 'note', path: 'safe.md', steps: 1 } });
    await other.page.waitForTimeout(500);
    assert.equal(await other.page.evaluate('window.kept.viewpoint'), null);
  });

  /** The picture, without what is marked in it. */
  async function look(page: GraphPage['page']): Promise<string> {
    await page.locator('#stage').evaluate(each => each.blur());
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    return (await page.locator('#stage').screenshot()).toString('base64');
  }

  it('says how much there is where not all of it is in sight', async () => {
    const { page, show } = await opened();
    await show(sample);
    const fit = page.locator('#fit');
    await page.waitForTimeout(300);
    assert.equal(await fit.textContent(), '⤢');
    await page.locator('#stage').focus();
    for (let at = 0; at < 6; at++) await page.keyboard.press('+');
    // As many times as it was pressed, though it glides.
    await page.waitForTimeout(600);
    const { viewpoint } = (await page.evaluate('window.kept')) as { viewpoint: Viewpoint };
    assert.ok(viewpoint.k > 3.9);
    await page.getByRole('button', { name: 'Show all 5' }).click();
    await page.getByRole('button', { name: 'Show all', exact: true }).waitFor();
  });

  it('arranges anew what was moved as notes changed', async () => {
    const { page, show } = await opened();
    const start: Graph = {
      ...sample,
      nodes: sample.nodes.slice(0, 3),
      edges: sample.edges.slice(0, 2),
    };
    await show(start);
    await show(sample);
    const moved = await places(page);
    await page.locator('#stage').focus();
    await page.keyboard.press('a');
    const anew = await places(page);
    const other = await opened();
    await other.show(sample);
    assert.notDeepEqual(moved, anew);
    assert.deepEqual(anew, await places(other.page));
  });

  /** Where notes stand, as the picture to keep tells it. */
  async function places(page: GraphPage['page']): Promise<(string | undefined)[]> {
    await page.locator('#export').click();
    await page.locator('#svg').click();
    const text = (await page.evaluate('window.asked.at(-1).text')) as string;
    return [...text.matchAll(/class="node[^"]*" transform="([^"]*)"/gu)].map(([, at]) => at);
  }

  it('follows the editor only where there is a note in the centre', async () => {
    const { page, show } = await opened();
    await show(sample);
    assert.equal(await page.locator('#follow').isVisible(), true);
    await show({ ...sample, scope: { kind: 'vault' } });
    assert.equal(await page.locator('#follow').isVisible(), false);
  });

  it('goes back to the note that is in the editor now', async () => {
    const { page, show, tell, asked } = await opened();
    await show({ ...sample, scope: { kind: 'vault' } }, { active: 'risks.md' });
    await tell({ kind: 'active', path: 'safe.md' });
    await page.locator('#scope').selectOption('note');
    const scope = { kind: 'note', path: 'safe.md', steps: 1 };
    assert.deepEqual((await asked()).at(-1), { kind: 'scope', scope });
  });

  it('does not take the keys from who reads the list while notes change', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#list').click();
    const row = page.locator('#notes').getByRole('button', { name: 'cycling can be safe' });
    await row.focus();
    await show({ ...sample, nodes: sample.nodes.map(each => ({ ...each, created: '2026' })) });
    assert.equal(await row.evaluate(each => each.matches(':focus')), true);
  });

  it('does not jump as notes change', async () => {
    const { page, show } = await opened();
    await show(sample);
    await page.locator('#stage').focus();
    const cards: (string | null)[] = [];
    const place = async () => {
      await page.keyboard.press('Escape');
      await page.locator('#search').fill('save lives');
      await page.locator('#stage').focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowDown');
      await page.locator('#card').waitFor();
      cards.push(await page.locator('#card').getAttribute('style'));
    };
    await place();
    const added = note('new.md', 'a new note', { type: 'claim' });
    const edge: GraphEdge = { from: 'new.md', to: 'helmets.md', kind: 'supports' };
    await show({
      ...sample,
      nodes: [...sample.nodes, added],
      edges: [...sample.edges, edge],
    });
    assert.equal(await page.locator('#status').textContent(), '6 notes, 5 edges, 1 challenged');
    await place();
    assert.equal(cards[0], cards[1]);
  });

  it('tells what to do where there is nothing', async () => {
    const { page, show, tell } = await opened();
    await show(lonely);
    await page.getByRole('heading', { name: 'This note has no relations yet' }).waitFor();
    await tell({ kind: 'refused', why: 'Notes are still being read.' });
    await page.getByText('Notes are still being read.').first().waitFor();
    assert.equal(await page.locator('#status').textContent(), 'Notes are still being read.');
  });

  it('shows what notes say as text, whatever it is', async () => {
    const { page, show, asked } = await opened();
    const hostile = [
      '<img src=x onerror="asked.push(1)">',
      '"><script>asked.push(1)</script>',
      '</main><h1>gone',
      '\u202Eright to left\u0000\uD800 and torn',
      'x'.repeat(5000),
      '',
    ];
    const nodes = hostile.map((title, at) =>
      note(`${title.slice(0, 40)}${at}.md`, title, {
        type: title,
        confidence: title,
        domain: title,
      }),
    );
    const [first, ...others] = nodes;
    assert.ok(first);
    const edges = others.map(
      ({ path }): GraphEdge => ({ from: path, to: first.path, kind: 'challenges' }),
    );
    const scope = { kind: 'note', path: first.path, steps: 1 } as const;
    await show({ scope, nodes, edges, omitted: 0 }, { domains: hostile });
    await page.locator('#filter').click();
    await page.locator('#legend summary').click();
    await page.locator('#stage').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.locator('#list').click();
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.locator('h1').count(), 1);
    const shown = await page.locator('#notes').getByText('<img src=x onerror').count();
    assert.ok(shown > 0);
    assert.deepEqual(await asked(), [{ kind: 'ready' }]);
  });

  it('listens to no message that is none of the extension', async () => {
    const { page, show } = await opened();
    await show(sample);
    for (const message of [null, 1, 'graph', {}, { kind: 'graph' }, { kind: 'refused', why: 1 }])
      await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
    const graph = { ...sample, nodes: [{ path: 1 }] };
    const choice = { vault: '', scope: sample.scope, follow: true };
    const torn = { kind: 'graph', graph, choice, domains: [], active: null };
    await page.evaluate(`window.postMessage(${JSON.stringify(torn)}, '*')`);
    await page.waitForTimeout(50);
    assert.equal(await page.locator('#status').textContent(), '5 notes, 4 edges, 1 challenged');
  });

  it('makes pictures of what is shown', async () => {
    const { page, show, asked } = await opened();
    await show(sample);
    await page.locator('#export').click();
    await page.locator('#svg').click();
    assert.equal(await page.locator('#exports').isVisible(), false);
    await page.keyboard.press('Enter');
    await page.locator('#png').click();
    const [svg, png] = (await asked()).slice(1);
    assert.ok(svg?.kind === 'save' && svg.format === 'svg');
    assert.match(
      svg.text,
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*helmets save lives/u,
    );
    assert.ok(png?.kind === 'save' && png.format === 'png');
    const bytes = Buffer.from(png.text, 'base64');
    assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
    // Width and height stand first in a PNG.
    assert.ok(bytes.readUInt32BE(16) > 400 && bytes.readUInt32BE(20) > 300);
    assert.ok(await hasWordsAtTheFoot(page, png.text), 'There is no legend.');
  });

  async function hasWordsAtTheFoot(page: GraphPage['page'], png: string): Promise<boolean> {
    return (await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob('${png}'), letter => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const brush = canvas.getContext('2d');
      brush.drawImage(picture, 0, 0);
      // The boxes of notes have all their room above.
      const foot = brush.getImageData(0, picture.height - 100, picture.width, 100).data;
      const colours = new Set(new Uint32Array(foot.buffer));
      return colours.size > 10;
    })()`)) as boolean;
  }

  it('follows the theme, and what is forced on it', async () => {
    const { page, show, theme } = await opened({ theme: 'light' });
    await show(sample);
    const pictures = new Set<string>();
    const look = async () => {
      await page.locator('#stage[data-painted="5"]').waitFor();
      pictures.add((await page.locator('#stage').screenshot()).toString('base64'));
    };
    for (const name of ['light', 'dark', 'contrast'] as const) {
      await theme(name);
      await look();
    }
    await page.emulateMedia({ forcedColors: 'active' });
    await page.waitForTimeout(100);
    await look();
    assert.equal(pictures.size, 4);
  });

  it('moves at once for those who want less motion', async () => {
    const { page, show } = await opened({ reducedMotion: 'reduce' });
    await show(sample);
    const transform = () =>
      page
        .locator('#stage canvas')
        .first()
        .evaluate(each => (each as unknown as Styled).style.transform);
    await page.locator('#stage').focus();
    await page.keyboard.press('-');
    await page.waitForTimeout(60);
    const soon = await transform();
    await page.waitForTimeout(400);
    assert.equal(await transform(), soon);
  });

  it('draws a large graph as dots, and finds a place for each', async () => {
    const { page, show } = await opened();
    await show(generatedGraph(600));
    assert.match((await page.locator('#status').textContent()) ?? '', /^600 notes, 900 edges, /u);
    await page.locator('#stage[data-painted="600"]').waitFor();
    await page.locator('#stage').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.match((await page.locator('#told').textContent()) ?? '', /^note \d+ argues/u);
  });

  it('has room in 400 pixels', async () => {
    const { page, show } = await opened({ viewport: { width: 400, height: 600 } });
    await show(sample);
    await page.locator('#filter').click();
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    assert.equal(wide, 400);
    for (const graph of [sample, { ...sample, scope: { kind: 'vault' } } as const]) {
      await show(graph);
      const tops = new Set<number>();
      for (const id of ['scope', 'search', 'filter', 'list', 'export']) {
        const box = await page.locator(`#${id}`).boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= 400, id);
        if (id !== 'scope') tops.add(box.y);
      }
      assert.equal(tops.size, 1, 'its tools stand in one line');
    }
  });

  it('lets nothing of the graph through its buttons, whatever lets a theme', async () => {
    const { page, show } = await opened();
    await page.evaluate(
      `document.documentElement.style.setProperty('--vscode-button-secondaryBackground', 'rgba(0, 0, 0, 0.1)')`,
    );
    await show(sample);
    const ground = await page.evaluate(
      `getComputedStyle(document.getElementById('fit')).backgroundColor`,
    );
    assert.equal(ground, 'rgb(31, 31, 31)');
  });

  it('says which notes are shown where there are too many, or none of a domain', async () => {
    const { page, show } = await opened();
    const said = () => page.locator('#status').textContent();
    await show({ ...sample, scope: { kind: 'vault' }, omitted: 1200 });
    assert.equal(
      await said(),
      '5 notes, 4 edges, 1 challenged, 1,200 notes left out. Those shown are the best connected, each with all around it',
    );
    await show({ ...sample, omitted: 1 });
    assert.match((await said()) ?? '', /1 note left out\. Those shown are the nearest$/u);
    await show({ ...sample, scope: { kind: 'domain', domain: 'trade' } });
    assert.match(
      (await said()) ?? '',
      /No note is of this domain: these name it as a secondary one$/u,
    );
  });

  for (const theme of ['light', 'dark', 'contrast'] as const satisfies ThemeName[])
    it(`passes an automated check of accessibility in ${theme} colours`, async () => {
      const { page, show } = await opened({ theme });
      await show(sample, { domains: ['safety', 'health'] });
      await page.locator('#filter').click();
      await page.locator('#export').click();
      await page.locator('#legend summary').click();
      await page.locator('#search').fill('helmets');
      await check(page);
      await page.locator('#list').click();
      await check(page);
      await show(lonely);
      await check(page);
    });

  async function check(page: GraphPage['page']): Promise<void> {
    // Through the debugger, which the content security policy does not bind.
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResult;
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    assert.deepEqual(told, []);
  }
});

interface Styled {
  readonly style: { readonly transform: string };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

function note(path: string, title: string, more: Partial<GraphNode>): GraphNode {
  const nothing = { type: null, confidence: null, domain: null, created: null };
  return { path, title, ...nothing, challenged: false, distance: 1, ...more };
}

const domain = 'safety';

const sample: Graph = {
  scope: { kind: 'note', path: 'helmets.md', steps: 1 },
  nodes: [
    note('count.md', 'a count of helmets', { type: 'source', created: '2026-01-02', domain }),
    note('helmets.md', 'helmets save lives', {
      ...{ type: 'claim', confidence: 'likely', domain, created: '2026-02-03' },
      ...{ challenged: true, distance: 0 },
    }),
    note('positions/lend.md', 'towns should lend helmets', { type: 'position', domain: 'health' }),
    note('risks.md', 'people take risks with helmets on', {
      ...{ type: 'claim', confidence: 'speculative', domain, created: '2026-03-04' },
    }),
    note('safe.md', 'cycling can be safe', { type: 'belief', created: '2025' }),
  ],
  edges: [
    { from: 'count.md', to: 'helmets.md', kind: 'supports' },
    { from: 'helmets.md', to: 'positions/lend.md', kind: 'supports' },
    { from: 'helmets.md', to: 'safe.md', kind: 'supports' },
    { from: 'risks.md', to: 'helmets.md', kind: 'challenges' },
  ],
  omitted: 0,
};

const lonely: Graph = {
  scope: { kind: 'note', path: 'helmets.md', steps: 2 },
  nodes: [note('helmets.md', 'helmets save lives', { type: 'claim', confidence: 'likely' })],
  edges: [],
  omitted: 0,
};
