/** The commit message, composed by a key in a real window into Source Control, and committed from there. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git, needGit, repositoryIn } from '../../support/gitRepository';
import {
  focusEditor,
  openWindow,
  pick,
  press,
  quickOpen,
  screenshot,
  statusBar,
  type,
  until,
  type Window,
} from '../drive';
import type { Settings } from '../host/settings';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const NAME = '2026-09-22-oduya-school-street-counts.md';
const CLAIM = 'a school street without a guard is a street with a sign';
const CLAIM_PATH = `domains/street-design/${CLAIM}.md`;
const COMPOSED = [
  'ada: extract claims from 2026-09-22-oduya-school-street-counts',
  '',
  `- Source: inbox/archive/${NAME}`,
  '- Domain: street-design',
  '- Claims: 1, Entities: 0',
  '- Enrichments: 0',
  '- Extracted by: ada',
].join('\n');

/** As a promotion leaves them, and the source moved. */
function extract(vault: VaultCopy): void {
  const from = join(vault.root, `inbox/queue/${NAME}`);
  const to = join(vault.root, `inbox/archive/${NAME}`);
  mkdirSync(dirname(to), { recursive: true });
  const processed = vault
    .read(`inbox/queue/${NAME}`)
    .replace(/^status: .*$/mu, `status: processed\nclaims_extracted: ["${CLAIM}"]`)
    .replace(/^domain: .*$/mu, 'domain: street-design');
  renameSync(from, to);
  writeFileSync(to, processed);
  writeFileSync(
    join(vault.root, CLAIM_PATH),
    '---\ntype: claim\ndomain: street-design\nagent: ada\n---\n',
  );
}

describe('the commit message, by keys', () => {
  let vault: VaultCopy;
  let window: Window;

  before(function () {
    needGit(this);
  });
  beforeEach(() => {
    vault = copyExample();
    repositoryIn(vault.root);
    git(vault.root, 'config', 'user.name', 'A. Baker');
    git(vault.root, 'config', 'user.email', 'baker@example.org');
  });
  afterEach(async () => {
    await window?.close();
    vault?.remove();
  });

  it('stands in Source Control, counts what is not saved, asks before it replaces, and is committed', async () => {
    window = await open({
      'git.enableSmartCommit': true,
      'git.promptToSaveFilesBeforeCommit': 'never',
    });
    const { page } = window;
    extract(vault);
    await quickOpen(page, CLAIM_PATH);
    await press(page, 'ControlOrMeta+End');
    await type(page, 'Why it holds.');
    await press(page, 'Shift+Alt+m');
    await said(COMPOSED);
    await notified(/counts “a school street without a guard .* where it is not saved yet/u);
    await screenshot(page, join(pictures, 'message.png'));

    await press(page, 'ControlOrMeta+a');
    await type(page, 'Words of my own');
    await focusEditor(page);
    await press(page, 'Shift+Alt+m');
    await page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor();
    await screenshot(page, join(pictures, 'message-asked.png'));
    await pick(page, 'Put the new one below');
    await said(`Words of my own\n\n${COMPOSED}`);
    // What it wrote itself it replaces without a question, and nothing else.
    writeFileSync(
      join(vault.root, 'domains/street-design/another one.md'),
      '---\ntype: claim\n---\n',
    );
    const later = `Words of my own\n\n${COMPOSED.replace('Claims: 1', 'Claims: 2')}`;
    await focusEditor(page);
    await press(page, 'Shift+Alt+m');
    await said(later);

    await press(page, 'ControlOrMeta+Enter');
    await until('the commit', async () =>
      git(vault.root, 'rev-list', '--count', 'HEAD').trim() === '2' ? true : null,
    );
    assert.equal(git(vault.root, 'log', '-1', '--format=%B').trim(), later);
  });

  it('goes to the clipboard where the git extension is switched off', async () => {
    window = await open({ 'git.enabled': false });
    extract(vault);
    await quickOpen(window.page, CLAIM_PATH);
    await press(window.page, 'Shift+Alt+m');
    await notified(/The git extension is switched off\. The message is in the clipboard\./u);
    await press(window.page, 'ControlOrMeta+Home', 'ControlOrMeta+v');
    await press(window.page, 'ControlOrMeta+s');
    await until('the text from the clipboard', async () =>
      vault.read(CLAIM_PATH).startsWith(COMPOSED) ? true : null,
    );
  });

  async function open(settings: Settings): Promise<Window> {
    const opened = await openWindow({ folder: vault.root, extensionPath, settings, say: () => {} });
    const notes = `${[...vault.index.notes()].length} notes`;
    const indexed = async () => (await statusBar(opened.page)).join(' ').includes(notes) || null;
    await until('the vault to be indexed', indexed, 60_000);
    return opened;
  }

  /** The text in the place of the commit message, where the caret is. */
  async function said(message: string): Promise<void> {
    const editor = window.page.locator('.scm-editor .monaco-editor.focused');
    let last = '';
    await until(`the message\n${message}`, async () => {
      const lines = editor.locator('.view-line');
      last = (
        await lines.evaluateAll(found =>
          found
            .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .map(line => line.textContent)
            .join('\n'),
        )
      ).replaceAll('\u00A0', ' ');
      // Long lines are wrapped at blanks.
      return last.replace(/\s+/gu, '') === message.replace(/\s+/gu, '') || null;
    }).catch(async (error: Error) => {
      await screenshot(window.page, join(pictures, 'message-failed.png'));
      throw new Error(`${error.message} It says:\n${last}`);
    });
  }

  async function notified(pattern: RegExp): Promise<void> {
    const toasts = window.page.locator('.notification-toast');
    await until(`a notification ${pattern}`, async () =>
      (await toasts.allTextContents()).some(text => pattern.test(text)) ? true : null,
    );
  }
});
