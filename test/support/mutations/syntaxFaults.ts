/** Front matter that YAML cannot read. */
import type { TextEdit } from '../../../server/core/text/span';
import { edit, type Fault } from './Fault';
import {
  knownFields,
  lineBelow,
  linesAround,
  oneOf,
  type Specimen,
  someText,
  withValue,
} from './Specimen';

const codes = ['frontmatter/syntax'];

function fault(
  name: string,
  inject: (specimen: Specimen) => TextEdit | null | undefined,
  safe = false,
): Fault {
  return { name, codes, safe, inject: specimen => edit(inject(specimen)) };
}

/** Something put in front of a plain value. */
function inFront(mark: string) {
  return (specimen: Specimen): TextEdit | null => {
    const start = someText(specimen, 'plain')?.values[0]?.span.start;
    return start === undefined ? null : { span: { start, end: start }, newText: mark };
  };
}

/** A quote put in front of a plain value, or taken away behind one in quotes. */
function unclosed(style: 'double' | 'single', mark: string) {
  return (specimen: Specimen): TextEdit | null => {
    const closed = someText(specimen, style)?.values[0]?.span;
    if (closed !== undefined)
      return { span: { start: closed.end - 1, end: closed.end }, newText: '' };
    return inFront(mark)(specimen);
  };
}

/** One of the lists in brackets on one line, of two entries or more. */
function someFlowList(specimen: Specimen) {
  const { text, frontmatter } = specimen;
  return oneOf(
    specimen,
    frontmatter.fields.filter(
      ({ kind, values, span }) =>
        kind === 'list' &&
        values.length > 1 &&
        text[span.end - 1] === ']' &&
        !text.slice(span.start, span.end).includes('\n'),
    ),
  );
}

/** Starts of the lines of one list with a dash on each; two lines or more. */
function someDashes(specimen: Specimen): { start: number; indent: number }[] {
  const { text, frontmatter } = specimen;
  const lists = frontmatter.fields.flatMap(({ kind, values }) => {
    const lines = values.map(({ span }) => {
      const { start } = linesAround(text, span);
      const before = /^( *)- +$/u.exec(text.slice(start, span.start));
      return { start, indent: before?.[1]?.length ?? -1 };
    });
    const fits = kind === 'list' && lines.length > 1 && lines.every(line => line.indent >= 2);
    return fits ? [lines] : [];
  });
  return oneOf(specimen, lists) ?? [];
}

/** The start of the key of a field that stands behind another one with a value. */
function someLaterKey(specimen: Specimen): number | undefined {
  const { fields } = specimen.frontmatter;
  const later = fields.filter((_, index) => {
    const before = fields[index - 1];
    return before !== undefined && before.kind === 'scalar' && before.values[0]?.style !== 'block';
  });
  return oneOf(specimen, later)?.key.start;
}

export const syntaxFaults: readonly Fault[] = [
  fault('colon in a plain value', specimen => {
    const value = someText(specimen, 'plain')?.values[0];
    const blank = value?.text.indexOf(' ', 3) ?? -1;
    if (value === undefined || blank < 0) return null;
    const start = value.span.start + blank;
    return { span: { start, end: start }, newText: ':' };
  }),
  fault('tab before a key', specimen => {
    const start = someLaterKey(specimen);
    return start === undefined ? null : { span: { start, end: start }, newText: '\t' };
  }),
  fault('tab before a list entry', specimen => {
    const line = someDashes(specimen)[1];
    if (line === undefined) return null;
    return { span: { start: line.start, end: line.start + line.indent }, newText: '\t' };
  }),
  fault('blank before a key', specimen => {
    const start = someLaterKey(specimen);
    return start === undefined ? null : { span: { start, end: start }, newText: ' ' };
  }),
  fault('list entry indented less than the first', specimen => {
    const line = someDashes(specimen)[1];
    return line === undefined
      ? null
      : { span: { start: line.start, end: line.start + 1 }, newText: '' };
  }),
  fault('unclosed double quote', unclosed('double', '"')),
  fault('unclosed single quote', unclosed('single', "'")),
  fault('unclosed list', specimen => {
    const end = someFlowList(specimen)?.span.end;
    return end === undefined ? null : { span: { start: end - 1, end }, newText: '' };
  }),
  fault('bracket too many', specimen => {
    const end = someFlowList(specimen)?.span.end;
    return end === undefined ? null : { span: { start: end, end }, newText: ']' };
  }),
  fault('missing comma in a list', specimen => {
    const list = someFlowList(specimen);
    const [first, second] = list?.values ?? [];
    if (list === undefined || first === undefined || second === undefined) return null;
    return withValue(list, `["${first.text}" "${second.text}"]`);
  }),
  fault('value begins with `]`', inFront('] ')),
  fault('value begins with `@`', inFront('@')),
  fault('value begins with `*`', inFront('*')),
  fault('value begins with `%`', inFront('%')),
  fault('value begins with a backtick', inFront('`')),
  fault('value begins with a brace', inFront('{')),
  fault('value begins with a bracket', inFront('[')),
  fault('value begins with a dash', inFront('- ')),
  fault('line without a colon', specimen => {
    const field = oneOf(specimen, specimen.frontmatter.fields.slice(0, -1));
    return field && lineBelow(specimen, field, 'remember to ask the beekeepers');
  }),
  fault('line without a colon at the end', specimen => {
    const field = specimen.frontmatter.fields.at(-1);
    return field && lineBelow(specimen, field, 'remember to ask the beekeepers');
  }),
  fault('conflict marks', specimen => {
    const field = oneOf(specimen, knownFields(specimen))?.field;
    return field && lineBelow(specimen, field, '<<<<<<< HEAD\n=======\n>>>>>>> other');
  }),
  fault('no blank behind the colon', specimen => {
    const field = someText(specimen, 'plain');
    const start = field?.values[0]?.span.start;
    if (field === undefined || start === undefined) return null;
    return { span: { start: field.key.end + 1, end: start }, newText: '' };
  }),
  fault('backslash in double quotes', specimen => {
    const start = someText(specimen, 'double')?.values[0]?.inner.start;
    return start === undefined ? null : { span: { start, end: start }, newText: 'C:\\dir\\' };
  }),
  fault('words behind a closing quote', specimen => {
    const end = someText(specimen, 'double')?.values[0]?.span.end;
    return end === undefined ? null : { span: { start: end, end }, newText: ' and more' };
  }),
  fault('double quotes inside double quotes', specimen => {
    const value = someText(specimen, 'double')?.values[0];
    const blank = value?.text.indexOf(' ') ?? -1;
    if (value === undefined || blank < 0) return null;
    const start = value.inner.start + blank;
    return { span: { start, end: start }, newText: ' "so-called"' };
  }),
  fault('apostrophe inside single quotes', specimen => {
    const value = someText(specimen, 'single')?.values[0];
    const blank = value?.text.indexOf(' ') ?? -1;
    if (value === undefined || blank < 0 || value.text.includes("'")) return null;
    const start = value.inner.start + blank;
    return { span: { start, end: start }, newText: "'s" };
  }),
];
