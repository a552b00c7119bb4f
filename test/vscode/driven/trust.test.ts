/** A workspace that the author does not trust: notes are read and served, git is not asked, and nothing of the vault runs. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git, needGit, repositoryIn } from '../../support/gitRepository';
import { skipped } from '../../support/skipped';
import { type Traps, trapRepository } from '../../support/trappedRepository';
import {
  command,
  goTo,
  hoverText,
  indexed,
  openWindow,
  pick,
  press,
  pressUntil,
  quickOpen,
  savedText,
  screenshot,
  squiggles,
  suggestions,
  titled,
  type,
  until,
  visible,
  type Window,
} from '../drive';
import { extensionPath, pictures } from './vault';

const SECRET = 'a secret outside of the vault';
const FILES: Readonly<Record<string, string>> = {
  '.claimwright.yaml': `exclude: [../**]
domains: ['../../outside']
types:
  claim: { folders: ['../outside/<domain>', '/'] }
`,
  // What a workspace that is not trusted may not set, and what nobody may.
  '.vscode/settings.json': `{
  "security.workspace.trust.enabled": false,
  "claimwright.trace.server": "verbose",
  "claimwright.agent": "../../outside",
  "claimwright.server.path": "/bin/false",
  "git.path": "/bin/false"
}
`,
  'a.md': 'See [[warm dough]], [[secret]] and [it](../outside/secret.md).\n\n',
  'warm dough.md': '---\ntype: claim\n---\n\n# Warm dough\n\nIt rises in an hour.\n',
};

for (const trusted of [false, true])
  describe(`a workspace that is ${trusted ? '' : 'not '}trusted`, function () {
    this.timeout(240_000);
    let sandbox: string;
    let root: string;
    let traps: Traps;
    let window: Window;

    before(async function () {
      needGit(this);
      if (process.platform === 'win32') skipped(this, 'the traps are shell scripts');
      sandbox = mkdtempSync(join(tmpdir(), 'claimwright-trust-'));
      root = join(sandbox, 'vault');
      for (const [path, text] of Object.entries({
        ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`vault/${path}`, text])),
        'outside/secret.md': `# ${SECRET}\n`,
      })) {
        mkdirSync(dirname(join(sandbox, path)), { recursive: true });
        writeFileSync(join(sandbox, path), text);
      }
      repositoryIn(root);
      git(root, 'mv', 'warm dough.md', 'cold dough.md');
      git(root, 'commit', '--quiet', '--message=Renamed');
      traps = trapRepository(root);
      window = await openWindow({
        folder: root,
        extensionPath,
        say: () => {},
        settings: {
          'security.workspace.trust.enabled': !trusted,
          'security.workspace.trust.startupPrompt': 'never',
          // Where the workspace is trusted, the editor's own git runs what the repository names.
          'git.enabled': false,
        },
      });
      await indexed(window.page, 2);
    });

    after(async () => {
      await window?.close();
      if (sandbox !== undefined) rmSync(sandbox, { recursive: true, force: true });
    });

    it('is the kind of workspace that this is about', async () => {
      const restricted = window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
      assert.equal(await restricted.count(), trusted ? 0 : 1);
    });

    it('has its notes read and checked, with hovers and completions', async () => {
      const { page } = window;
      await quickOpen(page, 'a.md');
      await until('its faults', async () => (await squiggles(page)).error > 0 || null, 30_000);
      await goTo(page, 2, 1);
      await type(page, '[[cold', 40);
      const [first] = await suggestions(page);
      assert.match(first?.label ?? '', /^Warm dough|^cold dough/u);
      await press(page, 'Enter');
      assert.match(await savedText(page, join(root, 'a.md')), /\[\[cold dough\]\]/u);
      await goTo(page, 2, 6);
      assert.match(await hoverText(page), /It rises in an hour/u);
      await screenshot(page, join(pictures, `trust-${trusted ? 'trusted' : 'restricted'}.png`));
      await press(page, 'Escape');
    });

    it('reads nothing outside of the vault, whatever its settings and links say', async () => {
      const { page } = window;
      await goTo(page, 1, 25);
      const said = await hoverText(page);
      assert.match(said, /No note is named/u);
      assert.ok(!said.includes(SECRET), said);
      await press(page, 'Escape');
      await indexed(page, 2);
    });

    it('composes a message only where it is trusted', async () => {
      const { page } = window;
      const title = 'Claimwright: Compose Extraction Message';
      if (trusted) {
        await command(page, title);
        const toast = page.locator('.notification-toast', { hasText: /clipboard|Nothing|no /iu });
        await until('an answer', visible(toast), 30_000);
        await command(page, 'Notifications: Clear All Notifications');
        return;
      }
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await pressUntil(page, 'the palette', ['F1'], visible(rows));
      await type(page, title);
      const offered = async () => (await rows.allTextContents()).join();
      await until('the list to follow', async () => !/Developer:/u.test(await offered()) || null);
      await page.waitForTimeout(1000);
      assert.doesNotMatch(await offered(), /Compose Extraction/u);
      await press(page, 'Escape');
    });

    it('repairs links, by renames of the past only where it is trusted', async () => {
      const { page } = window;
      await quickOpen(page, 'a.md');
      await command(page, 'Claimwright: Repair Links…');
      await titled(page, /^Repair links$/u);
      await pick(page, 'This note');
      await titled(page, /1 of \d|safe/u);
      const asked = (await page.locator('.quick-input-widget').textContent()) ?? '';
      assert.equal(/git commit/u.test(asked), trusted, asked);
      await press(page, 'Escape');
      await command(page, 'Notifications: Clear All Notifications');
    });

    it('tells the history of its links only where it is trusted', async () => {
      const { page } = window;
      await command(page, 'Claimwright: Vault Health');
      const health = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      await health.getByRole('button', { name: 'Show History' }).click({ timeout: 60_000 });
      const card = health.locator('.card.history');
      const words = trusted ? /commit/iu : /workspace that you trust/u;
      await until('an answer', visible(card.filter({ hasText: words })), 30_000);
      await screenshot(page, join(pictures, `trust-health-${trusted}.png`));
    });

    it('has run nothing that the repository names', () => assert.equal(traps.sprung(), ''));
  });
