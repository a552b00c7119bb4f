/** A link in front matter that YAML takes for a list in a list. */
import type { Value } from '../../text/frontmatter';
import { quoted } from '../../text/yamlText';
import type { Place, Rule } from '../rule';
import { readable } from './expected';

export const unquotedLink: Rule = {
  code: 'frontmatter/unquoted-link',
  severity: 'warning',
  alone: true,
  summary: 'A link in front matter without the quotes that YAML needs around it.',
  docs:
    'Brackets are lists to YAML: `[[name]]` is a list that holds a list that holds a name. Claimwright follows the link all the same, ' +
    'other tools do not, and some write it back as a list. In quotes it is a link to everybody.',
  check(place) {
    return unquoted(place).map(value => ({
      span: value.span,
      message: 'YAML reads this link as a list in a list; it needs quotes.',
    }));
  },
  fix(place, finding) {
    const value = unquoted(place).find(each => each.span.start === finding.span.start);
    if (value === undefined || value.text.includes('\n')) return [];
    const newText = quoted(place.text.slice(value.span.start, value.span.end));
    return [
      { title: 'Put the link in quotes', safe: true, edits: [{ span: value.span, newText }] },
    ];
  },
};

/** In a block that YAML rejects nobody knows what brackets are. */
function unquoted(place: Place): Value[] {
  return (readable(place)?.fields ?? []).flatMap(field =>
    field.values.filter(value => value.style === 'nested'),
  );
}
