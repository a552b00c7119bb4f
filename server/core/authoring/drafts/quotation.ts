/** Words of a source as the lines of a quoted block, plain, so that nothing in them acts where it is put. */
import { isThematicBreak } from '../../text/markers';
import type { Passage } from './passages';
import { plainWords, shortened } from './plainWords';

/** What one passage may take. */
const LONGEST = 600;
/** What would make a list, a heading, code or a rule of quoted words. */
const OPENING = /^(?:[#>+*=~-]+|\d{1,9}[.)](?= ))\s*/u;
/** The same in a line that is quoted as it stands, where lists stay what they are. */
const ACTING = /^(?:(?:[#>+*-]+(?=\s|$)|[=-]+\s*$|~{3,})\s*)+/u;
const QUOTED = /^(?:[ \t]*>)+ ?/u;
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/u;
const FENCE = /^[ \t]*(?:`{3,}[^`]*|~{3}.*)$/u;

/** One paragraph each, with a mark where something between them is left out; none where there is nothing to quote. */
export function quotation(passages: readonly Passage[]): string[] {
  const paragraphs: { readonly paragraph: number; last: number; said: string }[] = [];
  for (const { text, paragraph, place } of passages) {
    const said = shortened(text.replace(OPENING, ''), LONGEST);
    const before = paragraphs.at(-1);
    if (before?.paragraph !== paragraph) paragraphs.push({ paragraph, last: place, said });
    else {
      // Points of one sentence lost the mark between them.
      const next = /[.!?…]["”’)]?$/u.test(before.said) ? ' ' : '; ';
      before.said += `${place === before.last + 1 ? next : ' […] '}${said}`;
      before.last = place;
    }
  }
  return paragraphs.flatMap(({ said }) => ['>', `> ${said}`]).slice(1);
}

/** All of what its author selected, line by line: tables stay tables, and lists stay lists. */
export function wholeQuotation(selected: string): string[] {
  const lines: string[] = [];
  for (const line of selected.split(/\r\n?|\n/u)) {
    const said = FENCE.test(line) ? '' : plainLine(line.replace(QUOTED, ''));
    if (said !== '') lines.push(`> ${said}`);
    else if (lines.length > 0 && lines.at(-1) !== '>') lines.push('>');
  }
  if (lines.at(-1) === '>') lines.pop();
  return lines;
}

function plainLine(line: string): string {
  const [item = '', indent = '', mark = ''] = ITEM.exec(line) ?? [];
  const said = plainWords(line.slice(item.length)).replace(ACTING, '');
  if (isThematicBreak(said)) return '';
  return said === '' || mark === '' ? said : `${indent}${mark} ${said}`;
}
