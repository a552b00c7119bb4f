/** What is under way while the language server is killed, and what must have become of it. */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import {
  command,
  doUntil,
  goTo,
  hoverText,
  nameInExplorer,
  openActions,
  press,
  pressUntil,
  quickOpen,
  suggestions,
  titled,
  type,
  until,
  untilSteady,
  visible,
} from '../drive';
import { type Files, LINK_LINE, NOTE, type Trials } from './Trials';

/** Of one death. */
export interface Outcome {
  /** Milliseconds from the death to the fault being marked, and to the first right answer that this deed asks for. */
  readonly marked: number;
  readonly answered: number | null;
  readonly kills: number;
  /** Whether an edit that was under way was made. */
  readonly made?: boolean;
}

export interface Deed {
  readonly name: string;
  /** How often it is done, beside the others. */
  readonly weight: number;
  /** `chance` is from 0 to 1, and says when. */
  run(trials: Trials, chance: () => number): Promise<Outcome>;
}

/** Of the hint in a source. */
const HINT_LINE = 13;
const GONE = new Set(['The language server stopped meanwhile']);
const LETTERS = 'nothing is lost and nothing is there twice whatever happens to the server ';

export const deeds: readonly Deed[] = [
  {
    name: 'typing',
    weight: 6,
    async run(trials, chance) {
      const { page } = trials;
      await atEnd(trials);
      const words = LETTERS.slice(0, 20 + Math.floor(chance() * 50));
      const back = killed(trials, chance() * words.length * 25).then(death => trials.marked(death));
      const [marked] = await Promise.all([back, type(page, words, 25)]);
      trials.text += words;
      await trials.sound(GONE);
      return { marked, answered: null, kills: 1 };
    },
  },
  {
    name: 'a list of completions',
    weight: 3,
    async run(trials, chance) {
      const { page } = trials;
      await atEnd(trials);
      const typed = '[[cheap layouts';
      const typing = type(page, typed, 25);
      const death = await killed(trials, chance() * 800);
      await typing;
      const first = await doUntil(
        'the claim to be offered',
        () => press(page, 'Escape', 'Control+Space'),
        async () => {
          const [row] = await suggestions(page, 500).catch(() => []);
          return row?.label.startsWith('trial layouts') ? row : null;
        },
        { againMs: 1000 },
      );
      const answered = Date.now() - death;
      assert.ok(first.focused);
      await press(page, 'Enter');
      const marked = await trials.marked(death);
      trials.text += `[[${trials.target}]] `;
      await type(page, ' ');
      await trials.sound(GONE);
      return { marked, answered, kills: 1 };
    },
  },
  {
    name: 'a hover',
    weight: 3,
    async run(trials, chance) {
      const { page } = trials;
      await goTo(page, LINK_LINE, 20);
      const isRight = async () => {
        const said = await hoverText(page, 1500).catch(() => '');
        if (/rubber|concrete|cheap materials/u.test(said)) return true;
        await press(page, 'Escape');
        return null;
      };
      await until('the hover', isRight);
      const death = await killed(trials, chance() * 300);
      await press(page, 'Escape');
      // What was shown may still be: a new server has to say it.
      await trials.nextServer();
      await until('the hover again', isRight, trials.patience);
      const answered = Date.now() - death;
      await press(page, 'Escape');
      const marked = await trials.marked(death);
      await trials.sound(GONE);
      return { marked, answered, kills: 1 };
    },
  },
  {
    name: 'nothing',
    weight: 3,
    async run(trials, chance) {
      const death = await killed(trials, chance() * 500);
      const marked = await trials.marked(death);
      await trials.sound(GONE);
      return { marked, answered: null, kills: 1 };
    },
  },
  {
    name: 'the start of the next server',
    weight: 3,
    async run(trials, chance) {
      trials.kill();
      await trials.nextServer();
      await trials.page.waitForTimeout(chance() * 600);
      const death = trials.kill();
      const marked = await trials.marked(death);
      await trials.sound(GONE);
      return { marked, answered: null, kills: 2 };
    },
  },
  change('a quick fix', {
    async begin({ page }) {
      await goTo(page, 5, 15);
      await openActions(page, 'likely');
    },
    isWhole: (before, now) =>
      same(
        now,
        withOne(before, NOTE, text => text.replace('likley', 'likely')),
      ),
    // Without its fault the note shows nothing of whether it is checked.
    after: trials => trials.restore(),
  }),
  change('a rename', {
    async begin(trials) {
      const { page } = trials;
      await goTo(page, LINK_LINE, 20);
      const input = page.locator('.monaco-editor.rename-box input');
      await pressUntil(page, 'the box for the name', ['F2'], visible(input));
      await input.fill(trials.nextTarget);
    },
    isWhole(before, now, { target, nextTarget }) {
      const holders = [...before.values()].filter(text => text.includes(target)).length;
      const names = [...now.keys()].map(path => basename(path, '.md'));
      const texts = [...now.values()];
      return (
        names.includes(nextTarget) &&
        !names.includes(target) &&
        !texts.some(text => text.includes(target)) &&
        // The one link by the beginning of the title as well.
        texts.filter(text => text.includes(nextTarget)).length >= holders
      );
    },
    async after(trials) {
      trials.renamed();
      await trials.accept();
    },
  }),
  change('a file moved in the explorer', {
    async begin({ page, moving: [from, to] }) {
      await nameInExplorer(page, from, basename(to));
    },
    isWhole(before, now, { moving: [from, to] }) {
      const link = (path: string) => `(${basename(path)})`;
      const follow = (text: string) => text.replace(link(from), link(to));
      const moved = new Map([...before].map(([path, text]) => [path, follow(text)]));
      moved.set(to, moved.get(from) ?? '');
      moved.delete(from);
      return same(now, moved);
    },
    // The editor asks before it edits what another extension gave it.
    async answer({ page, patience, moving: [, to] }) {
      const ok = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'OK' });
      const isGone = async () => (await ok.count()) === 0 || null;
      await until('the question whether links follow', visible(ok), patience);
      await doUntil('it to be answered', () => ok.first().click({ timeout: 2000 }), isGone);
      const tab = page.locator(`.part.editor .tab.active[data-resource-name="${basename(to)}"]`);
      await until('the note by its new name', visible(tab), patience);
    },
    async end({ page }) {
      await command(page, 'Claimwright: Focus on Claim View');
    },
    async after(trials) {
      trials.moved();
      await trials.accept();
    },
  }),
  change('a hint made a claim', {
    async begin({ page, source }) {
      await quickOpen(page, basename(source));
      await goTo(page, HINT_LINE, 60);
      await command(page, 'Claimwright: Promote Hint to Claim…');
      await titled(page, /Promote hint/u);
      await until(
        'what the title comes to',
        visible(page.getByText(/file name \d+ of \d+ bytes/u)),
      );
    },
    isWhole(before, now, { source }) {
      const changed = [...now.keys()].filter(path => before.get(path) !== now.get(path));
      const [claim = '', ...others] = changed.filter(path => !before.has(path));
      const name = basename(claim, '.md');
      return (
        others.length === 0 &&
        changed.length === 2 &&
        now.get(source)?.includes(name) === true &&
        now.get(claim)?.includes(basename(source, '.md')) === true
      );
    },
    after: trials => trials.promoted(),
  }),
];

