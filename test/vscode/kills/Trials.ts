/** A window on a copy of the example vault, whose language server is killed, and what must hold afterwards. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { listFiles } from '../../../server/disk';
import {
  command,
  doUntil,
  focusEditor,
  indexed,
  openWindow,
  pressUntil,
  quickOpen,
  saveAll,
  screenshot,
  squiggles,
  statusBar,
  until,
  visible,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from '../driven/vault';
import { copyExtension } from './extensionCopy';
import { secondsOf, serversOf, zombies } from './processes';

const TARGET =
  'trial layouts in cheap materials find junction faults before concrete makes them permanent';
/** The note that is written: its fault is marked as long as a server runs. */
export const NOTE = 'domains/street-design/an editor goes on where its language server stops.md';
const TEXT = `---
type: claim
domain: street-design
description: "Nothing that is typed is lost, and nothing is there twice, whenever the process behind it dies"
confidence: likley
source: "Somebody"
created: 2026-05-27
supports:
  - ${TARGET}
---

# an editor goes on where its language server stops

See [[${TARGET}]].

`;
export const LINK_LINE = 14;
/** Of each source that waits; a source for each promotion, and more than are made. */
const THINGS =
  'benches paths walls gates bins kerbs signs lamps racks sheds posts bricks planks slabs hedges beds pumps locks ramps rails steps arches domes tiles'.split(
    ' ',
  );

function sourceOf(thing: string): string {
  return `---
type: source
title: "A year of ${thing}"
author: "Somebody"
url: https://example.org/${thing}
date: 2026-01-02
domain: street-design
format: report
status: unprocessed
priority: low
---

**Extraction hints:** One claim: "Old ${thing} last longer where somebody paints them each spring than where nobody does" — confidence: experimental (one town).
`;
}

function pathOf(thing: string | undefined): string {
  return `inbox/queue/2026-01-02-a-year-of-${thing}.md`;
}

/** By their paths. */
export type Files = ReadonlyMap<string, string>;

export class Trials {
  readonly vault: VaultCopy;
  private window: Window | undefined;
  private server = '';
  private readonly killed = new Set<number>();
  /** What the status bar says where all is well. */
  private usual = '';
  private files: Files = new Map();
  private renames = 0;
  private promotions = 0;
  /** What the note must hold now. */
  text = TEXT;

  constructor() {
    this.vault = copyExample();
    writeFileSync(join(this.vault.root, NOTE), TEXT);
    for (const thing of THINGS)
      writeFileSync(join(this.vault.root, pathOf(thing)), sourceOf(thing));
  }

  /** The name of the note that it links to, and the next one. */
  get target(): string {
    return this.targetAt(this.renames);
  }

  get nextTarget(): string {
    return this.targetAt(this.renames + 1);
  }

  private targetAt(renames: number): string {
    return renames === 0 ? TARGET : `trial layouts in cheap materials number ${renames}`;
  }

  /** The source whose hint is next. */
  get source(): string {
    return pathOf(THINGS[this.promotions]);
  }

  promoted(): void {
    this.promotions += 1;
  }

  renamed(): void {
    this.renames += 1;
  }

  get page(): Page {
    return this.window?.page ?? assert.fail('the window is not open');
  }

  /** The note in an editor, the claim beside it at the left, and the pages of health and graph at the right. */
  async open(): Promise<void> {
    const extension = copyExtension(extensionPath);
    this.server = join(extension, 'dist', 'server.js');
    this.window = await openWindow({
      folder: this.vault.root,
      extensionPath: extension,
      size: { width: 1900, height: 1000 },
      say: () => {},
      settings: {
        'editor.autoClosingBrackets': 'never',
        'editor.minimap.enabled': false,
        'editor.wordWrap': 'off',
      },
    });
    await indexed(this.page);
    await command(this.page, 'Claimwright: Focus on Claim View');
    await quickOpen(this.page, basename(NOTE));
    for (const page of ['Claimwright: Vault Health', 'Claimwright: Show Argument Graph']) {
      await command(this.page, page);
      await command(this.page, 'View: Move Editor into Right Group');
      await this.inNote();
    }
    this.usual = await this.status();
    assert.match(this.usual, /^\d+ notes 6 /u);
    this.files = this.disk();
    await this.sound(new Set());
  }

  async close(): Promise<void> {
    await this.window?.close();
    this.vault.remove();
  }

  async inNote(): Promise<void> {
    await focusEditor(this.page);
    await quickOpen(this.page, basename(NOTE));
  }

  /** Process ids of the servers that run. */
  servers(): number[] {
    return serversOf(this.server);
  }

  /** Returns when that was. */
  kill(): number {
    const [pid, ...others] = this.servers();
    if (pid === undefined || others.length > 0) assert.fail(`${this.servers().length} servers run`);
    process.kill(pid, 'SIGKILL');
    this.killed.add(pid);
    return Date.now();
  }

  /** Waits for the next server to run, and for what is shown of the last one to go. */
  async nextServer(): Promise<void> {
    const next = () => this.servers().some(pid => !this.killed.has(pid)) || null;
    await until('a new server', async () => next(), 30_000);
    // So quick may it be that nobody sees it go.
    const isGone = async () => (await this.status()) === '' || null;
    await until('the last status to go', isGone, 500).catch(() => {});
  }

