/** Moves of an author by keys alone, in a real window: challenge, retire, null result, new notes, each one undo. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answer,
  command,
  hidden,
  indexed,
  openWindow,
  pick,
  press,
  pressUntil,
  quickOpen,
  saveAll,
  screenshot,
  titled,
  type,
  until,
  visible,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const CLAIM =
  'domains/travel-behaviour/new riders copy a neighbour they know sooner than a campaign they have seen.md';
const OTHER =
  'people who have just moved house take up cycling more readily than their settled neighbours';
const SOURCE = '2026-10-05-tarnleigh-courier-quarry-hill-hearing.md';
const COPIED = `Counting bikes at night
By Ida Oak
3 March 2026
https://example.org/night

Nobody had counted before.
`;
/** What is in its title would run a command, were it a link in a message. */
const TRAP = 'inbox/queue/2026-11-01-trap.md';
const TRAP_TEXT = `---
type: source
title: "A report [Show details](command:workbench.action.toggleSidebarVisibility)"
domain: travel-behaviour
status: unprocessed
---

Text.
`;

describe('moves of an author, by keys', () => {
  let vault: VaultCopy;
  let window: Window;

  before(async () => {
    vault = copyExample();
    writeFileSync(join(vault.root, 'copied.md'), COPIED);
    writeFileSync(join(vault.root, TRAP), TRAP_TEXT);
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await quickOpen(window.page, 'copied.md');
    await indexed(window.page, [...vault.index.notes()].length + 2);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('makes a source of what was copied, and asks for nothing that it tells', async () => {
    const { page } = window;
    await quickOpen(page, 'copied.md');
    await copied();
    await command(page, 'Claimwright: New Source from Clipboard');
    await titled(page, /^New source/u);
    await screenshot(page, join(pictures, 'new-source.png'));
    await answer(page);
    await pick(page, 'travel-behaviour');
    const path = 'inbox/queue/2026-03-03-oak-counting-bikes-at-night.md';
    await until('the source to be there', async () => existsSync(join(vault.root, path)) || null);
    await opened('2026-03-03-oak-counting-bikes-at-night.md');
    await saved(path, /^Nobody had counted before\.$/mu);
    await command(page, 'View: Close All Editors');
    assert.match(vault.read(path), /^author: "Ida Oak"\nurl: https:\/\/example\.org\/night$/mu);
    assert.match(vault.read(path), /^domain: travel-behaviour$/mu);
  });

  it('challenges a claim with an objection, and one undo takes it back', async () => {
    const { page } = window;
    const before = vault.read(CLAIM);
    await quickOpen(page, CLAIM);
    await command(page, 'Claimwright: Challenge Claim…');
    await titled(page, /^Challenge the claim$/u);
    await press(page, 'ArrowDown');
    await answer(page);
    await asked('What speaks against it?');
    await type(page, 'Nobody asked the neighbours.');
    await answer(page);
    await written('Nobody asked the neighbours.');
    // The caret is put behind it.
    const caret = page.locator('#status\\.editor\\.selection').filter({ hasText: 'Col 31' });
    await caret.waitFor();
    await saved(CLAIM, /^- Nobody asked the neighbours\.$/mu);
    await undone(CLAIM, before);
  });

  it('retires a claim in favour of another', async () => {
    const { page } = window;
    const before = vault.read(CLAIM);
    await quickOpen(page, CLAIM);
    await command(page, 'Claimwright: Retire Claim…');
    await titled(page, /^Retire the claim$/u);
    await answer(page);
    await page.getByPlaceholder('Which claim replaces it?').waitFor();
    await type(page, 'settled neighbours moved');
    await page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: OTHER })
      .waitFor();
    await screenshot(page, join(pictures, 'retire.png'));
    await answer(page);
    await asked('May be left empty.');
    await type(page, 'Moving house explains it');
    await answer(page);
    await written('Retired on');
    await saved(CLAIM, /^\*\*Retired on .*Moving house explains it\. Replaced by \[\[people who/mu);
    assert.match(vault.read(CLAIM), /^superseded_by: people who have just moved house/mu);
    assert.match(vault.read(`domains/travel-behaviour/${OTHER}.md`), /^supersedes:$/mu);
    await undone(CLAIM, before);
  });

  it('archives a source that yields nothing, with the reason', async () => {
    const { page } = window;
    await quickOpen(page, SOURCE);
    await command(page, 'Claimwright: Mark Source as Null Result…');
    await asked('Why did nothing come of it?');
    await type(page, 'The trial has not begun.');
    await answer(page);
    const archived = join(vault.root, 'inbox/archive', SOURCE);
    await until('the source to be archived', async () => existsSync(archived) || null);
    assert.ok(!existsSync(join(vault.root, 'inbox/queue', SOURCE)));
    await saved(join('inbox/archive', SOURCE), /^status: null-result$/mu);
    assert.match(vault.read(join('inbox/archive', SOURCE)), /^notes: The trial has not begun\.$/mu);
  });

  it('makes a note of a type, where the agent of the note has such notes', async () => {
    const { page } = window;
    await quickOpen(page, CLAIM);
    await command(page, 'Claimwright: New Note…');
    await titled(page, /^New note$/u);
    await screenshot(page, join(pictures, 'new-note.png'));
    await pick(page, 'musing');
    await titled(page, /^New musing$/u);
    await asked('What is it called?');
    await type(page, 'Who counts at night?');
    await answer(page);
    const folder = join(vault.root, 'agents/bo/musings');
    await until(
      'the musing to be there',
      async () => readdirSync(folder).includes('who-counts-at-night.md') || null,
    );
    await opened('who-counts-at-night.md');
    await saved('agents/bo/musings/who-counts-at-night.md', /^# Who counts at night\?$/mu);
  });

  it('asks for no words where they would be refused, and shows no link of a note', async () => {
    const { page } = window;
    await command(page, 'View: Close All Editors');
    await quickOpen(page, TRAP);
    for (const name of ['Claimwright: Challenge Claim…', 'Claimwright: Retire Claim…']) {
      await command(page, name);
      const toast = page.locator('.notification-toast', { hasText: 'A report' }).first();
      await toast.waitFor();
      await screenshot(page, join(pictures, 'refused.png'));
      assert.match((await toast.textContent()) ?? '', /Show details/u);
      assert.equal(await toast.locator('.notification-list-item-message a').count(), 0);
      // Nothing is asked.
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await command(page, 'Notifications: Clear All Notifications');
      await toast.waitFor({ state: 'detached' });
    }
  });

  it('asks for the domain of a claim from nothing', async () => {
    const { page } = window;
    await command(page, 'View: Close All Editors');
    await command(page, 'Claimwright: New Claim…');
    await page.getByPlaceholder('Which domain does it belong to?').waitFor();
    await pick(page, 'street-design');
    const place = page.getByPlaceholder('A sentence that somebody could disagree with');
    await place.waitFor();
    await type(page, 'covered stands keep more bikes than open ones');
    const create = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Create claim' });
    await create.filter({ hasText: 'domains/street-design' }).waitFor();
    await answer(page);
    const path = 'domains/street-design/covered stands keep more bikes than open ones.md';
    await until('the claim to be there', async () => existsSync(join(vault.root, path)) || null);
    await opened('covered stands keep more bikes than open ones.md');
    await saved(path, /^domain: street-design$/mu);
  });

  it('makes an empty source, whatever the clipboard holds', async () => {
    const { page } = window;
    await command(page, 'View: Close All Editors');
    await quickOpen(page, 'copied.md');
    await copied();
    await command(page, 'Claimwright: New Note…');
    await titled(page, /^New note$/u);
    await pick(page, 'source');
    await asked('What is it called?');
    await type(page, 'Letters from a depot');
    await answer(page);
    await asked('Where was it published?');
    await answer(page);
    await asked('Who wrote it?');
    await answer(page);
    await pick(page, 'travel-behaviour');
    const queue = join(vault.root, 'inbox/queue');
    const made = await until(
      'the source to be there',
      async () => readdirSync(queue).find(name => name.includes('letters-from-a-depot')) ?? null,
    );
    await opened(made);
    assert.doesNotMatch(vault.read(join('inbox/queue', made)), /Nobody had counted|Ida Oak/u);
  });

  it('asks again, with the title that was refused', async () => {
    const { page } = window;
    const title = 'Who counts at night?';
    await command(page, 'View: Close All Editors');
    await quickOpen(page, CLAIM);
    await command(page, 'Claimwright: New Note…');
    await titled(page, /^New note$/u);
    await pick(page, 'musing');
    await asked('What is it called?');
    await type(page, title);
    await press(page, 'Enter');
    await page.locator('.notification-toast', { hasText: 'has that name' }).first().waitFor();
    const input = page.locator('.quick-input-widget input[type="text"]');
    await until(
      'it to be asked for again',
      async () => (await input.inputValue()) === title || null,
    );
    await press(page, 'Escape');
  });

  async function copied(): Promise<void> {
    const { page } = window;
    await pressUntil(page, 'the copy', ['ControlOrMeta+a', 'ControlOrMeta+c'], async () => {
      return (await page.evaluate('navigator.clipboard.readText()')) === COPIED || null;
    });
  }

  /** Keys go to it from now on. */
  async function opened(name: string): Promise<void> {
    const tab = `.editor-group-container.active .tab.active[data-resource-name="${name}"]`;
    await window.page.locator(tab).waitFor();
    await window.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Saves everything, and waits until the note holds that. */
  async function saved(path: string, wanted: RegExp): Promise<void> {
    const { page } = window;
    await saveAll(
      page,
      `${path} to be ${wanted}`,
      async () => wanted.test(vault.read(path)) || null,
    );
  }

  /** One undo takes back what was done to the note, and leaves it to be saved. */
  async function undone(path: string, text: string): Promise<void> {
    const { page } = window;
    const changed = page.locator('.part.editor .tab.dirty');
    await until('everything to be saved', hidden(changed));
    await pressUntil(page, 'the undo', ['ControlOrMeta+z'], visible(changed), { againMs: 6000 });
    await saveAll(page, `${path} to be as it was`, async () => vault.read(path) === text || null);
  }

  async function written(text: string): Promise<void> {
    const line = window.page.locator('.part.editor .view-line').filter({ hasText: text });
    await line.first().waitFor();
  }

  async function asked(prompt: string): Promise<void> {
    const message = window.page.locator('.quick-input-widget .quick-input-message');
    await message.filter({ hasText: prompt }).waitFor();
  }
});
