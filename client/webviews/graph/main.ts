/** The page of the argument graph: shows what the extension tells, and asks it for what a person wants. */
import type { GraphScope } from '../../../server/core/features/graph/form';
import { type Arrangement, arrange } from './arrange';
import { Card } from './Card';
import { byId } from './dom';
import { FilterPanel } from './FilterPanel';
import { type Filters, filtered, isFiltering, type Shown } from './filters';
import { showLegend } from './legend';
import { type Marks, noMarks } from './marks';
import { type Asked, isTold, sameScope, type Told } from './messages';
import { NoteList } from './NoteList';
import { isDirection, neighbourIn } from './neighbours';
import { inks, onThemeChange, readPalette } from './palette';
import { pngPicture, svgPicture } from './picture';
import { remembered, type Viewpoint } from './remembered';
import { Stage } from './Stage';
import { emptyScene, type Scene, type Spot, sceneOf } from './scene';
import { matches } from './search';
import { emptinessOf, factsOf, statusOf } from './words';

declare function acquireVsCodeApi(): {
  postMessage(message: Asked): void;
  getState(): unknown;
  setState(state: unknown): void;
};

type ToldGraph = Extract<Told, { readonly kind: 'graph' }>;

/** Scale from which the titles of boxes are read with ease. */
const READABLE = 0.8;
/** Milliseconds after which the picture counts as standing still. */
const REST = 200;

const vscode = acquireVsCodeApi();
let state = remembered(vscode.getState());
let told: ToldGraph | null = null;
let arrangement: Arrangement | null = null;
let cancel = () => {};
let shown: Shown = { nodes: [], edges: [] };
let scene: Scene = emptyScene;
let marks: Marks = noMarks;
let found: readonly string[] = [];
let resting = 0;

const box = inks(document);
document.body.append(box);
let palette = readPalette(box);

const stageRoot = byId('stage');
const search = byId<HTMLInputElement>('search');
const scopes = byId<HTMLSelectElement>('scope');
const domains = byId<HTMLSelectElement>('domain');
const steps = byId<HTMLSelectElement>('steps');
const follow = byId<HTMLInputElement>('follow');
const card = new Card(byId('card'));
const stage = new Stage(stageRoot, palette, () => {
  card.hide();
  settle();
});
const filterPanel = new FilterPanel(byId('filters'), filter);
const list = new NoteList(byId('notes'), path => open(path, false));

function remember(change: Partial<typeof state>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isTold(data)) return;
  if (data.kind === 'graph') receive(data);
  else if (data.kind === 'active') mark({ active: data.path });
  else refuse(data.why);
});

function receive(next: ToldGraph): void {
  const isSame = told !== null && sameScope(told.graph.scope, next.graph.scope);
  const kept = state.choice;
  // After a reload, or after it was refused for a while, it is where it was.
  const isAgain = told === null && kept !== null && sameScope(kept.scope, next.graph.scope);
  const viewpoint = isSame || isAgain ? state.viewpoint : null;
  told = next;
  remember({ choice: next.choice, viewpoint });
  showChoice(next);
  mark({ active: next.active });
  filterPanel.show(next.graph, state.filters);
  // Another centre or another distance is another picture; the same one must not jump.
  lay(isSame ? arrangement : null, !isSame, isAgain ? viewpoint : null);
}

function lay(
  earlier: Arrangement | null,
  begins: boolean,
  viewpoint: Viewpoint | 'all' | null,
): void {
  if (told === null) return;
  const { graph } = told;
  cancel();
  let isFirst = begins;
  stageRoot.setAttribute('aria-busy', 'true');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let ended = false;
  const waits = () => stage.isPressed;
  const stop = arrange(graph, earlier, still, waits, (next, done) => {
    arrangement = next;
    draw(done);
    const centre = graph.scope.kind === 'note' ? graph.scope.path : null;
    // A cloud grows while it finds its form.
    if (isFirst || (begins && !next.boxes && stage.isAtHome)) {
      const isBack = viewpoint !== null && stage.restore(viewpoint);
      if (!isBack) stage.begin(centre, READABLE);
    }
    isFirst = false;
    if (!done) return;
    ended = true;
    stageRoot.setAttribute('aria-busy', 'false');
    if (marks.focus !== null && !scene.byPath.has(marks.focus)) mark({ focus: null });
  });
  cancel = ended ? () => {} : stop;
}

