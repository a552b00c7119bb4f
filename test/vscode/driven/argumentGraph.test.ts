/** The argument graph in a real window, by keys: beside the note, live, followed, saved as a picture, there again after a reload. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Frame } from 'playwright-core';
import { argumentGraph } from '../../../server/core/features/graph/argumentGraph';
import type { Graph } from '../../../server/core/features/graph/form';
import { nameOf } from '../../../server/core/vault/names';
import {
  answer,
  command,
  doUntil,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  screenshot,
  type,
  until,
  visible,
  type Window,
} from '../drive';
import { copyVault, extensionPath, pictures, type VaultCopy } from './vault';

const SHOW = 'Claimwright: Show Argument Graph';

describe('the argument graph, in a window', () => {
  let vault: VaultCopy;
  let window: Window;
  /** A challenged claim with several notes around it, and one that has none. */
  let claim: string;
  let lonely: string;

  before(async () => {
    vault = copyVault();
    console.log(
      `    on a copy of ${vault.real ? 'the real vault' : 'the example vault: the real one is not here'}`,
    );
    const whole = argumentGraph(vault.index, { kind: 'vault' });
    const degrees = new Map<string, number>();
    for (const { from, to } of whole.edges)
      for (const path of [from, to]) degrees.set(path, (degrees.get(path) ?? 0) + 1);
    const challenged = whole.nodes.filter(node => node.type === 'claim' && node.challenged);
    const worth = (path: string) => (isOneOfItsName(path) ? (degrees.get(path) ?? 0) : 0);
    claim = challenged.map(({ path }) => path).sort((a, b) => worth(b) - worth(a))[0] ?? '';
    lonely =
      [...vault.index.notes()].find(
        path => path.startsWith('domains/') && !degrees.has(path) && isOneOfItsName(path),
      ) ?? '';
    assert.notEqual(claim, '');
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('opens beside the note, with all that the vault says of it', async () => {
    const { page } = window;
    await quickOpen(page, basename(claim));
    await command(page, SHOW);
    await shows(around(claim, 2));
    const tab = page.locator('.part.editor .tab.active', { hasText: 'Graph: ' });
    await until('a tab of its own', visible(tab));
    await screenshot(page, join(pictures, 'graph.png'));
  });

  it('takes the keys: steps, edges, and Enter, which opens the note', async () => {
    const { page } = window;
    const frame = await graphFrame();
    const focused = frame.locator('#stage:focus');
    await until('the keys to go to the graph', visible(focused), 30_000);
    await press(page, '1');
    await shows(around(claim, 1));
    const told = frame.locator('#told');
    await pressUntil(
      page,
      'a note to be told',
      ['ArrowDown'],
      async () => (await told.textContent()) || null,
    );
    const text = (await told.textContent()) ?? '';
    const { nodes } = around(claim, 1);
    const [reached] = nodes.filter(({ title }) => text.startsWith(title));
    assert.ok(reached, text);
    await screenshot(page, join(pictures, 'graph-focus.png'));
    await press(page, 'Enter');
    const name = basename(reached.path);
    const tab = page.locator(
      `.part.editor .tab.active[data-resource-name=${JSON.stringify(name)}]`,
    );
    await until(`${name} in the editor`, visible(tab), 30_000);
    // It was opened from the graph, which stays where it is.
    await shows(around(claim, 1));
  });

  it('changes as notes do', async () => {
    const text = `---\ntype: claim\nchallenges: ${JSON.stringify(nameOf(claim))}\n---\n`;
    const before = around(claim, 1);
    writeFileSync(join(vault.root, 'a new rival.md'), text);
    const edges = before.edges.length + 1;
    await shows({ ...before, nodes: [...before.nodes, before.nodes[0] as never] }, edges);
  });

  it('goes along with the editor, and says where there is nothing', async () => {
    const { page } = window;
    await quickOpen(page, basename(lonely));
    const frame = await graphFrame();
    await until(
      'an empty graph',
      visible(frame.getByRole('heading', { name: 'This note has no relations yet' })),
      30_000,
    );
    await screenshot(page, join(pictures, 'graph-none.png'));
    await quickOpen(page, basename(claim));
    await until('the status', async () => /^[2-9]|\d\d/u.test(await status()) || null);
  });

  it('saves a picture', async () => {
    const { page } = window;
    const frame = await graphFrame();
    await frame.locator('#export').click();
    await frame.locator('#svg').click();
    const input = page.locator('.quick-input-widget input[type="text"]');
    await until(
      'the dialog',
      async () => /\.svg$/u.test(await input.inputValue().catch(() => '')) || null,
    );
    await answer(page);
    const saved = () => readdirSync(vault.root).find(name => name.endsWith('.svg')) ?? null;
    const name = await until('the file', async () => saved(), 30_000);
    assert.match(readFileSync(join(vault.root, name), 'utf8'), /^<svg [\s\S]*<\/svg>\s*$/u);
  });

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['contrast', 'Default High Contrast'],
    ['dark', 'Default Dark Modern'],
  ])
    it(`can be seen in ${name} colours`, async () => {
      const { page } = window;
      mkdirSync(join(vault.root, '.vscode'), { recursive: true });
      const settings = JSON.stringify({ 'workbench.colorTheme': theme });
      const body = page.locator('.monaco-workbench');
      const before = await body.getAttribute('class');
      writeFileSync(join(vault.root, '.vscode', 'settings.json'), settings);
      await until('the theme', async () => (await body.getAttribute('class')) !== before || null);
      await page.waitForTimeout(500);
      await screenshot(page, join(pictures, `graph-${name}.png`));
      const frame = await graphFrame();
      await frame.locator('#scope').selectOption('vault');
      const whole = argumentGraph(vault.index, { kind: 'vault' }).nodes.length;
      await until(
        'the whole vault',
        async () => (await status()).startsWith(`${whole + 1} notes`) || null,
        60_000,
      );
      await until('it to stand still', visible(frame.locator('#stage[aria-busy="false"]')), 60_000);
      await page.waitForTimeout(500);
      await screenshot(page, join(pictures, `graph-vault-${name}.png`));
      await frame.locator('#scope').selectOption('note');
      await until('the note', async () => !(await status()).startsWith(`${whole + 1}`) || null);
    });

  it('goes on after the server was started anew, and still changes as notes do', async () => {
    const { page } = window;
    await command(page, 'Claimwright: Restart Server');
    const text = `---\ntype: claim\nchallenges: ${JSON.stringify(nameOf(claim))}\n---\n`;
    const [, notes, edges] = /^(\d+) notes, (\d+) edges/u.exec(await status()) ?? [];
    // The status item has no number of notes before they are read again.
    await page.waitForTimeout(5000);
    writeFileSync(join(vault.root, 'another new rival.md'), text);
    const more = `${Number(notes) + 1} notes, ${Number(edges) + 1} edges`;
    await until('the new note', async () => (await status()).startsWith(more) || null, 30_000);
  });

  it('is there again after a reload, as near', async () => {
    const { page } = window;
    const before = await status();
    const near = async () => (await graphFrame()).locator('#fit').textContent({ timeout: 1000 });
    await (await graphFrame()).locator('#fit').click();
    await until('all to be in sight', async () => (await near()) === '⤢' || null);
    await page.evaluate('globalThis.isBefore = true');
    // The editor's own way, which keeps what is to be kept.
    await press(page, 'F1');
    await type(page, 'Developer: Reload Window');
    await page.waitForTimeout(1500);
    await press(page, 'Enter');
    await until('another window', async () =>
      (await page.evaluate('globalThis.isBefore').catch(() => true)) ? null : true,
    );
    await until(
      'the graph',
      async () => ((await status().catch(() => '')) === before ? true : null),
      90_000,
    );
    await page.waitForTimeout(1000);
    assert.equal(await near(), '⤢');
  });

  function around(path: string, steps: number): Graph {
    return argumentGraph(vault.index, { kind: 'note', path, steps });
  }

  function isOneOfItsName(path: string): boolean {
    const same = [...vault.index.notes()].filter(each => basename(each) === basename(path));
    return same.length === 1 && existsSync(join(vault.root, path));
  }

  /** The frame in which the page of the graph runs. */
  function graphFrame(): Promise<Frame> {
    return until(
      'the page of the graph',
      async () => {
        for (const frame of window.page.frames())
          if (
            (await frame
              .locator('#stage')
              .count()
              .catch(() => 0)) > 0
          )
            return frame;
        return null;
      },
      60_000,
    );
  }

  async function status(): Promise<string> {
    const frame = await graphFrame();
    return (
      (await frame
        .locator('#status')
        .textContent({ timeout: 1000 })
        .catch(() => '')) ?? ''
    );
  }

  async function shows(graph: Graph, edges = graph.edges.length): Promise<void> {
    const start = `${graph.nodes.length} notes, ${edges} edge`;
    let shown = '';
    await doUntil(
      'the graph',
      async () => {},
      async () => {
        shown = await status();
        return shown.startsWith(start) || null;
      },
      { timeoutMs: 60_000 },
    ).catch(error => assert.fail(`${error.message} ${start}, not ${shown}.`));
  }
});
