/** A link as the second implementation sees it. */

export interface SecondLink {
  readonly form: 'wiki' | 'plain' | 'markdown';
  /** UTF-16 offsets of the whole link. */
  readonly start: number;
  readonly end: number;
  /** Where the target with its fragment ends. */
  readonly addressEnd: number;
  /** What stands before `#` and `|`, decoded, without blanks around it. */
  readonly written: string;
  readonly fragment: string | null;
  readonly alias: string | null;
  readonly embed: boolean;
  /** The front-matter field it stands in. */
  readonly field: string | null;
}

/** `raw` is all of a link from `[[` or `![[` to `]]`; `null` where nothing is linked to. */
export function wikiParts(
  raw: string,
  start: number,
  field: string | null = null,
): SecondLink | null {
  const embed = raw.startsWith('!');
  const inner = raw.slice(embed ? 3 : 2, -2);
  const [, address = '', alias] = /^([^|]*?)(?:\\?\|(.*))?$/su.exec(inner) ?? [];
  const [, written = '', fragment] = /^([^#]*)(?:#(.*))?$/su.exec(address) ?? [];
  if (address.trim() === '') return null;
  return {
    form: 'wiki',
    start,
    end: start + raw.length,
    addressEnd: start + (embed ? 3 : 2) + address.trimEnd().length,
    written: written.trim(),
    fragment: fragment?.trim() ?? null,
    alias: alias?.trim() ?? null,
    embed,
    field,
  };
}
