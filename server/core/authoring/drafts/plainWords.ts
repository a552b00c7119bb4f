/** A text as its reader sees it: without links, emphasis, code marks and whatever else could act where it is put. */

const EMBED = /!\[\[[^[\]\n]*\]\]/gu;
const WIKI = /\[\[([^[\]|\n]*)(?:\|([^[\]\n]*))?\]\]/gu;
const IMAGE = /!\[[^[\]]*\]\((?:[^()\s]|\([^()\s]*\))*\)/gu;
const MARKDOWN = /\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?: "[^"\n]*")?\)/gu;
const EMPHASIS = /(?<![\p{L}\p{N}*_])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}*_])/gu;
const TAG = /<\/?[a-z][^<>]{0,200}>|<!--|-->/giu;
const BLOCK_ID = / \^[\w-]+\s*$/u;

/** On one line. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(BLOCK_ID, '')
    .replace(EMBED, ' ')
    .replace(WIKI, (_, target: string, alias: string | undefined) => alias ?? shownTarget(target))
    .replace(IMAGE, ' ')
    .replace(MARKDOWN, '$1')
    .replace(TAG, ' ')
    .replace(/\*\*|~~|%%|`+|\[\[|\]\]/gu, '')
    .replace(EMPHASIS, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** The name, without folders and what stands behind `#`. */
function shownTarget(target: string): string {
  const whole = target.split('#', 1)[0] ?? '';
  return whole.slice(whole.lastIndexOf('/') + 1).replace(/\.md$/iu, '');
}

/** A title as it may stand in a heading and a field: plain, and without a full stop. */
export function plainTitle(written: string): string {
  return plainWords(written)
    .replace(/^#+ +/u, '')
    .replace(/(?<![.!?])\.$/u, '')
    .trim();
}

/** The opening of a text, at most so many characters, cut between words. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const blank = cut.lastIndexOf(' ');
  const kept = blank > length / 2 ? cut.slice(0, blank) : cut;
  return `${kept.replace(/(?<![\s,;:.(–—-])[\s,;:.(–—-]+$|[\uD800-\uDBFF]$/gu, '')}…`;
}
