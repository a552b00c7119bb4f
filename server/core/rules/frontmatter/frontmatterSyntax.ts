/** Front matter that YAML cannot read. */
import { isYaml, MAX_YAML } from '../../text/frontmatter';
import type { YamlFaultKind } from '../../text/yamlFault';
import { yamlWords } from '../../text/yamlWords';
import type { Rule } from '../rule';
import { yamlRepairs } from './yamlRepairs';

const WORDS: Readonly<Record<Exclude<YamlFaultKind, 'other'>, string>> = {
  ...yamlWords,
  'open-quote': 'This quote is never closed.',
  'open-bracket': 'This bracket is never closed.',
  'behind-quote':
    'Nothing may stand behind a closing quote; a quote inside a value is written `\\"`.',
  'no-blank': 'A blank is missing after the colon.',
  'no-field': 'This line is no field: a field is a name, a colon and a value.',
  'no-fields': 'Front matter is a list of fields: a name, a colon and a value on each line.',
  deep: 'Front matter may not be nested this deeply.',
  large: `Front matter above ${MAX_YAML / 1024} KB is not read.`,
};

export const frontmatterSyntax: Rule = {
  code: 'frontmatter/syntax',
  severity: 'error',
  alone: true,
  summary: 'Front matter that YAML cannot read.',
  docs:
    'Other tools read nothing from a block that is not valid YAML, so the note loses its type, its confidence and its ' +
    'relations. Mostly a value with a colon needs quotes, a quote or bracket was left open, or a line of text slipped into the block. ' +
    'Only the first damaged line is shown: what follows is mostly its echo. A block above 32 KB, or nested a hundred levels deep, is not read at all: ' +
    'nobody writes one, and a parser can be kept busy with it.',
  check({ note }) {
    const { frontmatter, fault } = note;
    if (frontmatter === null) return [];
    if (!isYaml(frontmatter)) {
      const start = frontmatter.block.start;
      const message = `Only YAML front matter is read, not “${frontmatter.language}”. Nothing in it is executed.`;
      return [{ span: { start, end: start + 3 + frontmatter.language.length }, message }];
    }
    if (fault === null) return [];
    const message =
      fault.kind === 'other' ? `YAML cannot read this: ${fault.message}.` : WORDS[fault.kind];
    return [{ span: fault.span, message }];
  },
  fix({ note, text }) {
    const { frontmatter, fault } = note;
    return frontmatter === null || fault === null ? [] : yamlRepairs(text, frontmatter.yaml, fault);
  },
};
