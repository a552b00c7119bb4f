/**
 * How the page of the graph fares in a browser without a graphics card: how long a graph takes until it can be seen and
 * until it stands still, and how long frames take while a mouse drags it and a wheel scales it.
 *
 *   npm run build -- --production && node --import tsx test/bench/graphFrames.ts [NOTES…]
 *
 * It draws graphs of 300, 3,000 and 10,000 notes, or of as many as are named. A screen shows a frame each 16.7 ms.
 */
import type { Page } from 'playwright-core';
import { findBrowser, startBrowser } from '../vscode/host/browser';
import { generatedGraph } from '../webview/generatedGraph';
import { openGraphPage } from '../webview/graphPage';

const SECONDS = 4;
const [WIDTH, HEIGHT] = [1280, 800];

async function main(sizes: readonly number[]): Promise<void> {
  console.log(`${findBrowser()}, ${WIDTH} × ${HEIGHT}, milliseconds`);
  console.log('notes  edges  | seen  still | frames while: median  p95  longest');
  const browser = await startBrowser();
  try {
    for (const size of sizes) {
      const graph = generatedGraph(size);
      const viewport = { width: WIDTH, height: HEIGHT };
      const { page, show, complaints, close } = await openGraphPage(browser, { viewport });
      await page.evaluate(WATCH_LOAD);
      await show(graph);
      const load = (await page.evaluate('window.load')) as { seen: number; still: number };
      await page.waitForTimeout(1000);
      const head = `${size} ${graph.edges.length} | ${Math.round(load.seen)} ${Math.round(load.still)}`;
      console.log(`${head} | dragging ${told(await frames(page, () => drag(page)))}`);
      console.log(`${head} | scaling ${told(await frames(page, () => scale(page)))}`);
      // Another scope is another picture, of which all places are sought anew.
      const begun = show({ ...graph, scope: { kind: 'domain', domain: 'd0' } });
      await page.waitForTimeout(500);
      console.log(`${head} | dragging at once ${told(await frames(page, () => drag(page)))}`);
      await begun;
      for (const complaint of complaints) console.log(complaint);
      await close();
    }
  } finally {
    await browser.close();
  }
}

/** From the message of the extension on, until something is painted, and until all of it has its place. */
const WATCH_LOAD = `
  window.load = { seen: 0, still: 0 };
  window.addEventListener('message', () => {
    const start = performance.now();
    const stage = document.getElementById('stage');
    (function look() {
      const now = performance.now() - start;
      if (Number(stage.dataset.painted) > 0 && load.seen === 0) load.seen = now;
      if (stage.getAttribute('aria-busy') === 'false') load.still = now;
      else requestAnimationFrame(look);
    })();
  }, { once: true });`;

async function frames(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(`
    window.frameTimes = [];
    window.watching = true;
    let last = performance.now();
    requestAnimationFrame(function each(now) {
      frameTimes.push(now - last);
      last = now;
      if (watching) requestAnimationFrame(each);
    });`);
  await act();
  const times = (await page.evaluate('watching = false, frameTimes')) as number[];
  return times.slice(1).sort((a, b) => a - b);
}

/** In wide circles, so that what was out of sight comes into it. */
async function drag(page: Page): Promise<void> {
  const [x, y] = [WIDTH / 2, HEIGHT / 2];
  await page.mouse.move(x, 90);
  await page.mouse.down();
  const end = Date.now() + SECONDS * 1000;
  for (let at = 0; Date.now() < end; at++)
    await page.mouse.move(x + Math.sin(at / 15) * x * 0.9, y + Math.cos(at / 15) * y * 0.8);
  await page.mouse.up();
}

async function scale(page: Page): Promise<void> {
  await page.mouse.move(WIDTH / 2, HEIGHT / 2);
  const end = Date.now() + SECONDS * 1000;
  for (let at = 0; Date.now() < end; at++) {
    await page.mouse.wheel(0, at % 40 < 20 ? -60 : 60);
    await page.waitForTimeout(16);
  }
}

function told(times: readonly number[]): string {
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  const figures = [at(0.5), at(0.95), times.at(-1)].map(each => (each ?? 0).toFixed(1));
  return `${times.length} frames: ${figures.join('  ')}`;
}

const named = process.argv.slice(2).map(Number);
void main(named.length > 0 ? named : [300, 3000, 10_000]);
