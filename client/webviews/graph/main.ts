/** The page of the argument graph: shows what the extension tells, and asks it for what a person wants. */
import type { GraphScope } from '../../../server/core/features/graph/form';
import { type Arrangement, arrange } from './arrange';
import { Card } from './Card';
import { byId, say } from './dom';
import { FilterPanel } from './FilterPanel';
import { Finder } from './Finder';
import { type Filters, filtered, isFiltering, type Shown } from './filters';
import { listenToKeys } from './keys';
import { showLegend } from './legend';
import { type Marks, noMarks } from './marks';
import { type Asked, isTold, sameScope, type Told } from './messages';
import { NoteList } from './NoteList';
import { type Direction, neighbourIn } from './neighbours';
import { inks, onThemeChange, readPalette } from './palette';
import { unfolds } from './panels';
import { pngPicture, svgPicture } from './picture';
import { remembered, type Viewpoint } from './remembered';
import { ScopeBar } from './ScopeBar';
import { Stage } from './Stage';
import { emptyScene, type Scene, type Spot, sceneOf } from './scene';
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
let resting = 0;

const box = inks(document);
document.body.append(box);
let palette = readPalette(box);

const stageRoot = byId('stage');
const card = new Card(byId('card'));
const stage = new Stage(stageRoot, palette, () => {
  card.hide();
  settle();
});
const filterPanel = new FilterPanel(byId('filters'), filter);
const scopeBar = new ScopeBar({
  ask,
  follow: follow => vscode.postMessage({ kind: 'follow', follow }),
  centre,
  start: () => {
    const path = centre() ?? shown.nodes[0]?.path;
    const node = told?.graph.nodes.find(each => each.path === path);
    return path === undefined ? null : { path, domain: node?.domain ?? null };
  },
});
const finder = new Finder({
  mark: paths => mark({ matches: paths }),
  go: path => focus(path, false),
  focused: () => marks.focus,
  leave: () => stageRoot.focus(),
});
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
  scopeBar.show(next);
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
  finder.lookIn(shown.nodes);
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

function ask(scope: GraphScope): void {
  vscode.postMessage({ kind: 'scope', scope });
}

/** The note around which the graph is, was, or could be best. */
function centre(): string | null {
  if (told === null) return null;
  const { scope } = told.graph;
  return scope.kind === 'note' ? scope.path : (marks.focus ?? marks.active);
}

function filter(filters: Filters): void {
  remember({ filters });
  if (told !== null) filterPanel.show(told.graph, filters);
  draw(true);
  if (marks.focus !== null && !scene.byPath.has(marks.focus)) mark({ focus: null });
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

listenToKeys(stageRoot, {
  step,
  pan,
  keys: {
    Enter: () => marks.focus !== null && open(marks.focus, false),
    ' ': () => marks.focus !== null && open(marks.focus, true),
    Escape: () => {
      card.hide();
      mark({ focus: null, hover: null });
    },
    '+': () => stage.zoomBy(1.3),
    '=': () => stage.zoomBy(1.3),
    '-': () => stage.zoomBy(1 / 1.3),
    0: () => stage.fit(),
    a: arrangeAnew,
    1: () => scopeBar.askSteps(1),
    2: () => scopeBar.askSteps(2),
    3: () => scopeBar.askSteps(3),
    4: () => scopeBar.askSteps(4),
    '/': () => finder.start(),
    c: () => marks.focus !== null && scopeBar.askAround(marks.focus),
    l: () => showList(true),
  },
});

function step(key: Direction): void {
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

function pan(key: Direction): void {
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
