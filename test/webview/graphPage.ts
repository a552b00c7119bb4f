/** The bundled page of the graph in a browser, with a stand-in for what VS Code gives to webviews. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { graphBody } from '../../client/webviews/graph/body';
import type { Asked, Choice, Told } from '../../client/webviews/graph/messages';
import { pageText } from '../../client/webviews/pageText';
import type { Graph } from '../../server/core/features/graph/form';
import { type ThemeName, themeClasses, themes } from './themes';

const ROOT = resolve(import.meta.dirname, '..', '..');
const ORIGIN = 'http://claimwright.test';

export interface GraphPageOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  /** What the page kept before a reload. */
  readonly state?: unknown;
}

export interface GraphPage {
  readonly page: Page;
  /** What the page said, in order. */
  asked(): Promise<Asked[]>;
  tell(message: Told): Promise<void>;
  /** Shows a graph and waits until it stands still. */
  show(graph: Graph, more?: Partial<Omit<Extract<Told, { kind: 'graph' }>, 'kind'>>): Promise<void>;
  theme(name: ThemeName): Promise<void>;
  /** Errors, what the content security policy refused, and whatever it tried to load. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openGraphPage(
  browser: Browser,
  { theme = 'dark', state, ...options }: GraphPageOptions = {},
): Promise<GraphPage> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 760 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const nonce = 'a1b2c3';
  const html = pageText({
    script: `${ORIGIN}/graph.js`,
    style: `${ORIGIN}/graph.css`,
    source: ORIGIN,
    nonce,
    title: 'Argument Graph',
    body: graphBody,
  });
  await page.route('**/*', route => {
    const { pathname, origin } = new URL(route.request().url());
    if (origin !== ORIGIN) {
      complaints.push(`asked for ${route.request().url()}`);
      return route.abort();
    }
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({ contentType: type, body: bundled(pathname.slice(1)) });
  });
  await page.addInitScript(standIn(state));
  await page.goto(`${ORIGIN}/`);
  const shown: GraphPage = {
    page,
    complaints,
    asked: () => page.evaluate('window.asked') as Promise<Asked[]>,
    tell: message => page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`),
    async show(graph, { choice, domains = [], active = null } = {}) {
      const usual: Choice = { vault: 'file:///vault', scope: graph.scope, follow: false };
      await page.evaluate(`document.getElementById('stage').setAttribute('aria-busy', 'asked')`);
      await shown.tell({ kind: 'graph', graph, choice: choice ?? usual, domains, active });
      await page
        .locator('#stage[aria-busy="false"]')
        .waitFor({ state: 'attached', timeout: 120_000 });
      await settled(page);
    },
    async theme(name) {
      await page.evaluate(themed(name));
      await settled(page);
    },
    close: () => context.close(),
  };
  await shown.theme(theme);
  return shown;
}

/** Two frames, in which what was asked for is drawn. */
function settled(page: Page): Promise<unknown> {
  return page.evaluate(
    'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))',
  );
}

function bundled(name: string): string {
  return readFileSync(resolve(ROOT, 'dist', 'webviews', name), 'utf8');
}

function standIn(state: unknown): string {
  return `
    window.asked = [];
    window.kept = ${JSON.stringify(state ?? null)} ?? undefined;
    window.acquireVsCodeApi = () => ({
      postMessage: message => window.asked.push(structuredClone(message)),
      getState: () => window.kept,
      setState: value => { window.kept = structuredClone(value); },
    });`;
}

function themed(name: ThemeName): string {
  const variables = Object.entries(themes[name]).map(([key, value]) => `--vscode-${key}: ${value}`);
  return `
    document.documentElement.style.cssText = ${JSON.stringify(variables.join(';'))};
    document.body.className = ${JSON.stringify(themeClasses[name])};`;
}
