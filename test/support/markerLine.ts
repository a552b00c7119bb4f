/** Marker lines: carets under a line of a note, and behind them what is expected of the text above. */

export interface Marker {
  readonly start: number;
  readonly end: number;
  /** What stands behind the carets. */
  readonly label: string;
}

/** A line that is meant as a marker, well formed or not; `^name` alone is a block id and text. */
const MEANT = /^ *\^(?:\^|0? |\.\.\.|")/u;
const FORM = /^( *)(?:(\^+)|\^(0)|\^(\.\.\.)|\^"(.+?)") (\S.*)$/u;

/** Takes the marker lines out of a note; `endOfLine` and `first` (its first offset) count for the text that remains. */
export function takeMarkers(
  lines: readonly string[],
  endOfLine: string,
  first: number,
): { lines: string[]; markers: Marker[] } {
  const kept: string[] = [];
  const markers: Marker[] = [];
  const open: { start: number; label: string }[] = [];
  let start = first;
  for (const line of lines) {
    if (!MEANT.test(line)) {
      const above = kept.at(-1);
      if (above !== undefined) start += above.length + endOfLine.length;
      kept.push(line);
      continue;
    }
    const [, blanks = '', carets, empty, opening, quote, label] = FORM.exec(line) ?? [];
    if (label === undefined) throw new Error(`not a marker line: ${line}`);
    const text = kept.at(-1) ?? '';
    const at = start + blanks.length;
    if (blanks.length + (carets?.length ?? 0) > text.length + 1)
      throw new Error(`the carets point behind the line: ${line}`);
    if (label === 'end') {
      const begun = open.pop();
      if (begun === undefined || carets !== '^')
        throw new Error(`no \`^...\` above, or more than one caret: ${line}`);
      markers.push({
        ...begun,
        end: blanks.length === text.length ? at + endOfLine.length : at + 1,
      });
    } else if (opening !== undefined) open.push({ start: at, label });
    else if (quote !== undefined) {
      const found = text.indexOf(quote);
      if (found < 0 || text.includes(quote, found + 1))
        throw new Error(`“${quote}” must stand once in the line above`);
      markers.push({ start: start + found, end: start + found + quote.length, label });
    } else {
      const width = empty === undefined ? (carets?.length ?? 0) : 0;
      const past = blanks.length + width > text.length ? endOfLine.length - 1 : 0;
      markers.push({ start: at, end: at + width + past, label });
    }
  }
  if (open.length > 0) throw new Error('a `^...` has no `^ end` below it');
  return { lines: kept, markers };
}

/** The note with markers under its lines, in one form, so that two sets of markers can be compared as texts. */
export function render(text: string, markers: readonly Marker[]): string {
  const shown: string[] = [];
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  let start = bom;
  for (const part of text.slice(bom).split(/(?<=\n)/u)) {
    const line = part.replace(/\r?\n$/u, '');
    const end = start + part.length;
    const isLast = end >= text.length;
    shown.push(line);
    const here = markers.flatMap(marker => {
      const lines: { at: number; text: string }[] = [];
      const begins = marker.start >= start && (marker.start < end || isLast);
      const within = marker.end <= end;
      if (begins) {
        const width = Math.min(marker.end, start + line.length + 1) - marker.start;
        const form = within ? (width === 0 ? '^0' : '^'.repeat(Math.max(1, width))) : '^...';
        lines.push({ at: marker.start - start, text: `${form} ${marker.label}` });
      } else if (marker.start < start && marker.end > start && marker.end <= end) {
        lines.push({ at: Math.min(marker.end - start - 1, line.length), text: '^ end' });
      }
      return lines;
    });
    const sorted = here.map(each => ' '.repeat(each.at) + each.text).sort();
    shown.push(...sorted);
    start = end;
  }
  return shown.join('\n');
}
