/** Fields that stand twice, and blocks that do not begin or end as they must. */
import { atOpening, edit, type Fault } from './Fault';
import {
  lineBelow,
  lineEndOf,
  lineFields,
  linesAround,
  oneOf,
  type Specimen,
  someScalar,
  someText,
} from './Specimen';

const repeated = ['frontmatter/repeated-key'];
const unclosed = ['frontmatter/unclosed'];
const notFirst = ['frontmatter/not-first'];

/** Where the text begins, behind a byte-order mark. */
function textStart({ frontmatter }: Specimen) {
  return { start: frontmatter.block.start, end: frontmatter.block.start };
}

function hasRuleBelow({ text, frontmatter }: Specimen): boolean {
  return /^(?:---|\.\.\.)/mu.test(text.slice(frontmatter.block.end));
}

export const structureFaults: readonly Fault[] = [
  {
    name: 'repeated key, same value',
    codes: repeated,
    safe: true,
    inject(specimen) {
      const field = oneOf(specimen, lineFields(specimen));
      if (field === undefined) return null;
      const { start, end } = field.span;
      return [lineBelow(specimen, field, specimen.text.slice(start, end))];
    },
  },
  {
    name: 'repeated key, other value',
    codes: repeated,
    inject(specimen) {
      const field = someText(specimen, 'plain');
      return edit(field && lineBelow(specimen, field, `${field.name}: something else entirely`));
    },
  },
  {
    name: 'repeated key far below',
    codes: repeated,
    safe: true,
    inject(specimen) {
      const last = specimen.frontmatter.fields.at(-1);
      const field = someScalar(specimen, () => true)?.field;
      if (field === undefined || last === undefined) return null;
      const { start, end } = field.span;
      return [lineBelow(specimen, last, specimen.text.slice(start, end))];
    },
  },
  {
    name: 'missing closing line',
    codes: unclosed,
    shownAt: atOpening,
    inject(specimen) {
      const { text, frontmatter } = specimen;
      if (hasRuleBelow(specimen)) return null;
      return [{ span: linesAround(text, frontmatter.close), newText: '' }];
    },
  },
  {
    name: 'missing closing line, rule below',
    codes: [...unclosed, 'frontmatter/syntax'],
    shownAt: ({ yaml }) => yaml,
    inject(specimen) {
      const { text, frontmatter } = specimen;
      if (hasRuleBelow(specimen) || !text.slice(frontmatter.block.end).trim().includes('\n'))
        return null;
      const end = lineEndOf(text);
      const last = { start: text.length, end: text.length };
      return [
        { span: linesAround(text, frontmatter.close), newText: '' },
        { span: last, newText: `${end}${end}---${end}More.${end}` },
      ];
    },
  },
  {
    name: 'dots instead of dashes',
    codes: unclosed,
    safe: true,
    inject: ({ frontmatter }) => [{ span: frontmatter.close, newText: '...' }],
  },
  {
    name: 'text before the block',
    codes: notFirst,
    inject: specimen => [
      { span: textStart(specimen), newText: `A draft.${lineEndOf(specimen.text)}` },
    ],
  },
  {
    name: 'blank line before the block',
    codes: notFirst,
    safe: true,
    inject: specimen => [{ span: textStart(specimen), newText: lineEndOf(specimen.text) }],
  },
  {
    name: 'indented opening',
    codes: notFirst,
    safe: true,
    inject: specimen => [{ span: textStart(specimen), newText: '  ' }],
  },
];