/** What is shown, where it stands; `all` with what is slow, once it stands still. */
function draw(all: boolean): void {
  if (told === null || arrangement === null) return;
  const { graph } = told;
  shown = filtered(graph, state.filters);
  const { positions, routes, boxes } = arrangement;
  scene = sceneOf(graph, shown, positions, routes, boxes);
  stage.show(scene);
  const empty = emptinessOf(graph, shown);
  tellEmpty(empty?.title ?? '', empty?.advice ?? '', graph.nodes.length > 0);
  const words = statusOf(graph, shown, state.filters);
  say('status', all ? words : `${words}, finding places…`);
  byId('filter').classList.toggle('is-on', isFiltering(state.filters));
  if (!all) return;
  list.show(scene, shown.edges);
  showLegend(byId('legend').querySelector('ul') as HTMLElement, scene, palette);
  find(false);
  settle();
}

/** Notes that were moved, live, stand as if they had been there from the start. */
function arrangeAnew(): void {
  lay(null, true, null);
}

function settle(): void {
  clearTimeout(resting);
  resting = window.setTimeout(settled, REST);
}

/** Remembers what is in sight, and says whether there is more. */
function settled(): void {
  // The list may be in its place.
  if (scene.spots.length === 0 || stageRoot.hidden) return;
  remember({ viewpoint: stage.viewpoint() });
  const fit = byId('fit');
  const words = `Show all ${scene.spots.length.toLocaleString('en')}`;
  say('fit', stage.beyond > 0 ? words : '⤢');
  fit.setAttribute('aria-label', stage.beyond > 0 ? words : 'Show all');
}

function refuse(why: string): void {
  cancel();
  card.hide();
  stageRoot.setAttribute('aria-busy', 'false');
  [told, arrangement, scene, shown] = [null, null, emptyScene, { nodes: [], edges: [] }];
  stage.show(scene);
  list.show(scene, []);
  tellEmpty('There is no graph', why, false);
  say('status', why);
}

function tellEmpty(title: string, advice: string, below: boolean): void {
  const empty = byId('empty');
  empty.hidden = title === '';
  empty.classList.toggle('below', below);
  const [head, text] = [empty.querySelector('h2'), empty.querySelector('p')];
  if (head !== null) head.textContent = title;
  if (text !== null) text.textContent = advice;
}

function say(id: string, words: string): void {
  const place = byId(id);
  if (place.textContent !== words) place.textContent = words;
}

// What is shown

function showChoice({ choice, graph, domains: all }: ToldGraph): void {
  const { scope } = graph;
  scopes.value = scope.kind;
  domains.hidden = scope.kind !== 'domain';
  steps.hidden = scope.kind !== 'note';
  // Nothing else has a centre that could go along.
  byId('follows').hidden = scope.kind !== 'note';
  if (scope.kind === 'note') steps.value = `${scope.steps}`;
  const options = [...domains.options].map(({ value }) => value);
  if (options.join('\n') !== all.join('\n'))
    domains.replaceChildren(...all.map(name => new Option(name, name)));
  if (scope.kind === 'domain') domains.value = scope.domain;
  const domainOption = [...scopes.options].find(({ value }) => value === 'domain');
  if (domainOption !== undefined) domainOption.disabled = all.length === 0;
  follow.checked = choice.follow;
}

function ask(scope: GraphScope): void {
  vscode.postMessage({ kind: 'scope', scope });
}

/** The note around which the graph is, was, or could be best. */
function centre(): string | null {
  if (told === null) return null;
  const { scope } = told.graph;
  return scope.kind === 'note' ? scope.path : (marks.focus ?? marks.active);
}

function askSteps(number: number): void {
  const path = centre();
  if (path !== null) ask({ kind: 'note', path, steps: number });
}

