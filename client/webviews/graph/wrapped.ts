/** Breaks a text into lines of a width, the last one shortened where there is more. */
import type { Brush } from './paint';

/** Measuring costs more than drawing. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5000;

/** Sets the font. */
export function wrapped(
  brush: Brush,
  text: string,
  font: string,
  room: number,
  most: number,
): readonly string[] {
  brush.font = font;
  const key = `${font}\0${room}\0${most}\0${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const lines = broken(text, most, line => brush.measureText(line).width <= room);
  known.set(key, lines);
  return lines;
}

function broken(text: string, most: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else if (lines.length + 1 >= most) return [...lines, shortened(longer, fits)];
    else if (line === '') lines.push(shortened(word, fits));
    else {
      lines.push(line);
      line = fits(word) ? word : shortened(word, fits);
    }
  }
  return line === '' ? lines : [...lines, line];
}

function shortened(text: string, fits: (line: string) => boolean): string {
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${letters.slice(0, middle).join('')}…`)) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}
