/** Front matter without its closing line. */
import type { Rule } from '../rule';

export const unclosedBlock: Rule = {
  code: 'frontmatter/unclosed',
  severity: 'error',
  alone: true,
  summary: 'A front-matter block that no `---` line closes.',
  docs:
    'A reader of front matter takes everything up to the next line `---` for YAML. Without one the whole note is front matter, ' +
    'or none of it. YAML itself also ends at `...`, but front-matter readers do not.',
  check({ note }) {
    const block = note.frontmatter;
    if (block === null || block.closedBy === '---') return [];
    if (block.closedBy === '...') {
      return [
        { span: block.close, message: 'Front matter ends with `---`; readers do not know `...`.' },
      ];
    }
    if (block.close.end > block.close.start) {
      const message = 'The closing `---` must stand at the beginning of its line.';
      return [{ span: { start: block.close.start, end: block.close.end + 3 }, message }];
    }
    const opening = block.yaml.start - block.block.start;
    const span = { start: block.block.start, end: block.block.start + Math.min(3, opening) };
    return [
      {
        span,
        message: 'This front matter never ends: a line `---` is missing behind its last field.',
      },
    ];
  },
  fix({ note, text }) {
    const block = note.frontmatter;
    if (block === null || block.closedBy === '---') return [];
    if (block.closedBy === '...') {
      // Where a `---` follows at once, the dots are one mark too many.
      const rest = /^\.\.\.[ \t]*\r?\n(?=---[ \t]*(?:\r?\n|$))/u.exec(
        text.slice(block.close.start),
      );
      const span = { start: block.close.start, end: block.close.start + (rest?.[0].length ?? 3) };
      return [
        rest === null
          ? { title: 'Close the block with `---`', safe: true, edits: [{ span, newText: '---' }] }
          : { title: 'Remove `...` before `---`', safe: true, edits: [{ span, newText: '' }] },
      ];
    }
    if (block.close.end > block.close.start) {
      const edits = [{ span: block.close, newText: '' }];
      return [{ title: 'Remove the blanks before `---`', safe: true, edits }];
    }
    const at = block.close.start;
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const before = at > 0 && text[at - 1] !== '\n' ? end : '';
    const edits = [{ span: block.close, newText: `${before}---${end}` }];
    return [{ title: 'Close the block with `---`', safe: false, edits }];
  },
};
