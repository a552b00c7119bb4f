/** A parsed note as bytes: a tenth of what its objects take, and what is kept of a vault between two runs. */
import type { Note } from '../../text/parseNote';
import { writeBody } from './body';
import { ByteWriter } from './bytes';
import { writeFrontmatter } from './frontmatter';
import { writeLinks } from './links';
import { TextWriter } from './texts';

/*
 * Five lengths, then the parts: links, front matter (empty where there is none), body, lines, lengths of the texts, and
 * the texts to the end. Each can be read without those before it.
 */
const parts = Array.from({ length: 4 }, () => new ByteWriter());
const header = new ByteWriter();
const texts = new TextWriter();

/** `marks` is for each link what `nameMark` tells of the name it means; `reserve` provides room for so many bytes. */
export function packNote(
  note: Note,
  marks: readonly number[],
  reserve: (size: number) => Uint8Array = size => new Uint8Array(size),
): Uint8Array {
  const [links, frontmatter, body, lines] = parts as [
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
  ];
  for (const each of [...parts, header, texts]) each.clear();
  writeLinks(links, texts, note.links, marks);
  if (note.frontmatter !== null) writeFrontmatter(frontmatter, texts, note.frontmatter);
  writeBody(body, texts, note);
  let before = 0;
  for (const start of note.lines) {
    lines.number(start - before);
    before = start;
  }
  const all = [...parts, texts.lengths, texts.pool];
  for (const each of all.slice(0, -1)) header.number(each.length);
  const size = all.reduce((sum, { length }) => sum + length, header.length);
  const bytes = reserve(size);
  let at = header.copyTo(bytes, 0);
  for (const each of all) at = each.copyTo(bytes, at);
  return bytes;
}
