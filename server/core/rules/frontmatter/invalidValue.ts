/** A value that its field does not allow. */
import * as z from 'zod';
import type { FieldType } from '../../schema/NoteType';
import { enumeration } from '../../text/enumeration';
import type { Value } from '../../text/frontmatter';
import { nearest } from '../../text/nearest';
import { wordEdit } from '../../text/yamlText';
import type { Place, Report, Rule } from '../rule';
import { readable, saidBy, typedFields } from './expected';

export const invalidValue: Rule = {
  code: 'frontmatter/invalid-value',
  severity: 'error',
  summary: 'A value that is none of those its field allows.',
  docs:
    'Some fields take one of a few words, such as `confidence` and `status`. Any other word is a slip, or a level of the ' +
    "author's own that no reader and no filter knows. Domains and agents are those that the vault's folders show; a word that " +
    'is one slip away from one of them is a warning, any other word is fine unless `.claimwright.yaml` lists them.',
  check(place) {
    return wrongs(place).map(({ type, value, allowed, meant, severity }) => {
      const did = meant === null ? '' : ` Did you mean \`${meant}\`?`;
      const message = `\`${shortened(value.text)}\` is no ${nameOf(type)}${expected(type, value, allowed)}.${did}`;
      return { span: value.inner, message, field: type.name, ...severity };
    });
  },
  fix(place, finding) {
    const wrong = wrongs(place).find(each => each.value.inner.start === finding.span.start);
    if (wrong === undefined) return [];
    const { value, allowed, meant, type } = wrong;
    const sound = readable(place) !== null;
    const choices = type.kind === 'choice' && type.open !== true ? allowed : [];
    const offered = meant === null ? choices : [meant, ...choices.filter(each => each !== meant)];
    return offered.map(each => ({
      title: `Change to \`${each}\``,
      // In a block that YAML rejects the quotes may belong to something else.
      safe: each === meant && sound,
      // In quotes a number or a truth value is text.
      edits: isWord(type) ? [wordEdit(value, each)] : [{ span: value.span, newText: each }],
    }));
  },
};

function isWord({ kind }: FieldType): boolean {
  return kind !== 'number' && kind !== 'boolean';
}

interface Wrong {
  readonly type: FieldType;
  readonly value: Value;
  readonly allowed: readonly string[];
  /** What was probably meant. */
  readonly meant: string | null;
  readonly severity: Pick<Report, 'severity'>;
}

function wrongs(place: Place): Wrong[] {
  return typedFields(place).flatMap(({ field, type, old }) =>
    // An older name may stand for more than an address, such as the path of a file.
    old && type.kind === 'url'
      ? []
      : saidBy(field).flatMap(value => wrong(place, type, value) ?? []),
  );
}

function wrong(place: Place, type: FieldType, value: Value): Wrong | null {
  const found = { type, value };
  switch (type.kind) {
    case 'choice': {
      const known = type.values.some(({ name }) => name === value.text);
      if (known || Object.hasOwn(type.replaced ?? {}, value.text)) return null;
      const allowed = type.values.map(({ name }) => name);
      const meant = nearest(value.text, allowed);
      if (type.open !== true) return { ...found, allowed, meant, severity: {} };
      return meant === null ? null : { ...found, allowed, meant, severity: warning };
    }
    case 'domain':
    case 'agent': {
      const { vocabulary, config } = place.vault;
      if (vocabulary.knows(type.kind, value.text)) return null;
      const allowed = vocabulary.known(type.kind);
      const meant = nearest(value.text, allowed);
      const closed = (type.kind === 'domain' ? config.domains : config.agents).length > 0;
      if (!closed && meant === null) return null;
      return { ...found, allowed, meant, severity: warning };
    }
    case 'number':
      return typeof value.data === 'number'
        ? null
        : { ...found, allowed: [], meant: numberIn(value.text), severity: {} };
    case 'boolean':
      return typeof value.data === 'boolean'
        ? null
        : { ...found, allowed: ['true', 'false'], meant: truth(value.text), severity: {} };
    case 'url':
      return url.safeParse(value.text.trim()).success
        ? null
        : { ...found, allowed: [], meant: addressIn(value.text), severity: warning };
    default:
      return null;
  }
}

const warning = { severity: 'warning' as const };
const url = z.url();

function nameOf({ kind, name }: FieldType): string {
  if (kind === 'url') return 'web address';
  return kind === 'choice' ? `value of \`${name}\`` : kind;
}

function expected({ kind, open }: FieldType, value: Value, allowed: readonly string[]): string {
  if (kind === 'url')
    return /\s/u.test(value.text.trim()) ? ': it holds a blank' : ': one begins with `https://`';
  if (allowed.length === 0 || open === true || kind === 'domain' || kind === 'agent') return '';
  return `: use ${enumeration(allowed.map(word => `\`${word}\``))}`;
}

/** `1,500`, in quotes or not, is 1500. */
function numberIn(text: string): string | null {
  const bare = text.trim().replace(/(?<=\d)[,_ ](?=\d{3}(?:\D|$))/gu, '');
  return /^[-+]?\d+(?:\.\d+)?$/u.test(bare) ? bare : null;
}

function truth(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (['yes', 'y', 'on', 'true'].includes(word)) return 'true';
  return ['no', 'n', 'off', 'false'].includes(word) ? 'false' : null;
}

/** An address that lacks only its beginning. */
function addressIn(text: string): string | null {
  const bare = text.trim().replace(/^(?:https?)?:?\/{0,2}/iu, '');
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/iu.test(bare) ? `https://${bare}` : null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
