/** The messages that a window shows, also those that were gone before anybody looked. */
import type { Page } from 'playwright-core';

/** As text: what the TypeScript loader adds to a function is unknown to the page. */
const WATCH = `{
  const shown = [];
  globalThis.shownToasts = shown;
  const take = toast => {
    const entry = { toast, text: '' };
    shown.push(entry);
    // Words come behind the frame around them.
    setTimeout(() => { entry.text = toast.textContent; }, 150);
  };
  new MutationObserver(all => {
    for (const { addedNodes } of all)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches('.notification-toast')) take(node);
        node.querySelectorAll('.notification-toast').forEach(take);
      }
  }).observe(document.body, { childList: true, subtree: true });
}`;
const TAKE = `globalThis.shownToasts.splice(0).map(({ toast, text }) => toast.textContent || text)`;

export async function watchToasts(page: Page): Promise<void> {
  await page.evaluate(WATCH);
}

/** Those that came since they were asked for last. */
export function newToasts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(TAKE);
}
