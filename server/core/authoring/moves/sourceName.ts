/** The file name of a source: its date, who wrote it, and the opening words of its title. */
import { fileNameOf, nameFault, shortName } from '../../vault/fileName';
import { byteLength, slugOf } from '../../vault/names';

/** Bytes of the part that the title gives. */
const BRIEF = 48;
/** Bytes of the part that names who wrote it: what is taken for a name may be anything. */
const LONGEST_HANDLE = 60;
/** Words that no name should end with. */
const LOOSE = /-(?:an?|and|as|at|by|for|from|in|is|of|on|or|that|the|to|with)$/u;

/** With `.md`; `copy` counts from 2 where the name is taken. */
export function sourceName(date: string, author: string, title: string, copy = 1): string {
  const parts = [date, handleOf(author), brief(title), copy > 1 ? String(copy) : ''];
  const name = parts.filter(part => part !== '').join('-');
  return nameFault(name) === null ? `${name}.md` : `${date}-source.md`;
}

/** The handle in `Name (@handle)`, the surname of a first author, or what a body of people is called. */
export function handleOf(author: string): string {
  const handle = /(?:^|[\s(])@([\w.-]{2,})/u.exec(author)?.[1];
  if (handle !== undefined) return shortName(slugOf(handle), LONGEST_HANDLE, '');
  const first = author.split(/[,;&(]|\band\b|\bet al\b/iu)[0]?.trim() ?? '';
  const words = first.replace(/^the /iu, '').split(/\s+/u);
  const isPerson = words.length === 2 || /^\p{Lu}\.?$/u.test(words[1] ?? '');
  const named = isPerson ? (words.at(-1) ?? '') : words.slice(0, 3).join(' ');
  return shortName(slugOf(named), LONGEST_HANDLE, '');
}

/** The title before its subtitle, cut between words. */
function brief(title: string): string {
  const [main = ''] = title.split(/: | [–—|-] /u);
  // A title of marks alone, such as emoji, is its own name.
  const slug = slugOf(slugOf(main).split('-').length > 1 ? main : title) || marksOf(title);
  let kept = '';
  for (const word of slug.split('-')) {
    const longer = kept === '' ? word : `${kept}-${word}`;
    if (byteLength(longer) > BRIEF) break;
    kept = longer;
  }
  // In many scripts a whole sentence is one word.
  if (kept === '') return shortName(slug, BRIEF, '');
  if (kept === slug) return kept;
  while (LOOSE.test(kept)) kept = kept.replace(LOOSE, '');
  return kept;
}

function marksOf(title: string): string {
  return fileNameOf(title.replace(/[\p{P}\s]+/gu, ''));
}
