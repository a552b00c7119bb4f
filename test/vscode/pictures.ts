/** Takes the README's pictures from the running editor, on a copy of the example vault: `npm run pictures`. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  goTo,
  hoverText,
  openActions,
  openWindow,
  press,
  quickOpen,
  screenshot,
  squiggles,
  suggestions,
  type,
  until,
} from './drive';

const ROOT = resolve(import.meta.dirname, '..', '..');
const NOTE =
  'protected bike lanes raise shop takings where most customers live within two kilometres.md';
const NEW = 'kerbside cafe tables slow drivers more than signs do.md';
const LIKLEY = 'continuous footways at side roads slow turning cars more than signs or paint do.md';

async function main(): Promise<void> {
  const folder = join(mkdtempSync(join(tmpdir(), 'claimwright-pictures-')), 'vault');
  cpSync(join(ROOT, 'examples', 'vault'), folder, { recursive: true });
  const begun = join(folder, 'domains/street-design', NEW);
  writeFileSync(begun, '');
  const window = await openWindow({
    folder,
    extensionPath: ROOT,
    size: { width: 1120, height: 640 },
    settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13 },
  });
  const { page } = window;
  try {
    await quickOpen(page, LIKLEY);
    await until(
      'the mistyped word to be marked',
      async () => (await squiggles(page)).error > 0 || null,
      30_000,
    );
    await goTo(page, lineOf(join(folder, 'domains/street-design', LIKLEY), 'likley'), 15);
    await press(page, 'ControlOrMeta+Shift+m');
    await quickOpen(page, LIKLEY);
    await openActions(page, 'likely');
    await screenshot(page, join(ROOT, 'media', 'quick-fix.png'));
    await press(page, 'Escape', 'ControlOrMeta+j');
    const note = join(folder, 'domains/street-design', NOTE);
    writeFileSync(note, `${readFileSync(note, 'utf8').trimEnd()}\n\nSee also \n`);
    await quickOpen(page, NOTE);
    const last = readFileSync(note, 'utf8').split('\n').length - 1;
    await goTo(page, last, 10);
    await type(page, '[[bike lanes junction', 60);
    await suggestions(page);
    await screenshot(page, join(ROOT, 'media', 'completion.png'));
    await press(page, 'Enter');
    await goTo(page, last, 30);
    await hoverText(page);
    await screenshot(page, join(ROOT, 'media', 'hover.png'));
    await press(page, 'Escape');
    writeFileSync(begun, '---\ntype: claim\ndomain: street-design\n');
    await quickOpen(page, NEW);
    await press(page, 'ControlOrMeta+b');
    await goTo(page, 4, 1);
    await type(page, 'c', 60);
    await suggestions(page);
    await press(page, 'Control+Space');
    await page.locator('.suggest-details').waitFor();
    await screenshot(page, join(ROOT, 'media', 'front-matter.png'));
  } finally {
    await window.close();
  }
}

function lineOf(file: string, text: string): number {
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex(line => line.includes(text)) + 1
  );
}

void main();