scopes.addEventListener('change', () => {
  const path = centre() ?? shown.nodes[0]?.path;
  const [first] = domains.options;
  const own = told?.graph.nodes.find(node => node.path === path)?.domain;
  if (scopes.value === 'vault') ask({ kind: 'vault' });
  else if (scopes.value === 'domain') ask({ kind: 'domain', domain: own ?? first?.value ?? '' });
  else if (path !== undefined) ask({ kind: 'note', path, steps: Number(steps.value) });
});
domains.addEventListener('change', () => ask({ kind: 'domain', domain: domains.value }));
steps.addEventListener('change', () => askSteps(Number(steps.value)));
follow.addEventListener('change', () =>
  vscode.postMessage({ kind: 'follow', follow: follow.checked }),
);

function filter(filters: Filters): void {
  remember({ filters });
  if (told !== null) filterPanel.show(told.graph, filters);
  draw(true);
  if (marks.focus !== null && !scene.byPath.has(marks.focus)) mark({ focus: null });
}

/** A button that shows and hides a part of the page; Escape in it goes back to the button, as what it answers does. */
function unfolds(button: HTMLElement, panel: HTMLElement): () => void {
  const toggle = (open: boolean) => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', `${open}`);
  };
  button.addEventListener('click', () => toggle(panel.hidden === true));
  const close = () => {
    toggle(false);
    button.focus();
  };
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return close;
}
unfolds(byId('filter'), byId('filters'));
const closeExports = unfolds(byId('export'), byId('exports'));

function showList(asked: boolean): void {
  remember({ list: asked });
  list.toggle(asked);
  byId('list').setAttribute('aria-pressed', String(asked));
  for (const id of ['stage', 'zoom', 'legend']) byId(id).hidden = asked;
  card.hide();
  if (asked) byId('list').focus();
}
byId('list').addEventListener('click', () => showList(!state.list));
for (const id of ['list', 'notes'])
  byId(id).addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !state.list) return;
    showList(false);
    stageRoot.focus();
  });

// Finding

function find(go: boolean): void {
  found = matches(shown.nodes, search.value);
  mark({ matches: found });
  tellFound(go ? 0 : Math.max(0, found.indexOf(marks.focus ?? '')));
  const first = found[0];
  if (go && first !== undefined) focus(first, false);
}

function findNext(step: number): void {
  if (found.length === 0) return;
  const at = found.indexOf(marks.focus ?? '');
  const next = (at + step + found.length) % found.length;
  const path = found[at === -1 ? 0 : next];
  if (path !== undefined) focus(path, false);
  tellFound(at === -1 ? 0 : next);
}

function tellFound(at: number): void {
  if (search.value.trim() === '') say('found', '');
  else say('found', found.length === 0 ? 'none' : `${at + 1} of ${found.length}`);
}

search.addEventListener('input', () => find(true));
search.addEventListener('keydown', event => {
  if (event.key === 'Enter') findNext(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape' || event.key === 'ArrowDown') {
    if (event.key === 'Escape') {
      search.value = '';
      find(false);
    }
    stageRoot.focus();
  } else return;
  event.preventDefault();
});

// Looking at notes

function mark(change: Partial<Marks>): void {
  marks = { ...marks, ...change };
  stage.mark(marks);
}

function focus(path: string, withCard = true): void {
  const spot = scene.byPath.get(path);
  if (spot === undefined) return;
  mark({ focus: path });
  stage.reveal(spot, true);
  say('told', [spot.node.title, ...factsOf(spot)].join(', '));
  if (withCard) showCard(spot, true);
}

function showCard(spot: Spot, soon: boolean): void {
  card.show(spot, () => stage.placeOf(spot), soon);
}

function open(path: string, keepFocus: boolean): void {
  vscode.postMessage({ kind: 'open', path, keepFocus });
}

