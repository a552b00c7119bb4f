/** A value that its field does not allow. */
import { type Field, fieldOf, type Value } from '../text/frontmatter';
import type { FieldType } from '../vault/schema';
import { isEmpty, typeOf } from './expected';
import { nearest } from './nearest';
import type { Place, Rule } from './rule';
import { insideQuotes } from './yamlText';

export const invalidValue: Rule = {
  code: 'frontmatter/invalid-value',
  severity: 'error',
  summary: 'A value that is none of those its field allows.',
  docs:
    'Some fields take one of a few words, such as `confidence` and `status`. Any other word is a slip, or a level of the ' +
    "author's own that no reader and no filter knows.",
  check(place) {
    return choices(place).flatMap(({ type, field, value }) => {
      if (value === undefined)
        return [{ span: field.span, message: `\`${field.name}\` takes one word: ${list(type)}.` }];
      if (allowed(type).includes(value.text)) return [];
      const meant = nearest(value.text, type.values ?? []);
      const did = meant === null ? '' : ` Did you mean \`${meant}\`?`;
      return [
        {
          span: value.inner,
          message: `\`${value.text}\` is no ${field.name}: it is ${list(type)}.${did}`,
        },
      ];
    });
  },
  fix(place, finding) {
    const choice = choices(place).find(each => each.value?.inner.start === finding.span.start);
    const value = choice?.value;
    if (choice === undefined || value === undefined) return [];
    const values = choice.type.values ?? [];
    const meant = nearest(value.text, values);
    const offered = meant === null ? values : [meant, ...values.filter(each => each !== meant)];
    return offered.map(each => ({
      title: `Change to \`${each}\``,
      safe: each === meant,
      edits: [{ span: value.inner, newText: insideQuotes(each, value.style) }],
    }));
  },
};

interface Choice {
  readonly type: FieldType;
  readonly field: Field;
  /** `undefined` where a list or map stands instead of a word. */
  readonly value: Value | undefined;
}

function choices({ note }: Place): Choice[] {
  return (typeOf(note)?.fields ?? []).flatMap(type => {
    const field = type.kind === 'choice' ? fieldOf(note.frontmatter, type.name) : undefined;
    if (field === undefined || isEmpty(field)) return [];
    return [{ type, field, value: field.kind === 'scalar' ? field.values[0] : undefined }];
  });
}

function allowed(type: FieldType): readonly string[] {
  return [...(type.values ?? []), ...(type.oldValues ?? [])];
}

function list(type: FieldType): string {
  const values = (type.values ?? []).map(value => `\`${value}\``);
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
