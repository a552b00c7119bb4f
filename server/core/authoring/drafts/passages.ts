/** The sentences of a source that a claim can rest on, each once. */
import { isThematicBreak } from '../../text/markers';
import { foldName } from '../../vault/names';
import type { Part, PartLine } from './partsOf';
import { plainWords } from './plainWords';

export interface Passage {
  /** One sentence or point, in plain words. */
  readonly text: string;
  /** Passages with the same number stand in one paragraph; in the order of the text. */
  readonly paragraph: number;
  /** Counts the sentences of the whole. */
  readonly place: number;
  readonly heading: string;
}

/** A bullet, a number, or the mark of a quotation in front of a line. */
const MARK = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/u;
const ITEM = /^[ \t]*(?:>(?:[ \t]?>)*[ \t]*)?(?:[-*+]|\d{1,3}[.)])[ \t]/u;
/** Where a sentence ends, or a point of a list inside of one begins. */
const BREAK =
  /(?<=[.!?]["”’)\]]?)(?<!\b(?:al|vs|etc|cf|approx|no|fig|dr|mr|ms|mrs|st|jr|inc|e\.g|i\.e)\.) (?=[\uE000"“‘'([]?[\p{Lu}\p{N}])|(?<=[;:,]) (?=\(\d{1,2}\) )/iu;
const ASKS = /\?["”’)\]\uE001]*$/u;
const POINT = /^\(\d{1,2}\) /u;
/** Private characters around what a link shows. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const LINK = /\[\[[^[\]\n]*\]\]/gu;
const LINKED = /\uE000[^\uE000\uE001]*\uE001/gu;
const MARKS = /[\uE000\uE001]/gu;
/** Longer lines are cut, and of very many passages the first ones have to do. */
const LONGEST_LINE = 20_000;
const MOST = 3000;

export function passagesIn(lines: readonly PartLine[], wanted: Part): Passage[] {
  const passages: Passage[] = [];
  let [paragraph, place] = [0, 0];
  let open: string[] = [];
  let heading = '';
  const before = new Set<string>();
  const close = () => {
    const text = plainWords(open.join(' ').replace(LINK, `${OPEN}$&${CLOSE}`));
    for (const sentence of text.split(BREAK)) {
      const said = sentence.replace(POINT, '').replace(/(?<![;,\s])[;,\s]+$/u, '');
      const plain = said.replace(MARKS, '').trim();
      const again = before.has(foldName(plain));
      if (saysSomething(said) && !again && passages.length < MOST) {
        passages.push({ text: plain, paragraph, place, heading });
        before.add(foldName(plain));
      }
      place++;
    }
    if (open.length > 0) paragraph++;
    open = [];
  };
  for (const line of lines) {
    const text = line.text.slice(0, LONGEST_LINE);
    const bare = text.replace(MARK, '').trim();
    const ends = bare === '' || isThematicBreak(bare) || bare.startsWith('|');
    if (line.part !== wanted || ends || ITEM.test(text) || line.heading !== heading) close();
    heading = line.heading;
    if (line.part === wanted && !ends) open.push(bare);
  }
  close();
  return passages;
}

/** Neither does a question, nor a lead-in without what it leads in, and the name of another note is not the source's word. */
function saysSomething(said: string): boolean {
  const own = said.replace(LINKED, '');
  return (
    said.trim() !== '' && !ASKS.test(said) && !said.endsWith(':') && own.length * 2 >= said.length
  );
}
