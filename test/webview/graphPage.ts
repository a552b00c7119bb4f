/** The page of the graph in a browser. */
import type { Browser, Page } from 'playwright-core';
import { graphBody } from '../../client/webviews/graph/body';
import type { Asked, Choice, Told } from '../../client/webviews/graph/messages';
import type { Graph } from '../../server/core/features/graph/form';
import { type OpenPage, openPage, type PageOptions } from './openPage';

export interface GraphPage extends OpenPage<Asked, Told> {
  /** Shows a graph and waits until it stands still. */
  show(graph: Graph, more?: Partial<Omit<Extract<Told, { kind: 'graph' }>, 'kind'>>): Promise<void>;
}

export async function openGraphPage(
  browser: Browser,
  options: PageOptions = {},
): Promise<GraphPage> {
  const about = { name: 'graph', title: 'Argument Graph', body: graphBody };
  const opened = await openPage<Asked, Told>(browser, about, options);
  const { page } = opened;
  await settled(page);
  return {
    ...opened,
    async show(graph, { choice, domains = [], active = null } = {}) {
      const usual: Choice = { vault: 'file:///vault', scope: graph.scope, follow: false };
      await page.evaluate(`document.getElementById('stage').setAttribute('aria-busy', 'asked')`);
      await opened.tell({ kind: 'graph', graph, choice: choice ?? usual, domains, active });
      await page
        .locator('#stage[aria-busy="false"]')
        .waitFor({ state: 'attached', timeout: 120_000 });
      await settled(page);
    },
    async theme(name) {
      await opened.theme(name);
      await settled(page);
    },
  };
}

/** Two frames, in which what was asked for is drawn. */
function settled(page: Page): Promise<unknown> {
  return page.evaluate(
    'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))',
  );
}
