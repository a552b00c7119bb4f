/** The outline of a note: its front matter, its headings within each other, and its block ids. */
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { sectionsOf } from './sections';
import { idSpan } from './subject';
import { writtenTitles } from './writtenTitles';

export interface DocumentSymbol {
  readonly kind: 'front matter' | 'heading' | 'block';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** All that belongs to it. */
  readonly span: Span;
  /** What it is recognised by. */
  readonly selection: Span;
  readonly children: DocumentSymbol[];
}

/** `text` is that of the note. The symbols are in order, and each stands within its parent. */
export function documentSymbols(note: Note, text: string): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  const open: { readonly symbol: DocumentSymbol; readonly level: number }[] = [];
  const add = (symbol: DocumentSymbol, level: number) => {
    const isBehind = (at: number) => {
      const last = open[at];
      return last !== undefined && last.level >= level;
    };
    while (isBehind(open.length - 1)) open.pop();
    (open.at(-1)?.symbol.children ?? symbols).push(symbol);
    if (symbol.kind === 'heading') open.push({ symbol, level });
  };
  const block = note.frontmatter === null ? null : frontmatterSymbol(note, note.frontmatter.block);
  if (block !== null) symbols.push(block);
  const sections = sectionsOf(note.headings, text.length);
  let next = 0;
  const addBlocksBefore = (offset: number) => {
    for (; next < note.blocks.length; next++) {
      const named = note.blocks[next];
      if (named === undefined || named.span.start >= offset) return;
      const { span, id } = named;
      const selection = idSpan(text, named);
      add({ kind: 'block', name: `^${id}`, detail: '', span, selection, children: [] }, 7);
    }
  };
  note.headings.forEach(({ level, text: words, span }, at) => {
    addBlocksBefore(span.start);
    const name = words === '' ? '#'.repeat(level) : words;
    const section = sections[at] ?? span;
    add({ kind: 'heading', name, detail: '', span: section, selection: span, children: [] }, level);
  });
  addBlocksBefore(text.length + 1);
  return symbols;
}

function frontmatterSymbol(note: Note, span: Span): DocumentSymbol {
  const title = writtenTitles(note).find(({ kind }) => kind === 'title');
  return {
    kind: 'front matter',
    name: 'Front matter',
    detail: title?.text ?? '',
    span,
    selection: title?.span ?? span,
    children: [],
  };
}
