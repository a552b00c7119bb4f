/** What copied text tells of the material that it comes from: its address, its title, and who wrote it. */

export interface CopiedSource {
  /** Empty where nothing tells. */
  readonly url: string;
  readonly title: string;
  readonly author: string;
  /** What of it is the material itself; may be empty. */
  readonly text: string;
}

const ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?$/iu;
const LINK = /^\[([^[\]]+)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)$/iu;
const AUTHOR = /^(?:by|authors?:|written by)[ \t]+(\S.{0,150})$/iu;
/** So many lines stand above or below the text itself. */
const EDGE = 8;
/** A longer line is a sentence, and no title. */
const LONGEST_TITLE = 200;

export function readCopied(copied: string): CopiedSource {
  const lines = copied.split(/\r\n|\r|\n/u).map(line => line.trim());
  const written = lines.filter(line => line !== '');
  const edges =
    written.length > 2 * EDGE ? [...written.slice(0, EDGE), ...written.slice(-EDGE)] : written;
  const [, linked, target] = edges.map(line => LINK.exec(line)).find(Boolean) ?? [];
  const url = target ?? edges.map(line => ADDRESS.exec(line)?.[1]).find(Boolean) ?? '';
  const words = written.filter(line => !ADDRESS.test(line) && !LINK.test(line));
  const first = (linked ?? words[0] ?? '').replace(/^#{1,6}[ \t]+/u, '').trim();
  const title = first.length > LONGEST_TITLE || AUTHOR.test(first) ? '' : first;
  const author = edges.map(line => AUTHOR.exec(line)?.[1]).find(Boolean) ?? '';
  // A lone address, title or name is no text of the material.
  const rest = words.filter(line => line !== title && !AUTHOR.test(line) && line !== words[0]);
  const text = rest.length > 0 || (words[0] ?? '').length > LONGEST_TITLE ? copied : '';
  return { url, title, author: author.trim(), text };
}
