/** The part of the page in which the graph is seen: moved and scaled at once, painted anew when there is time. */
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type Marks, noMarks, paintMarks } from './marks';
import { type Brush, paintSteps } from './paint';
import type { Palette } from './palette';
import type { Viewpoint } from './remembered';
import { type Bounds, emptyScene, type Scene, type Spot, spotAt } from './scene';

/** Notes and edges that can be painted within one frame. */
const QUICK = 600;
/** Share of the width and height that is painted beyond each side, to move into. */
const MARGIN = 0.5;
/** Milliseconds of quiet after which a large graph is painted anew in another scale. */
const QUIET = 60;
/** The same, until it is taken that somebody has let go of it. */
const HOLD = 200;
/** Milliseconds in which the graph moves to where it is asked for. */
const GLIDE = 220;
const [LEAST, MOST] = [0.02, 4];
/** Pixels beside a dot that still hit it. */
const SLACK = 4;

interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** As it was when it was painted; `null` where nothing is in it. */
  at: ZoomTransform | null;
}

export class Stage {
  private scene: Scene = emptyScene;
  private marks: Marks = noMarks;
  private transform: ZoomTransform = zoomIdentity;
  private front: Picture;
  private back: Picture;
  private readonly overlay: HTMLCanvasElement;
  private painting: { readonly steps: Generator<void>; readonly at: ZoomTransform } | null = null;
  /** Whether what is in the front is of another scene, theme or size. */
  private stale = true;
  private moved = 0;
  /** Whether no note was ever painted. */
  private blank = true;
  /** When a person last moved the picture. */
  private held = Number.NEGATIVE_INFINITY;
  private asked = false;
  private glide = 0;
  /** Where it glides to: a key that is pressed again goes on from there. */
  private aim: ZoomTransform | null = null;
  /** Shows what a person has not moved away from yet, in another size of the window, too. */
  private home: { readonly shows: 'start' | 'all' | 'spot'; again(): void } | null = null;
  private readonly behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([LEAST, MOST])
    .clickDistance(4)
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (event.sourceEvent !== null) {
        this.home = null;
        this.held = performance.now();
        // The hand that takes hold of it decides.
        cancelAnimationFrame(this.glide);
        this.aim = null;
      }
      this.move(event.transform);
    });

  constructor(
    private readonly root: HTMLElement,
    private palette: Palette,
    private readonly onMoved: () => void,
  ) {
    this.front = this.picture();
    this.back = this.picture();
    this.overlay = document.createElement('canvas');
    root.append(this.overlay);
    // A double click opens a note, and must not zoom as well.
    select(root).call(this.behaviour).on('dblclick.zoom', null);
    new ResizeObserver(() => this.resize()).observe(root);
    this.resize();
  }

  get current(): Scene {
    return this.scene;
  }

  show(scene: Scene): void {
    this.scene = scene;
    // What is being painted goes on: of a cloud that grows, nothing would ever be seen.
    this.stale = true;
    this.ask();
  }

  recolour(palette: Palette): void {
    this.palette = palette;
    this.repaint();
  }

  mark(marks: Marks): void {
    this.marks = marks;
    this.ask();
  }

  /** The note below a place of the window. */
  at(clientX: number, clientY: number): Spot | null {
    const { left, top } = this.root.getBoundingClientRect();
    const [x, y] = this.transform.invert([clientX - left, clientY - top]);
    return spotAt(this.scene, x, y, SLACK / this.transform.k);
  }

  /** Where a note is seen, in pixels from the left and top of the stage. */
  placeOf({ x, y, w, h }: Spot): { left: number; top: number; width: number; height: number } {
    const { k } = this.transform;
    const [left, top] = this.transform.apply([x - w / 2, y - h / 2]);
    return { left, top, width: w * k, height: h * k };
  }

  /** Whether a person moves the picture, or waits for the first one: what takes long has to wait. */
  get isPressed(): boolean {
    return performance.now() - this.held < HOLD || (this.blank && this.painting !== null);
  }

  /** Whether the picture is where it began. */
  get isAtHome(): boolean {
    return this.home !== null;
  }

  fit(glide = true): void {
    this.home = { shows: 'all', again: () => this.fit(false) };
    const { width, height } = this.size();
    const [l, t, r, b] = this.scene.bounds;
    const k = Math.min((width - 48) / (r - l || 1), (height - 72) / (b - t || 1), 1);
    const scale = Math.max(LEAST, k);
    this.go(this.centred((l + r) / 2, (t + b) / 2, scale), glide);
  }

  /** All of it; or, where that would be too small to read, what is around a note or the best connected one. */
  begin(path: string | null, readable: number): void {
    this.fit(false);
    this.home = { shows: 'start', again: () => this.begin(path, readable) };
    const { boxes, spots, byPath, bounds } = this.scene;
    if (!boxes || this.transform.k >= readable) return;
    const best = spots.reduce<Spot | null>(
      (a, b) => (a === null || b.degree > a.degree ? b : a),
      null,
    );
    const spot = byPath.get(path ?? '') ?? best;
    if (spot === null) return;
    const { width, height } = this.size();
    const [l, t, r, b] = bounds;
    const x = within(spot.x, l, r, width / readable);
    const y = within(spot.y, t, b, height / readable);
    this.go(this.centred(x, y, readable), false);
  }

  /** Where `restore` finds its way back to; `null` where nobody has moved the picture. */
  viewpoint(): Viewpoint | 'all' | null {
    if (this.home?.shows === 'start') return null;
    if (this.home?.shows === 'all') return 'all';
    const { width, height } = this.size();
    const { k } = this.transform;
    const [x, y] = this.transform.invert([width / 2, height / 2]);
    let [nearest, least]: [Spot | null, number] = [null, Number.POSITIVE_INFINITY];
    for (const spot of this.scene.spots) {
      const away = Math.hypot(spot.x - x, spot.y - y);
      if (away < least) [nearest, least] = [spot, away];
    }
    return nearest && { path: nearest.node.path, x: x - nearest.x, y: y - nearest.y, k };
  }

  /** Whether its note is still there. */
  restore(viewpoint: Viewpoint | 'all'): boolean {
    if (viewpoint === 'all') {
      this.fit(false);
      return true;
    }
    const spot = this.scene.byPath.get(viewpoint.path);
    if (spot === undefined) return false;
    this.home = { shows: 'spot', again: () => void this.restore(viewpoint) };
    const k = Math.min(MOST, Math.max(LEAST, viewpoint.k));
    this.go(this.centred(spot.x + viewpoint.x, spot.y + viewpoint.y, k), false);
    return true;
  }

  /** How many notes have their middle beyond the border. */
  get beyond(): number {
    const { width, height } = this.size();
    const [l, t] = this.transform.invert([0, 0]);
    const [r, b] = this.transform.invert([width, height]);
    return this.scene.spots.filter(({ x, y }) => x < l || x > r || y < t || y > b).length;
  }

  zoomBy(factor: number): void {
    this.home = null;
    const { width, height } = this.size();
    const start = this.aim ?? this.transform;
    const k = Math.min(MOST, Math.max(LEAST, start.k * factor));
    const [x, y] = start.invert([width / 2, height / 2]);
    this.go(this.centred(x, y, k), true);
  }

  panBy(dx: number, dy: number): void {
    this.home = null;
    const { x, y, k } = this.aim ?? this.transform;
    this.go(zoomIdentity.translate(x + dx, y + dy).scale(k), true);
  }

  /** Brings a note into sight, and moves no more than that takes. */
  reveal(spot: Spot, legible = false): void {
    const { width, height } = this.size();
    const place = this.placeOf(spot);
    const k = legible ? Math.max(this.transform.k, this.scene.boxes ? 0.6 : 0.8) : this.transform.k;
    const isSeen =
      place.left >= 8 &&
      place.top >= 8 &&
      place.left + place.width <= width - 8 &&
      place.top + place.height <= height - 8;
    if (isSeen && k === this.transform.k) return;
    this.home = null;
    this.go(this.centred(spot.x, spot.y, k), true);
  }

  private centred(x: number, y: number, k: number): ZoomTransform {
    const { width, height } = this.size();
    return zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k);
  }

  private go(target: ZoomTransform, glide: boolean): void {
    cancelAnimationFrame(this.glide);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.aim = glide && !still ? target : null;
    if (this.aim === null) {
      this.set(target);
      return;
    }
    const [start, began] = [this.transform, performance.now()];
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, now - began) / GLIDE);
      const eased = 1 - (1 - part) ** 3;
      const between = (a: number, b: number) => a + (b - a) * eased;
      const k = between(start.k, target.k);
      this.set(
        zoomIdentity.translate(between(start.x, target.x), between(start.y, target.y)).scale(k),
      );
      if (part < 1) this.glide = requestAnimationFrame(step);
      else this.aim = null;
    };
    this.glide = requestAnimationFrame(step);
  }

  /** Through d3, which goes on from there when a person drags. */
  private set(transform: ZoomTransform): void {
    select(this.root).call(this.behaviour.transform, transform);
  }

  private move(transform: ZoomTransform): void {
    this.transform = transform;
    this.moved = performance.now();
    this.ask();
    this.onMoved();
  }

  private size(): { width: number; height: number } {
    return { width: this.root.clientWidth, height: this.root.clientHeight };
  }

  /** Whole pixels: between two, letters would be blurred. */
  private margin(): { x: number; y: number } {
    const { width, height } = this.size();
    return { x: Math.round(width * MARGIN), y: Math.round(height * MARGIN) };
  }

  private resize(): void {
    const { width, height } = this.size();
    // Hidden, as while the list is shown: what was in sight stays as it was.
    if (width === 0 || height === 0) return;
    const { x, y } = this.margin();
    const scale = devicePixelRatio;
    for (const { canvas } of [this.front, this.back]) {
      canvas.width = Math.ceil((width + 2 * x) * scale);
      canvas.height = Math.ceil((height + 2 * y) * scale);
      canvas.style.width = `${width + 2 * x}px`;
      canvas.style.height = `${height + 2 * y}px`;
    }
    this.overlay.width = Math.ceil(width * scale);
    this.overlay.height = Math.ceil(height * scale);
    this.repaint();
    this.home?.again();
  }

  private picture(): Picture {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    this.root.append(canvas);
    return { canvas, at: null };
  }

  private repaint(): void {
    this.stale = true;
    this.painting = null;
    this.ask();
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.frame();
    });
  }

  private frame(): void {
    const { width, height } = this.size();
    if (width === 0 || height === 0) return;
    if (this.scene.spots.length + this.scene.lines.length <= QUICK) {
      if (this.stale || !this.covers(this.front)) this.paintNow();
    } else this.paintSome();
    this.place(this.front, true);
    this.place(this.back, false);
    this.paintOverlay();
  }

  private paintNow(): void {
    const steps = this.begun(this.front);
    while (!steps.next().done);
    this.front.at = this.transform;
    this.stale = false;
    this.tellPainted();
  }

  /** How many notes are in the picture, for whoever waits for it. */
  private tellPainted(): void {
    this.blank &&= this.scene.spots.length === 0;
    this.root.dataset['painted'] = `${this.scene.spots.length}`;
  }

  /** A part of it, into the picture behind, which comes to the front when it is done. */
  private paintSome(): void {
    if (this.painting === null) {
      const isMoving = performance.now() - this.moved < QUIET;
      const fits = !this.stale && this.covers(this.front);
      if (fits) return;
      // Painted again and again while somebody zooms, it would never be done.
      if (isMoving && !this.stale && this.isOtherScale()) {
        this.ask();
        return;
      }
      this.painting = { steps: this.begun(this.back), at: this.transform };
      this.stale = false;
    }
    const { steps, at } = this.painting;
    const isDone = steps.next().done === true;
    // Else the browser would only note what to paint, and do all of it in the last frame.
    brushOf(this.back.canvas).getImageData(0, 0, 1, 1);
    if (isDone) {
      this.back.at = at;
      [this.front, this.back] = [this.back, this.front];
      this.painting = null;
      this.tellPainted();
    }
    this.ask();
  }

  private begun({ canvas }: Picture): Generator<void> {
    const brush = brushOf(canvas);
    const { width, height } = this.size();
    const { x, y, k } = this.transform;
    const scale = devicePixelRatio;
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, canvas.width, canvas.height);
    const margin = this.margin();
    const [left, top] = [x + margin.x, y + margin.y];
    brush.setTransform(k * scale, 0, 0, k * scale, left * scale, top * scale);
    const [right, bottom] = [width + 2 * margin.x - left, height + 2 * margin.y - top];
    const area: Bounds = [-left / k, -top / k, right / k, bottom / k];
    return paintSteps(brush, this.scene, this.palette, { k, x: left, y: top }, area);
  }

  /** Whether the picture is of this scale, and nothing in sight lies beyond it. */
  private covers({ at }: Picture): boolean {
    if (at === null || at.k !== this.transform.k) return false;
    const { width, height } = this.size();
    const [dx, dy] = [this.transform.x - at.x, this.transform.y - at.y];
    return Math.abs(dx) <= width * MARGIN * 0.6 && Math.abs(dy) <= height * MARGIN * 0.6;
  }

  /** Whether there is a picture that can stand in, scaled, for a while. */
  private isOtherScale(): boolean {
    const { at } = this.front;
    return at !== null && at.k !== this.transform.k;
  }

  private place({ canvas, at }: Picture, isFront: boolean): void {
    canvas.style.visibility = isFront && at !== null ? 'visible' : 'hidden';
    if (!isFront || at === null) return;
    const margin = this.margin();
    const scale = this.transform.k / at.k;
    const whole = scale === 1 ? Math.round : (length: number) => length;
    const x = whole(this.transform.x - (at.x + margin.x) * scale);
    const y = whole(this.transform.y - (at.y + margin.y) * scale);
    canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  private paintOverlay(): void {
    const brush = brushOf(this.overlay);
    const { x, y, k } = this.transform;
    const scale = devicePixelRatio;
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, this.overlay.width, this.overlay.height);
    brush.setTransform(k * scale, 0, 0, k * scale, x * scale, y * scale);
    paintMarks(brush, this.scene, this.marks, this.palette, k);
  }
}

/** The middle of what is seen, without room beside what there is; in the middle of it where all of it is seen. */
function within(wanted: number, low: number, high: number, seen: number): number {
  const half = seen / 2 - 24;
  if (high - low <= 2 * half) return (low + high) / 2;
  return Math.min(Math.max(wanted, low + half), high - half);
}

function brushOf(canvas: HTMLCanvasElement): Brush {
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) throw new Error('This window cannot draw.');
  return brush;
}
