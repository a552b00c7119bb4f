/** The part of the page in which the graph is seen: which part of it is in sight, and how large. */
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { Canvases } from './Canvases';
import type { Marks } from './marks';
import type { Palette } from './palette';
import type { Viewpoint } from './remembered';
import { emptyScene, type Scene, type Spot, spotAt } from './scene';

/** Milliseconds of quiet until it is taken that somebody has let go of it. */
const HOLD = 200;
/** Milliseconds in which the graph moves to where it is asked for. */
const GLIDE = 220;
const [LEAST, MOST] = [0.02, 4];
/** Pixels beside a dot that still hit it. */
const SLACK = 4;

export class Stage {
  private scene: Scene = emptyScene;
  private transform: ZoomTransform = zoomIdentity;
  private readonly canvases: Canvases;
  /** When a person last moved the picture. */
  private held = Number.NEGATIVE_INFINITY;
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
    palette: Palette,
    private readonly onMoved: () => void,
  ) {
    this.canvases = new Canvases(root, palette);
    // A double click opens a note, and must not zoom as well.
    select(root).call(this.behaviour).on('dblclick.zoom', null);
    new ResizeObserver(() => this.resize()).observe(root);
    this.resize();
  }

  show(scene: Scene): void {
    this.scene = scene;
    this.canvases.show(scene);
  }

  recolour(palette: Palette): void {
    this.canvases.recolour(palette);
  }

  mark(marks: Marks): void {
    this.canvases.mark(marks);
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
    return performance.now() - this.held < HOLD || this.canvases.isFirst;
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
    this.canvases.move(transform);
    this.onMoved();
  }

  private size(): { width: number; height: number } {
    return { width: this.root.clientWidth, height: this.root.clientHeight };
  }

  private resize(): void {
    if (this.canvases.resize()) this.home?.again();
  }
}

/** The middle of what is seen, without room beside what there is; in the middle of it where all of it is seen. */
function within(wanted: number, low: number, high: number, seen: number): number {
  const half = seen / 2 - 24;
  if (high - low <= 2 * half) return (low + high) / 2;
  return Math.min(Math.max(wanted, low + half), high - half);
}