interface Change {
  /** Up to the last key, which is Enter. */
  begin(trials: Trials): Promise<void>;
  /** What the editor still asks; nothing of it is answered where this is not told. */
  answer?(trials: Trials): Promise<void>;
  /** Whether all of it was made. */
  isWhole(before: Files, now: Files, trials: Trials): boolean;
  /** Puts away what was opened for it. */
  end?(trials: Trials): Promise<void>;
  /** Goes on from there, where it was made. */
  after(trials: Trials): Promise<void>;
}

/** An edit of several notes, or of one: made as a whole, or not at all. */
function change(name: string, deed: Change): Deed {
  const { begin, answer = leaveAll, isWhole, end, after } = deed;
  return {
    name,
    weight: 2,
    async run(trials, chance) {
      const { page } = trials;
      await trials.restore();
      const before = trials.disk();
      await begin(trials);
      // Before the key or behind it: what is asked of none, of one that dies, and of the next.
      const killing = killed(trials, chance() * 500);
      await page.waitForTimeout(chance() * 250);
      await press(page, 'Enter');
      const death = await killing;
      const marked = await trials.back(death);
      await answer(trials);
      const known = async () => {
        await trials.saved();
        const now = trials.disk();
        return same(now, before) ? 'not made' : isWhole(before, now, trials) ? 'made' : null;
      };
      const settled = (quietMs: number) =>
        untilSteady(`${name}, whole or not`, known, trials.patience, quietMs).catch(error =>
          assert.fail(`${error.message} ${difference(before, trials.disk())}`),
        );
      // What was asked of the dead server is asked of the next one, and comes late.
      const became = (await settled(500)) === 'made' ? 'made' : await settled(trials.late);
      await end?.(trials);
      if (became === 'made') await after(trials);
      await trials.cleared();
      await trials.sound(GONE);
      return { marked, answered: null, kills: 1, made: became === 'made' };
    },
  };
}

async function leaveAll({ page }: Trials): Promise<void> {
  for (let times = 0; times < 4; times++) await press(page, 'Escape');
}

/** The same files, but for one. */
function withOne(files: Files, path: string, edit: (text: string) => string): Files {
  return new Map(files).set(path, edit(files.get(path) ?? ''));
}

async function killed(trials: Trials, afterMs: number): Promise<number> {
  await trials.page.waitForTimeout(afterMs);
  return trials.kill();
}

async function atEnd({ page }: Trials): Promise<void> {
  await press(page, 'ControlOrMeta+End');
}

function same(one: Files, other: Files): boolean {
  return one.size === other.size && [...one].every(([path, words]) => other.get(path) === words);
}

/** What is different, in words. */
function difference(before: Files, now: Files): string {
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter(path => before.get(path) !== now.get(path))
    .map(path => `${path}: ${JSON.stringify([before.get(path), now.get(path)])}`)
    .join('\n');
}
