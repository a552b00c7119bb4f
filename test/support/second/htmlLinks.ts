/** Wiki links in an HTML block, which to a Markdown parser is no text at all. */
import { type SecondLink, wikiParts } from './secondLink';

/** Those outside of tags and comments, and not where HTML keeps text as it is. */
export function* linksInHtml(raw: string, start: number): Generator<SecondLink | null> {
  if (/^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/iu.test(raw)) return;
  if (/^\s*<!--(?![\s\S]*-->)/u.test(raw)) return;
  const blank = (text: string): string => text.replace(/[^\n]/gu, each => ' '.repeat(each.length));
  const words = raw
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/gu, blank)
    .replace(
      /<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/giu,
      blank,
    )
    .replace(/<[a-z][a-z\d+.-]+:[^\s<>]*>/giu, blank)
    .replace(/<\/[a-z][a-z\d-]*\s*>/giu, blank)
    .replace(/<![a-z][^>]*(?:>|$)/giu, blank)
    .replace(/%%[\s\S]*?%%|\$\$[\s\S]*?\$\$|\\[[\]!\\]/gu, blank);
  for (const { 0: found, index } of words.matchAll(/!?\[\[(?!\[)(?:(?!\[\[|\]\])[^\r\n])+\]\]/gu))
    yield wikiParts(found, start + index);
}
