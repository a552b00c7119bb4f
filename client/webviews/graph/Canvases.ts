/** The pictures of the graph, moved and scaled at once, painted anew when there is time. */
import { type ZoomTransform, zoomIdentity } from 'd3-zoom';
import { type Marks, noMarks, paintMarks } from './marks';
import { type Brush, paintSteps } from './paint';
import type { Palette } from './palette';
import { type Bounds, emptyScene, type Scene } from './scene';

/** Notes and edges that can be painted within one frame. */
const QUICK = 600;
/** Share of the width and height that is painted beyond each side, to move into. */
const MARGIN = 0.5;
/** Milliseconds of quiet after which a large graph is painted anew in another scale. */
const QUIET = 60;

interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** As it was when it was painted; `null` where nothing is in it. */
  at: ZoomTransform | null;
}

export class Canvases {
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
  private asked = false;

  constructor(
    private readonly root: HTMLElement,
    private palette: Palette,
  ) {
    this.front = this.picture();
    this.back = this.picture();
    this.overlay = document.createElement('canvas');
    root.append(this.overlay);
  }

  /** Whether the first picture is being made. */
  get isFirst(): boolean {
    return this.blank && this.painting !== null;
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

  move(transform: ZoomTransform): void {
    this.transform = transform;
    this.moved = performance.now();
    this.ask();
  }

  /** Takes the size of the stage; `false` where that is hidden. */
  resize(): boolean {
    const { width, height } = this.size();
    // Hidden, as while the list is shown: what was in sight stays as it was.
    if (width === 0 || height === 0) return false;
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
    return true;
  }

  private size(): { width: number; height: number } {
    return { width: this.root.clientWidth, height: this.root.clientHeight };
  }

  /** Whole pixels: between two, letters would be blurred. */
  private margin(): { x: number; y: number } {
    const { width, height } = this.size();
    return { x: Math.round(width * MARGIN), y: Math.round(height * MARGIN) };
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

function brushOf(canvas: HTMLCanvasElement): Brush {
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) throw new Error('This window cannot draw.');
  return brush;
}