  /** Milliseconds since `from` until the fault is marked again, and the status counts again. */
  async marked(from: number): Promise<number> {
    await this.nextServer();
    await until('the fault to be marked', async () => (await this.isWell()) || null, 30_000);
    return Date.now() - from;
  }

  /** Milliseconds since `from` until the status counts again, whatever it counts. */
  async back(from: number): Promise<number> {
    await this.nextServer();
    await until('a status', async () => (await this.status()) !== '' || null, 30_000);
    return Date.now() - from;
  }

  /** All that must hold after a death, once features are back. `toasts` are those that may have been shown. */
  async sound(toasts: ReadonlySet<string>): Promise<void> {
    const { page } = this;
    assert.equal(await this.noteText(), this.text, 'the text is what was typed');
    await until(
      'the status and marks of before',
      async () => (await this.isWell()) || null,
      30_000,
    );
    assert.equal((await squiggles(page)).error, 1, 'the fault is marked once');
    const shown = await page.locator('.notification-toast').allInnerTexts();
    const unexpected = shown.filter(each => ![...toasts].some(words => each.includes(words)));
    assert.deepEqual(unexpected, [], 'no message that nobody needs');
    assert.ok(shown.length <= 1, `at most one message: ${shown.join()}`);
    assert.equal(this.servers().length, 1, 'one server');
    assert.equal(zombies(), 0, 'no process is left behind');
    const title = basename(NOTE, '.md').slice(0, 40);
    const pane = page.locator('.part.sidebar .pane', { hasText: title });
    await until('the claim view', visible(pane.locator('.monaco-list-row').first()), 30_000);
    const health = await this.pageWith('.figure');
    await until(
      'the page of health',
      visible(health.locator('.figure', { hasText: /^\s*6\s*errors/u })),
    );
    const graph = await this.pageWith('#stage');
    await until('the graph', visible(graph.locator('#stage[aria-busy="false"]')));
  }

  /** What the note holds in the editor, saved; waits until it is the text that it must hold, and not for ever. */
  private async noteText(): Promise<string> {
    const isRight = async () => this.disk().get(NOTE) === this.text || null;
    await pressUntil(this.page, 'the note', ['ControlOrMeta+s'], isRight).catch(() => {});
    return this.disk().get(NOTE) ?? '';
  }

  async saved(): Promise<void> {
    const dirty = this.page.locator('.part.editor .tab.dirty');
    if ((await dirty.count()) === 0) return;
    await saveAll(this.page, 'all to be saved', async () => (await dirty.count()) === 0 || null);
    await focusEditor(this.page);
  }

  disk(): Files {
    const { root } = this.vault;
    return new Map(
      [...listFiles(root)].sort().map(path => [path, readFileSync(join(root, path), 'utf8')]),
    );
  }

  /** Takes what there is now for what there has to be. */
  async accept(): Promise<void> {
    const now = this.disk();
    const came = now.size - this.files.size;
    this.usual = this.usual.replace(/^\d+/u, notes => String(Number(notes) + came));
    this.files = now;
    this.text = now.get(NOTE) ?? '';
    const [path = ''] = [...now.keys()].filter(each => each.includes('where somebody paints'));
    const words = basename(path, '.md').slice(0, 4);
    // What was opened beside the note is in front of a page.
    const tab = this.page.locator(`.tab[data-resource-name^=${JSON.stringify(words)}]`);
    const close = () =>
      tab
        .first()
        .click({ button: 'middle', timeout: 2000 })
        .catch(() => {});
    if (path !== '' && (await tab.count()) > 0)
      await doUntil('the claim to be closed', close, async () => (await tab.count()) === 0 || null);
    await this.inNote();
  }

  /** Writes texts as they were at first, as another program would; nothing may be unsaved. */
  async restore(): Promise<void> {
    const before = new Map(this.files).set(NOTE, TEXT.replaceAll(TARGET, this.target));
    const now = this.disk();
    for (const [path, text] of before)
      if (now.get(path) !== text) writeFileSync(join(this.vault.root, path), text);
    this.files = before;
    this.text = before.get(NOTE) ?? '';
    await this.inNote();
    await until('all to be as before', async () => (await this.isWell()) || null, 30_000);
  }

  /** Shuts what was said. */
  async cleared(): Promise<void> {
    const toasts = this.page.locator('.notification-toast');
    const said = await toasts.count();
    assert.ok(said <= 1, 'at most one message');
    if (said > 0) await command(this.page, 'Notifications: Clear All Notifications');
    await this.inNote();
  }

  async picture(name: string): Promise<void> {
    if (this.window !== undefined) await screenshot(this.page, join(pictures, `${name}.png`));
  }

  /** Processor seconds a second, while nothing happens. */
  async load(): Promise<number> {
    const [server = 0] = this.servers();
    const [before, from] = [secondsOf(server), Date.now()];
    await this.page.waitForTimeout(2000);
    return (secondsOf(server) - before) / ((Date.now() - from) / 1000);
  }

  private async isWell(): Promise<boolean> {
    const { error } = await squiggles(this.page);
    return error > 0 && (await this.status()) === this.usual;
  }

  private async status(): Promise<string> {
    const said = (await statusBar(this.page)).find(text => /^[\d,]+ notes?\b/u.test(text)) ?? '';
    return said.replace(/\s+/gu, ' ');
  }

  private async pageWith(selector: string): Promise<Frame> {
    return until(`the page with ${selector}`, async () => {
      for (const frame of this.page.frames())
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      return null;
    });
  }
}
