/** Slugs and copies of ASCII names in one pass over their characters, as nearly all names are that and short. */

import { asciiText } from '../text/asciiText';

const LONGEST = 1024;
const HYPHEN = 0x2d;
const MASK = 0x7f;

/** Set where the slug so far is empty or ends in a hyphen, so that no other may follow. */
const AFTER_GAP = 0x80;
/** Set where the character stays. */
const STAYS = 0x100;

/** By `AFTER_GAP` and character: the character of the slug, the next `AFTER_GAP`, and whether it stays. */
const STEPS = Uint16Array.from({ length: 256 }, (_, at) => {
  const character = String.fromCharCode(at & MASK);
  const gap = at & AFTER_GAP;
  if (/[a-z0-9]/iu.test(character)) return STAYS | character.toLowerCase().charCodeAt(0);
  if (character === "'") return gap | HYPHEN;
  return AFTER_GAP | HYPHEN | (gap === 0 ? STAYS : 0);
});

const characters = new Uint8Array(LONGEST);

/** The slug of a name; `null` of one that is long or not ASCII. */
export function asciiSlug(name: string): string | null {
  const { length } = name;
  if (length > LONGEST) return null;
  let count = 0;
  let gap = AFTER_GAP;
  let seen = 0;
  let differs = 0;
  for (let at = 0; at < length; at++) {
    const code = name.charCodeAt(at);
    const step = STEPS[gap | (code & MASK)] as number;
    characters[count] = step & MASK;
    count += step >> 8;
    gap = step & AFTER_GAP;
    seen |= code;
    differs |= (step & MASK) ^ code;
  }
  if (seen > MASK) return null;
  if (gap !== 0 && count > 0) count--;
  return differs === 0 && count === length ? name : asciiText(characters, count);
}

/** A copy in one piece, which keeps no longer text alive; `null` of one that is long or not ASCII. */
export function asciiCopy(text: string): string | null {
  const { length } = text;
  if (length > LONGEST) return null;
  let seen = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    characters[at] = code;
    seen |= code;
  }
  return seen > MASK ? null : asciiText(characters, length);
}
