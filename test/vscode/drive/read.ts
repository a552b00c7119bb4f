/** What a person sees in the window, as text. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { save } from './keys';
import { until, untilSteady } from './wait';

export interface Suggestion {
  readonly label: string;
  /** What stands to the right of the label, as far as the row shows it. */
  readonly details: string;
  readonly focused: boolean;
}

/** The rows in sight, once there are some: a long list shows about a dozen. */
export async function suggestions(page: Page, timeoutMs = 10_000): Promise<readonly Suggestion[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  return untilSteady(
    'suggestions',
    async () => {
      const found = await rows.evaluateAll(elements =>
        elements
          // The list reuses its rows in any order; they are in order of their place on the screen.
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          // Without a named function: what the TypeScript loader adds to one is unknown to the page.
          .map(row => ({
            label: row.querySelector('.label-name')?.textContent ?? '',
            details: ['.signature-label', '.qualifier-label', '.details-label']
              .map(part => row.querySelector(part)?.textContent)
              .filter(Boolean)
              .join(' '),
            focused: row.classList.contains('focused'),
          })),
      );
      return found.length > 0 && found.some(row => row.label) ? found : null;
    },
    timeoutMs,
  );
}

/** The text of the hover in sight at the caret; it is asked for if there is none. */
export async function hoverText(page: Page, timeoutMs = 10_000): Promise<string> {
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  return untilSteady(
    'a hover',
    async () => {
      if ((await hover.count()) === 0) {
        await page.keyboard.press('ControlOrMeta+k');
        await page.keyboard.press('ControlOrMeta+i');
        await hover
          .first()
          .waitFor({ timeout: 2000 })
          .catch(() => {});
      }
      const text = (await hover.allInnerTexts()).join('\n').trim();
      return text && text !== 'Loading...' ? text : null;
    },
    timeoutMs,
  );
}

export interface Squiggles {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** Counts the underlines in sight; one that spans a line break counts once a line. */
export async function squiggles(page: Page): Promise<Squiggles> {
  const count = (kind: string) => page.locator(`.part.editor .squiggly-${kind}`).count();
  const [error, warning, information, hint] = await Promise.all(
    ['error', 'warning', 'info', 'hint'].map(count),
  );
  return {
    error: error ?? 0,
    warning: warning ?? 0,
    information: information ?? 0,
    hint: hint ?? 0,
  };
}

/** The characters above each underline in sight, in order; faint ones (hints) are left out. */
export async function markedWords(page: Page): Promise<readonly string[]> {
  const underlines = page.locator(
    '.part.editor .editor-instance :is(.squiggly-error, .squiggly-warning, .squiggly-info)',
  );
  return underlines.evaluateAll(elements => {
    const words: { readonly word: string; readonly top: number; readonly left: number }[] = [];
    for (const element of elements) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      let word = '';
      const editor = element.closest('.monaco-editor') ?? element;
      for (const line of editor.querySelectorAll('.view-line')) {
        const box = line.getBoundingClientRect();
        if (box.top > (top + bottom) / 2 || box.bottom < (top + bottom) / 2) continue;
        const texts = line.ownerDocument.createTreeWalker(line, 4 /* text */);
        for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
          const letters = text.textContent ?? '';
          for (let at = 0; at < letters.length; at++) {
            const range = line.ownerDocument.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const letter = range.getBoundingClientRect();
            const middle = (letter.left + letter.right) / 2;
            if (left < middle && middle < right) word += letters.charAt(at);
          }
        }
      }
      words.push({ word: word.replaceAll('\u00A0', ' '), top, left });
    }
    return words.sort((a, b) => a.top - b.top || a.left - b.left).map(({ word }) => word);
  });
}

/**
 * What the active editor holds, read from the disk after saving: the editor's own elements hold only
 * the lines in sight.
 */
export async function savedText(page: Page, file: string): Promise<string> {
  await save(page);
  return readFileSync(file, 'utf8');
}

export async function statusBar(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('.statusbar-item:visible').allInnerTexts();
  return texts.map(text => text.trim()).filter(Boolean);
}

/** Waits until the vault is read: the status bar counts its notes, these many where that is told. */
export async function indexed(page: Page, notes?: number): Promise<void> {
  const counted = new RegExp(`^${notes ?? '\\d+'} notes`, 'u');
  await until(
    `${notes ?? 'all'} notes to be read`,
    async () =>
      (await statusBar(page)).some(text => counted.test(text.replace(/[,.]/gu, ''))) || null,
    60_000,
  );
}