stageRoot.addEventListener('pointermove', event => {
  const spot = event.buttons === 0 ? stage.at(event.clientX, event.clientY) : null;
  stageRoot.classList.toggle('on-note', spot !== null);
  if ((spot?.node.path ?? null) !== marks.hover) mark({ hover: spot?.node.path ?? null });
  if (spot === null) card.hide();
  else showCard(spot, false);
});
stageRoot.addEventListener('pointerleave', () => {
  mark({ hover: null });
  card.hide();
});
stageRoot.addEventListener('click', ({ clientX, clientY }) => {
  const spot = stage.at(clientX, clientY);
  if (spot === null) return;
  mark({ focus: spot.node.path });
  open(spot.node.path, true);
});
stageRoot.addEventListener('dblclick', ({ clientX, clientY }) => {
  const spot = stage.at(clientX, clientY);
  if (spot !== null) open(spot.node.path, false);
});
stageRoot.addEventListener('focus', () => {
  const start = marks.focus ?? centre();
  if (start !== null && scene.byPath.has(start)) mark({ focus: start });
});
stageRoot.addEventListener('blur', () => card.hide());

/** Pixels that Shift and an arrow move the picture. */
const PAN = 120;

stageRoot.addEventListener('keydown', event => {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isDirection(key)) {
    if (shiftKey) pan(key);
    else step(key);
  } else if (!pressed(key)) return;
  event.preventDefault();
});

/** Whether the key means something. */
function pressed(key: string): boolean {
  switch (key) {
    case 'Enter':
    case ' ':
      if (marks.focus !== null) open(marks.focus, key === ' ');
      return true;
    case 'Escape':
      card.hide();
      mark({ focus: null, hover: null });
      return true;
    case '+':
    case '=':
      stage.zoomBy(1.3);
      return true;
    case '-':
      stage.zoomBy(1 / 1.3);
      return true;
    case '0':
      stage.fit();
      return true;
    case 'a':
      arrangeAnew();
      return true;
    case '1':
    case '2':
    case '3':
    case '4':
      askSteps(Number(key));
      return true;
    case '/':
      search.focus();
      search.select();
      return true;
    case 'c':
      if (marks.focus !== null)
        ask({ kind: 'note', path: marks.focus, steps: Number(steps.value) });
      return true;
    case 'l':
      showList(true);
      return true;
    default:
      return false;
  }
}

function step(key: Parameters<typeof neighbourIn>[0]): void {
  if (arrangement === null || scene.spots.length === 0) return;
  const start = marks.focus ?? centre();
  if (start === null || !scene.byPath.has(start)) {
    const [first] = scene.spots.toSorted((a, b) => b.degree - a.degree);
    if (first !== undefined) focus(first.node.path);
    return;
  }
  const next = neighbourIn(key, start, shown.edges, scene.byPath);
  focus(next ?? start);
}

function pan(key: Parameters<typeof neighbourIn>[0]): void {
  if (key === 'ArrowLeft') stage.panBy(PAN, 0);
  else if (key === 'ArrowRight') stage.panBy(-PAN, 0);
  else stage.panBy(0, key === 'ArrowUp' ? PAN : -PAN);
}

byId('closer').addEventListener('click', () => stage.zoomBy(1.3));
byId('farther').addEventListener('click', () => stage.zoomBy(1 / 1.3));
byId('fit').addEventListener('click', () => stage.fit());
byId('arrange').addEventListener('click', arrangeAnew);

// Pictures to keep

byId('svg').addEventListener('click', () => {
  if (told === null || arrangement === null) return;
  const text = svgPicture(told.graph, shown, arrangement);
  vscode.postMessage({ kind: 'save', format: 'svg', text });
  closeExports();
});
byId('png').addEventListener('click', () => {
  const text = pngPicture(scene, palette);
  if (text === '') say('status', 'The picture is too large for this window.');
  else vscode.postMessage({ kind: 'save', format: 'png', text });
  closeExports();
});

onThemeChange(() => {
  palette = readPalette(box);
  stage.recolour(palette);
  showLegend(byId('legend').querySelector('ul') as HTMLElement, scene, palette);
});

/** The keys are for the graph, unless they are for something else on the page. */
function takeFocus(): void {
  if (document.activeElement === document.body && !state.list) stageRoot.focus();
}

window.addEventListener('focus', takeFocus);
if (state.list) showList(true);
else if (document.hasFocus()) takeFocus();
vscode.postMessage({ kind: 'ready' });
