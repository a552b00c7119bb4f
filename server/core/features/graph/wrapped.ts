/** A title on a few lines, without anything to measure it by. */

/** Widths in hundredths of the size of the font, as sans-serif fonts have them, rather too wide than too narrow. */
const NARROW = /[iljtfrI.,:;'|!()[\]\- ]/u;
const WIDE = /[mwMW@%&]/u;
const CAPITAL = /[\p{Lu}\d]/u;
/** Ideographs, kana, hangul and emoji fill a square. */
const SQUARE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Extended_Pictographic}\u{ff00}-\u{ff60}]/u;
const MARK = /\p{M}/u;

export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return (sum * size) / 100;
}

function widthOf(character: string): number {
  if (MARK.test(character)) return 0;
  if (NARROW.test(character)) return 34;
  if (SQUARE.test(character)) return 104;
  if (WIDE.test(character)) return 90;
  return CAPITAL.test(character) ? 69 : 57;
}

/** Lines that are at most as wide as `widths` says of each; what does not fit ends in an ellipsis. */
export function wrapped(text: string, widths: readonly number[], size: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/gu, ' ').trim();
  for (const [at, width] of widths.entries()) {
    if (rest === '') break;
    if (textWidth(rest, size) <= width) {
      lines.push(rest);
      break;
    }
    const isLast = at === widths.length - 1;
    const line = fitting(rest, isLast ? width - textWidth('…', size) : width, size);
    rest = rest.slice(line.length).trimStart();
    lines.push(isLast ? `${line.trimEnd()}…` : line.trimEnd());
  }
  return lines;
}

/** As many whole words as fit, or of the first one as many characters. */
function fitting(text: string, width: number, size: number): string {
  let [used, end, behindWord] = [0, 0, 0];
  for (const character of text) {
    used += (widthOf(character) * size) / 100;
    if (used > width && end > 0) break;
    end += character.length;
    // Words with hyphens, and addresses, are long.
    if (/[\s\-/_]/u.test(character) || SQUARE.test(character)) behindWord = end;
  }
  return text.slice(0, behindWord > 0 ? behindWord : end);
}
