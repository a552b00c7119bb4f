/** The page of a vault's health: shows the numbers that the extension tells, and asks it for the notes behind them. */
import type { HealthAnswer, HealthNotes, LinkHistory } from '../../../server/lsp/protocol';
import { byId, element } from '../graph/dom';
import { figures } from './figures';
import { historyCard, summaryOf } from './historyCard';
import { type Asked, isTold, type Told } from './messages';
import { remembered } from './remembered';
import { FEW, sectionTable } from './sectionTable';
import { counted } from './words';

declare function acquireVsCodeApi(): {
  postMessage(message: Asked): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** What stands in the columns of a wide page, above each other in a narrow one: what is wrong before what there is. */
const COLUMNS = [
  ['argument', 'findings'],
  ['links', 'history', 'confidence', 'hints', 'sources'],
  ['types'],
  ['domains'],
];

/** Milliseconds in which an editor that opens beside has its place. */
const LAYOUT = 2000;

const vscode = acquireVsCodeApi();
let state = remembered(vscode.getState());
let health: HealthAnswer | null = null;
let at = '';
const lists = new Map<string, HealthNotes>();
/** `null` while it is read, `undefined` before anybody asked. */
let history: LinkHistory | null | undefined;

function remember(change: Partial<typeof state>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

function take(told: Told): void {
  if (told.kind === 'counting') {
    byId('refresh').setAttribute('aria-busy', 'true');
    if (health === null) byId('about').textContent = 'Counting…';
  } else if (told.kind === 'outdated') {
    if (health !== null) tellAbout(health, '; notes changed since');
  } else if (told.kind === 'refused') refuse(told.why);
  else if (told.kind === 'notes') takeNotes(told);
  else if (told.kind === 'history') takeHistory(told.history);
  else takeHealth(told.health, told.at);
}

function takeHealth(now: HealthAnswer, time: string): void {
  const isFirst = health === null;
  const isSame = JSON.stringify(now) === JSON.stringify(health);
  at = time;
  health = now;
  remember({ vault: now.vault });
  byId('refused').hidden = true;
  byId('refresh').removeAttribute('aria-busy');
  tellAbout(now);
  if (isSame) return;
  // What is unfolded stays as it is until the extension tells of it anew.
  for (const key of state.unfolded) ask(key, 0);
  show();
  if (isFirst) scrollTo(0, state.scroll);
  byId('status').textContent = isFirst ? 'The numbers are there.' : 'The numbers changed.';
}

function takeNotes({ key, from, notes }: Extract<Told, { kind: 'notes' }>): void {
  const before = lists.get(key)?.notes ?? [];
  lists.set(key, { ...notes, notes: [...before.slice(0, from), ...notes.notes] });
  show();
}

function takeHistory(now: LinkHistory | null): void {
  history = now;
  show();
  byId('status').textContent =
    now === null ? 'Reading the history…' : (now.refused ?? summaryOf(now.points));
}

function refuse(why: string): void {
  byId('refresh').removeAttribute('aria-busy');
  const refused = byId('refused');
  refused.textContent = why;
  refused.hidden = false;
  if (health === null) byId('about').textContent = '';
}

function tellAbout({ name, notes }: HealthAnswer, since = ''): void {
  byId('about').textContent = `${name}: ${counted(notes, 'note')}, counted at ${at}${since}`;
}

/** Draws all anew; the reader's place, and the focus, stay where they are. */
function show(): void {
  if (health === null) return;
  const focused = document.activeElement;
  const focus = focused instanceof HTMLElement ? focused.dataset['focus'] : undefined;
  const place = scrollY;
  const { sections } = health;
  const shown = { unfolded: new Set(state.unfolded), whole: new Set(state.whole), lists };
  const past = { history, unfolded: state.history };
  byId('figures').replaceChildren(...figures(health, lead));
  byId('sections').replaceChildren(
    ...COLUMNS.map(names => {
      const column = element('div', '', 'column');
      for (const name of names) {
        const section = sections.find(each => each.name === name);
        if (section !== undefined)
          column.append(sectionTable(section, shown, { fold, showAll, more: ask, open }));
        else if (name === 'history')
          column.append(historyCard(past, { ask: askHistory, fold: foldHistory }));
      }
      return column;
    }),
  );
  scrollTo(0, place);
  if (focus !== undefined) focusOn(focus);
}

function focusOn(focus: string): void {
  const all = document.querySelectorAll<HTMLElement>('[data-focus]');
  [...all].find(each => each.dataset['focus'] === focus)?.focus({ preventScroll: true });
}

function fold(key: string, unfold: boolean): void {
  const others = state.unfolded.filter(each => each !== key);
  remember({ unfolded: unfold ? [...others, key] : others });
  if (unfold) ask(key, 0);
  else lists.delete(key);
  show();
}

/** Shows the notes behind a figure at the top. */
function lead(key: string): void {
  if (!state.unfolded.includes(key)) fold(key, true);
  focusOn(`row ${key}`);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.activeElement?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

function showAll(section: string): void {
  const before = health?.sections.find(({ name }) => name === section);
  remember({ whole: [...state.whole, section] });
  show();
  // The button is gone; what it showed is where the reader goes on.
  const first = before?.counts[FEW];
  if (first !== undefined) focusOn(`row ${first.key}`);
}

function ask(key: string, from: number): void {
  vscode.postMessage({ kind: 'notes', key, from });
}

function askHistory(): void {
  vscode.postMessage({ kind: 'history' });
}

/** The page has it so already. */
function foldHistory(unfold: boolean): void {
  if (unfold !== state.history) remember({ history: unfold });
}

function open(uri: string, keepFocus: boolean): void {
  keepPlace(document.activeElement);
  vscode.postMessage({ kind: 'open', uri, keepFocus });
}

/** The note that opens beside makes the page narrower, and the reader is still at the same line of it. */
function keepPlace(element: Element | null): void {
  const top = element?.getBoundingClientRect().top ?? 0;
  const stay = () => scrollBy(0, (element?.getBoundingClientRect().top ?? top) - top);
  addEventListener('resize', stay, { signal: AbortSignal.timeout(LAYOUT) });
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isTold(data)) take(data);
});
addEventListener('scrollend', () => remember({ scroll: scrollY }));
byId('refresh').addEventListener('click', () => vscode.postMessage({ kind: 'refresh' }));
vscode.postMessage({ kind: 'ready' });
