/** How sure the vault is of what a note links to, shown behind each link. */
import { textOf } from '../../text/frontmatter';
import type { Link } from '../../text/links';
import { overlaps, type Span } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { titleAt } from '../navigation/noteFacts';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** In plain words. */
  readonly tooltip: string;
}

/** A longer word is no level of confidence. */
const LONGEST = 32;

/** Behind the links of that range whose note is of a type that has a confidence, and says one. */
export function inlayHints(vault: Vault, path: string, range: Span, text: string): InlayHint[] {
  const shown = vault.note(path)?.links.filter(({ span }) => overlaps(span, range)) ?? [];
  return shown.flatMap(link => {
    const resolution = vault.resolve(link, path);
    const confidence = 'path' in resolution ? confidenceOf(vault, resolution.path) : null;
    if (confidence === null || !('path' in resolution)) return [];
    const { word, meaning } = confidence;
    const said = `“${titleAt(vault, resolution.path)}” is ${word}`;
    const tooltip = meaning === null ? said : `${said}: ${meaning}`;
    return { offset: behind(link, text), label: `(${word})`, tooltip };
  });
}

/** Of a note of a type that has a confidence; `null` where it says none. */
export function confidenceOf(
  vault: Vault,
  path: string,
): { readonly word: string; readonly meaning: string | null } | null {
  const frontmatter = vault.note(path)?.frontmatter ?? null;
  const type = vault.config.schema.type(textOf(frontmatter, 'type') ?? '');
  const field = type?.fieldMeant('confidence');
  const word = textOf(frontmatter, 'confidence')?.trim();
  if (field?.kind !== 'choice' || !word || word.length > LONGEST || word.includes('\n'))
    return null;
  return { word, meaning: field.values.find(({ name }) => name === word)?.meaning ?? null };
}

/** The quote that ends the value around the link belongs before the hint. */
function behind({ span, quoting }: Link, text: string): number {
  const quote = quoting === 'double' ? '"' : quoting === 'single' ? "'" : null;
  const closes = quote !== null && text[span.end] === quote && text[span.end + 1] !== quote;
  return closes ? span.end + 1 : span.end;
}
