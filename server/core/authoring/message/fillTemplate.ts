/** Puts what is known into the lines of a commit message. */
import { MESSAGE_FIELD } from '../../schema/checkMessage';
import type { MessageField } from '../../schema/messageForm';

export interface FieldValue {
  readonly text: string;
  /** Whether it says nothing worth a line of its own. */
  readonly isEmpty: boolean;
}

export type FieldValues = Readonly<Record<MessageField, FieldValue>>;

/** A file name may hold what would end the line, or what a terminal obeys. */
const CONTROL = /\p{Cc}+/gu;

/** `null` where the line asks for fields and none of them says anything. */
export function fillLine(line: string, values: FieldValues): string | null {
  const fields = fieldsIn(line).map(name => values[name]);
  if (fields.length > 0 && fields.every(({ isEmpty }) => isEmpty)) return null;
  const filled = line.replace(MESSAGE_FIELD, (whole, name: string) =>
    isField(values, name) ? values[name].text : whole,
  );
  return filled.replace(CONTROL, ' ');
}

/** A line with `{sources}` is written once for each of `sources`; an empty line stays one. */
export function fillBody(template: string, values: FieldValues, sources: readonly string[]) {
  const lines = template.split('\n').flatMap(line => {
    const each = fieldsIn(line).includes('sources') ? sources : [null];
    return each.flatMap(source => {
      const own = source === null ? values : { ...values, sources: textValue(source) };
      return fillLine(line, own)?.trimEnd() ?? [];
    });
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** One line, which does not begin with what stood behind an empty field. */
export function fillSubject(template: string, values: FieldValues): string {
  const line = fillLine(template, values) ?? '';
  return line
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:;,–—-]+/u, '')
    .trimEnd();
}

export function textValue(text: string): FieldValue {
  return { text: text.replace(CONTROL, ' ').trim(), isEmpty: text.trim() === '' };
}

function fieldsIn(line: string): MessageField[] {
  return [...line.matchAll(MESSAGE_FIELD)].map(([, name]) => name as MessageField);
}

function isField(values: FieldValues, name: string): name is MessageField {
  return Object.hasOwn(values, name);
}
