/** A bundled page of a webview in a browser, with a stand-in for what VS Code gives to webviews. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageText } from '../../client/webviews/pageText';
import { type ThemeName, themeClasses, themes } from './themes';

const BUNDLES = resolve(import.meta.dirname, '..', '..', 'dist', 'webviews');
const ORIGIN = 'http://claimwright.test';

export interface PageOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  /** What the page kept before a reload. */
  readonly state?: unknown;
}

export interface OpenPage<Asked, Told> {
  readonly page: Page;
  /** What the page said, in order. */
  asked(): Promise<Asked[]>;
  /** What it keeps for a reload. */
  kept(): Promise<unknown>;
  /** Resolves once the page has heard it. */
  tell(message: Told): Promise<void>;
  theme(name: ThemeName): Promise<void>;
  /** Errors, what the content security policy refused, and whatever it tried to load. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** `name` is that of its bundle, `body` what stands in it at first. */
export async function openPage<Asked, Told>(
  browser: Browser,
  { name, title, body }: { readonly name: string; readonly title: string; readonly body: string },
  { theme = 'dark', state, ...options }: PageOptions,
): Promise<OpenPage<Asked, Told>> {
  const viewport = { width: 1000, height: 760 };
  const context = await browser.newContext({ viewport, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const [script, style] = [`${ORIGIN}/${name}.js`, `${ORIGIN}/${name}.css`];
  const html = pageText({ script, style, source: ORIGIN, nonce: 'a1b2c3', title, body });
  await page.route('**/*', route => {
    const { pathname, origin } = new URL(route.request().url());
    if (origin !== ORIGIN) {
      complaints.push(`asked for ${route.request().url()}`);
      return route.abort();
    }
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({ contentType, body: readFileSync(`${BUNDLES}${pathname}`, 'utf8') });
  });
  await page.addInitScript(standIn(state));
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(themed(theme));
  return {
    page,
    complaints,
    asked: () => page.evaluate('window.asked') as Promise<Asked[]>,
    kept: () => page.evaluate('window.kept'),
    tell: async message => {
      await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
      // Messages come in order: behind this one it has been heard.
      await page.evaluate(
        `new Promise(done => { addEventListener('message', () => done(0), { once: true }); postMessage('', '*'); })`,
      );
    },
    theme: async chosen => {
      await page.evaluate(themed(chosen));
    },
    close: () => context.close(),
  };
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
