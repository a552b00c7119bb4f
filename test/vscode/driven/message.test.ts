/** The commit message, composed by a key in a real window into Source Control, and committed from there. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git, needGit, repositoryIn } from '../../support/gitRepository';
import {
  doUntil,
  focusEditor,
  indexed,
  openWindow,
  pick,
  press,
  pressUntil,
  quickOpen,
  save,
  screenshot,
  type,
  until,
  visible,
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

/** Git has to be asked first; a second press may ask a second time. */
const COMPOSING = { againMs: 8000 };

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
    await composed(COMPOSED);
    const counts = /counts “a school street without a guard .* where it is not saved yet/u;
    await until('the notification', notified(counts));
    await screenshot(page, join(pictures, 'message.png'));

    await press(page, 'ControlOrMeta+a');
    await type(page, 'Words of my own');
    const choices = page.locator('.quick-input-list .monaco-list-row');
    const asked = async () => (await choices.count()) > 1 || null;
    await doUntil('the question', compose, asked, COMPOSING);
    await screenshot(page, join(pictures, 'message-asked.png'));
    await pick(page, 'Put the new one below');
    await until('both', said(`Words of my own\n\n${COMPOSED}`)).catch(failed);
    // What it wrote itself it replaces without a question, and nothing else.
    writeFileSync(
      join(vault.root, 'domains/street-design/another one.md'),
      '---\ntype: claim\n---\n',
    );
    const later = `Words of my own\n\n${COMPOSED.replace('Claims: 1', 'Claims: 2')}`;
    await composed(later);

    const committed = async () =>
      git(vault.root, 'rev-list', '--count', 'HEAD').trim() === '2' || null;
    await pressUntil(page, 'the commit', ['ControlOrMeta+Enter'], committed, COMPOSING);
    assert.equal(git(vault.root, 'log', '-1', '--format=%B').trim(), later);
  });

  it('goes to the clipboard where the git extension is switched off', async () => {
    window = await open({ 'git.enabled': false });
    extract(vault);
    const { page } = window;
    await quickOpen(page, CLAIM_PATH);
    const told = /The git extension is switched off\. The message is in the clipboard\./u;
    await doUntil('the notification', compose, notified(told), COMPOSING);
    const [first = ''] = COMPOSED.split('\n');
    const pasted = visible(page.locator('.part.editor .view-line').filter({ hasText: first }));
    const paste = ['ControlOrMeta+1', 'ControlOrMeta+Home', 'ControlOrMeta+v'];
    await pressUntil(page, 'the text from the clipboard', paste, pasted);
    await save(page);
    await until(
      'the text in the file',
      async () => vault.read(CLAIM_PATH).startsWith(COMPOSED) || null,
    );
  });

  async function open(settings: Settings): Promise<Window> {
    const opened = await openWindow({ folder: vault.root, extensionPath, settings, say: () => {} });
    await indexed(opened.page, [...vault.index.notes()].length);
    return opened;
  }

  async function compose(): Promise<void> {
    await focusEditor(window.page);
    await press(window.page, 'Shift+Alt+m');
  }

  async function composed(message: string): Promise<void> {
    await doUntil('the message', compose, said(message), COMPOSING).catch(failed);
  }

  /** Whether this is in the place of the commit message, with the caret. Long lines are wrapped at blanks. */
  function said(message: string): () => Promise<true | null> {
    return async () =>
      (await shown()).replace(/\s+/gu, '') === message.replace(/\s+/gu, '') || null;
  }

  async function shown(): Promise<string> {
    const lines = window.page.locator('.scm-editor .monaco-editor.focused .view-line');
    const text = await lines.evaluateAll(found =>
      found
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(line => line.textContent)
        .join('\n'),
    );
    return text.replaceAll('\u00A0', ' ');
  }

  async function failed(error: Error): Promise<never> {
    await screenshot(window.page, join(pictures, 'message-failed.png'));
    throw new Error(`${error.message} It says:\n${await shown()}`);
  }

  function notified(pattern: RegExp): () => Promise<true | null> {
    const toasts = window.page.locator('.notification-toast');
    return async () => (await toasts.allTextContents()).some(text => pattern.test(text)) || null;
  }
});
