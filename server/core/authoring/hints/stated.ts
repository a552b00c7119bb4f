/** What a hint says for itself behind its text: how sure its author is, and why. */
import { defaultConfig } from '../../schema/config';

export interface Stated {
  readonly confidence: string | null;
  readonly reason: string | null;
}

const LEVELS = levels().join('|');
/** "— confidence: likely", "(likely)", "— likely". */
const STATEMENT = new RegExp(
  `(?:(?<![—–-])[—–-]+|[(\\[]|^|[,;.])[ \\t]*(?:\\*\\*)?(?:confidence(?:\\*\\*)?[ \\t]*(?:(?:[:=]|is)[ \\t]*)?(?:\\*\\*[ \\t]*)?(${LEVELS})|(${LEVELS})(?=[ \\t]*(?:confidence\\b|[.,;)\\]]|[—–(-]|$)))(?:\\*\\*)?(?:[ \\t]+confidence\\b)?`,
  'iu',
);

/** Where in the text a statement of confidence begins; its length where there is none. */
export function statementStart(text: string): number {
  return STATEMENT.exec(text)?.index ?? text.length;
}

/** `tail` is what follows the text of the hint and belongs to it. */
export function stated(tail: string): Stated {
  const found = STATEMENT.exec(tail);
  if (found === null) return { confidence: null, reason: reasonIn(tail) };
  const after = tail.slice(found.index + found[0].length);
  return {
    confidence: (found[1] ?? found[2] ?? '').toLowerCase(),
    reason: reasonIn(after) ?? reasonIn(tail.slice(0, found.index)),
  };
}

function reasonIn(tail: string): string | null {
  let reason = tail
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"”’'*_).,;:\]—–-]+/u, '')
    .trim();
  const bracket = /^\(([^()]{1,600})\)\.?$/u.exec(reason);
  if (bracket?.[1] !== undefined) reason = bracket[1];
  reason = reason
    .replace(/^(?:evidence|reason|because|source)(?::\s*|\s+(?=is\b))/iu, '')
    .replace(/(?<![\s,;—–-])[\s,;—–-]+$|\.$/gu, '');
  return /\p{L}/u.test(reason) ? reason : null;
}

function levels(): string[] {
  const { values = [] } = defaultConfig.schema.type('claim')?.field('confidence') ?? {};
  return values.map(({ name }) => name);
}
