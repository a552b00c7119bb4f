/** A window on a copy of the example vault, whose language server is killed, and what must hold afterwards. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { listFiles } from '../../../server/disk';
import {
  command,
  focusEditor,
  indexed,
  openWindow,
  quickOpen,
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
import { newToasts, watchToasts } from './toasts';

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

And [what moves](moves-0.md).

`;
export const LINK_LINE = 14;
/** Another note with a link to the one that is moved. */
const HOLDER = 'domains/street-design/links-to-what-moves.md';
const HOLDER_TEXT = 'See [what moves](moves-0.md).\n';
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

/** Milliseconds without features after which it is no matter of seconds any more, unless a start takes so long. */
const MOST_AWAY = 10_000;
/** Milliseconds of work that make up for a death, as long as a start does not take longer. */
const LEAST_WORK = 1000;

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
  private moves = 0;
  /** Milliseconds that a start takes on this machine as it is now, with what is shown of it. */
  private startMs = 0;
  /** When the last server was back, what that took, and how many deaths it is to make up for. */
  private last = { at: 0, took: 0, deaths: 0 };
  /** When the process of the next one was seen. */
  private cameAt = 0;
  /** Messages that were shown. */
  messages = 0;
  /** What the note must hold now. */
  text = TEXT;

  constructor() {
    this.vault = copyExample();
    writeFileSync(join(this.vault.root, NOTE), TEXT);
    writeFileSync(join(this.vault.root, HOLDER), HOLDER_TEXT);
    writeFileSync(join(this.vault.root, this.movingAt(0)), 'This is what moves.\n');
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

  /** Paths of the note that is moved, and of where it is to go. */
  get moving(): readonly [string, string] {
    return [this.movingAt(this.moves), this.movingAt(this.moves + 1)];
  }

  private movingAt(moves: number): string {
    return `domains/street-design/moves-${moves}.md`;
  }

  moved(): void {
    this.moves += 1;
  }

  /** The source whose hint is next. */
  get source(): string {
    return pathOf(THINGS[this.promotions]);
  }

  /** Its claim is opened, unless the server died before it said where. */
  async promoted(): Promise<void> {
    this.promotions += 1;
    await until('the claim', visible(this.openedClaims), 1500).catch(() => {});
    await this.accept();
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
        'files.autoSave': 'afterDelay',
        'files.autoSaveDelay': 300,
        'editor.minimap.enabled': false,
        'editor.wordWrap': 'off',
      },
    });
    await indexed(this.page);
    await watchToasts(this.page);
    await command(this.page, 'Claimwright: Focus on Claim View');
    await quickOpen(this.page, basename(NOTE));
    for (const [page, title] of [
      ['Claimwright: Vault Health', 'Vault Health'],
      ['Claimwright: Show Argument Graph', 'Graph'],
    ] as const) {
      await command(this.page, page);
      // It comes late, and the note would be moved in its place.
      const tab = this.page.locator('.part.editor .tab.active', { hasText: title });
      await until(`the tab ${title}`, visible(tab), 30_000);
      await command(this.page, 'View: Move Editor into Right Group');
      await this.inNote();
    }
    this.usual = await this.status();
    assert.match(this.usual, /^\d+ notes 6 /u);
    this.files = this.disk();
    await this.sound(new Set());
    await this.measureStart();
  }

  private async measureStart(): Promise<void> {
    const [before] = this.servers();
    const from = Date.now();
    await command(this.page, 'Claimwright: Restart Server');
    const isNext = () => this.servers().some(pid => pid !== before) || null;
    await until('another server', async () => isNext(), 60_000);
    await until('the fault to be marked', async () => (await this.isWell()) || null, 60_000);
    this.startMs = Date.now() - from;
    await this.inNote();
    await this.sound(new Set());
  }

  /** Milliseconds after which nothing is waited for any more. */
  get patience(): number {
    return Math.max(20_000, this.startMs * 10);
  }

  /** Milliseconds in which what was asked of the dead server may still come of the next one. */
  get late(): number {
    return Math.max(3000, this.startMs * 2);
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
    this.last = { ...this.last, deaths: this.last.deaths + 1 };
    return Date.now();
  }

  /** Waits for the next server to run, and for what is shown of the last one to go. */
  async nextServer(): Promise<void> {
    const next = () => this.servers().some(pid => !this.killed.has(pid)) || null;
    await until('a new server', async () => next(), this.patience);
    this.cameAt = Date.now();
    // So quick may it be that nobody sees it go.
    const isGone = async () => (await this.status()) === '' || null;
    await until('the last status to go', isGone, 500).catch(() => {});
  }

  /** Milliseconds since `from` until the fault is marked again, and the status counts again. */
  async marked(from: number): Promise<number> {
    await this.nextServer();
    const isWell = async () => (await this.isWell()) || null;
    await until('the fault to be marked', isWell, this.patience);
    return this.isBack(from);
  }

  /** Milliseconds since `from` until the status counts again, whatever it counts. */
  async back(from: number): Promise<number> {
    await this.nextServer();
    const isThere = async () => (await this.status()) !== '' || null;
    await until('a status', isThere, this.patience);
    return this.isBack(from);
  }

  private isBack(from: number): number {
    const at = Date.now();
    const took = at - from;
    // As many times as long as others want the processors meanwhile.
    const crowd = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    const bound = Math.max(MOST_AWAY, this.startMs * 5) * crowd;
    const how = `${this.cameAt - from} of them until it ran, ${crowd.toFixed(1)} programs a processor`;
    assert.ok(took < bound, `back after ${took} ms, ${how}; a start took ${this.startMs}`);
    this.last = { at, took, deaths: this.last.deaths };
    return took;
  }

  /** Lets the server work as long as it started, for each death: who dies more often is given up in the end. */
  private async rest(): Promise<void> {
    const { at, took, deaths } = this.last;
    const until = at + deaths * Math.max(took, LEAST_WORK);
    await this.page.waitForTimeout(Math.max(0, until - Date.now()));
    this.last = { ...this.last, deaths: 0 };
  }

  /** All that must hold after a death, once features are back. `toasts` are those that may have been shown. */
  async sound(toasts: ReadonlySet<string>): Promise<void> {
    const { page } = this;
    assert.equal(await this.noteText(), this.text, 'the text is what was typed');
    await until(
      'the status and marks of before',
      async () => (await this.isWell()) || null,
      this.patience,
    );
    assert.equal((await squiggles(page)).error, 1, 'the fault is marked once');
    const shown = await newToasts(page);
    const unexpected = shown.filter(each => ![...toasts].some(words => each.includes(words)));
    assert.deepEqual(unexpected, [], 'no message that nobody needs');
    assert.ok(shown.length <= 1, `at most one message: ${shown.join()}`);
    this.messages += shown.length;
    assert.equal(this.servers().length, 1, 'one server');
    // One that has just ended is there until somebody looks.
    await until('no process to be left behind', async () => zombies() === 0 || null);
    const title = basename(NOTE, '.md').slice(0, 40);
    const pane = page.locator('.part.sidebar .pane', { hasText: title });
    await until('the claim view', visible(pane.locator('.monaco-list-row').first()), this.patience);
    const health = await this.pageWith('.figure');
    await until(
      'the page of health',
      visible(health.locator('.figure', { hasText: /^\s*6\s*errors/u })),
      this.patience,
    );
    const graph = await this.pageWith('#stage');
    await until('the graph', visible(graph.locator('#stage[aria-busy="false"]')), this.patience);
    await this.rest();
  }

  /** What the note holds in the editor, saved; waits until it is the text that it must hold, and not for ever. */
  private async noteText(): Promise<string> {
    const isRight = async () => this.disk().get(NOTE) === this.text || null;
    await until('the note', isRight, this.patience).catch(() => {});
    return this.disk().get(NOTE) ?? '';
  }

  /** By the editor itself: in the palette a key could come when the palette is gone, and would be text. */
  async saved(): Promise<void> {
    const dirty = this.page.locator('.part.editor .tab.dirty');
    const isClean = async () => (await dirty.count()) === 0 || null;
    await until('all to be saved', isClean, this.patience);
  }

  disk(): Files {
    const { root } = this.vault;
    for (;;)
      try {
        const read = (path: string) => readFileSync(join(root, path), 'utf8');
        return new Map([...listFiles(root)].sort().map(path => [path, read(path)]));
      } catch (error) {
        // It is renamed just now.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      }
  }

  /** Takes what there is now for what there has to be. */
  async accept(): Promise<void> {
    const now = this.disk();
    const came = now.size - this.files.size;
    this.usual = this.usual.replace(/^\d+/u, notes => String(Number(notes) + came));
    this.files = now;
    this.text = now.get(NOTE) ?? '';
    await this.showPages();
    await this.inNote();
  }

  /** What was opened beside the note, however late, is in front of a page. */
  private async showPages(): Promise<void> {
    const tabs = this.openedClaims;
    if ((await tabs.count()) === 0) return;
    while ((await tabs.count()) > 0) {
      const close = () => tabs.first().click({ button: 'middle', timeout: 2000 });
      await close().catch(() => {});
      await this.page.waitForTimeout(100);
    }
    await this.inNote();
  }

  private get openedClaims(): Locator {
    return this.page.locator('.part.editor .tab[data-resource-name^="Old "]');
  }

  /** Writes texts as they were at first, as another program would; nothing may be unsaved. */
  async restore(): Promise<void> {
    const text = TEXT.replaceAll(TARGET, this.target).replace('moves-0.', `moves-${this.moves}.`);
    const before = new Map(this.files).set(NOTE, text);
    const now = this.disk();
    for (const [path, text] of before)
      if (now.get(path) !== text) writeFileSync(join(this.vault.root, path), text);
    this.files = before;
    this.text = before.get(NOTE) ?? '';
    await this.inNote();
    const isWell = async () => (await this.isWell()) || null;
    await until('all to be as before', isWell, this.patience);
  }

  /** Shuts what was said. */
  async cleared(): Promise<void> {
    const said = await this.page.locator('.notification-toast').count();
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
      await this.showPages();
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
