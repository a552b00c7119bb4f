/** A line of counts over time, in the colours of the theme; a table says the same in words. */
import { element } from '../graph/dom';

export interface ChartPoint {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly count: number;
  /** What the mouse is told. */
  readonly told: string;
}

export interface Chart {
  readonly points: readonly ChartPoint[];
  /** What it shows, in a sentence. */
  readonly summary: string;
  /** What stands below its ends. */
  readonly from: string;
  readonly to: string;
}

/** Units of the drawing, which is stretched to the room that it has. */
const WIDTH = 1000;
const HEIGHT = 100;
/** About so many lines across. */
const LINES = 4;

export function lineChart({ points, summary, from, to }: Chart): HTMLElement {
  const ticks = ticksUpTo(Math.max(...points.map(({ count }) => count)));
  const top = ticks.at(-1) ?? 1;
  const x = acrossTime(points.map(({ time }) => time));
  const y = (count: number) => round(HEIGHT - (HEIGHT * count) / top);
  const line = points.map(({ count }, at) => `${x[at]} ${y(count)}`).join('L');
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' });
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', summary);
  drawing.append(
    ...ticks.map(tick => svg('path', { class: 'tick', d: `M0 ${y(tick)}H${WIDTH}` })),
    svg('path', { class: 'area', d: `M0 ${HEIGHT}L${line}L${WIDTH} ${HEIGHT}Z` }),
    svg('path', { class: 'line', d: `M${line}` }),
    ...points.map(({ count, told }, at) => {
      // A line of no length with round ends is a dot, however the drawing is stretched.
      const dot = svg('path', { class: 'dot', d: `M${x[at]} ${y(count)}h0` });
      const title = svg('title', {});
      title.textContent = told;
      dot.append(title);
      return dot;
    }),
  );
  const scale = element('div', '', 'scale');
  for (const tick of ticks) {
    const label = element('span', tick.toLocaleString());
    label.style.setProperty('--at', String(tick / top));
    scale.append(label);
  }
  const ends = element('div', '', 'ends');
  ends.append(element('span', from), element('span', to));
  for (const each of [scale, ends]) each.setAttribute('aria-hidden', 'true');
  const chart = element('div', '', 'chart');
  chart.append(scale, drawing, ends);
  return chart;
}

/** From nothing to the most or more, in even steps of 1, 2 or 5 and zeros. */
function ticksUpTo(most: number): number[] {
  const least = Math.max(1, most / LINES);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5].find(each => each * power >= least) ?? 10);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** From left to right; a clock that went back counts as one that stood still. */
function acrossTime(times: readonly number[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  const clock = times.map(time => {
    latest = Math.max(latest, time);
    return latest;
  });
  const [first = 0, last = 0] = [clock[0], clock.at(-1)];
  const span = last - first;
  return clock.map((time, at) => {
    const share = span > 0 ? (time - first) / span : at / Math.max(1, clock.length - 1);
    return round(WIDTH * share);
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function svg(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
