/** The wiki links of a body as the Markdown preview shows them, and as the server reads them, to be compared. */
import markdownIt, { type Token } from 'markdown-it';
import { byWritten, showing } from '../../client/preview/shown';
import { wikiLinks } from '../../client/preview/wiki-links';
import { shownOf } from '../../client/preview/wiki-text';
import type { Link } from '../../server/core/text/links';
import { parseNote } from '../../server/core/text/parseNote';
import type { PreviewLink } from '../../server/lsp/protocol';

// As VS Code sets it up.
const md = wikiLinks(markdownIt({ html: true, linkify: true }), () => null);

/** What stands in a link of HTML is shown as text. */
const OPENS = { link: 'link_open', text: 'claimwright_text_open' };

/** Where both see the same, twice the same list: `!` before an embed, the target, and what is shown. */
export function previewLinks(text: string): { shown: string[]; read: string[] } {
  const note = parseNote('note.md', text, new Set());
  const links = note.links.filter(link => link.field === null && link.form === 'wiki');
  const known = byWritten(links.map(link => toPreview(link)));
  const env = showing({}, { links: known, confidence: false, embedded: false });
  const shown: string[] = [];
  const look = (tokens: readonly Token[]) => {
    for (const [at, { type, attrs, children }] of tokens.entries()) {
      const title = attrs?.find(([name]) => name === 'title')?.[1];
      if (type === OPENS.link || type === OPENS.text)
        if (attrs?.some(([, value]) => String(value).startsWith('claimwright-')))
          shown.push(`${title} ${tokens[at + 1]?.content}`);
      look(children ?? []);
    }
  };
  look(md.parse(text.slice(note.body), env));
  const read = links.map(link => `${writtenOf(link)} ${link.alias || shownOf(writtenOf(link))}`);
  return { shown, read };
}

function toPreview(link: Link): PreviewLink {
  const written = writtenOf(link);
  return { written, kind: 'missing', href: null, title: written, confidence: null, embed: null };
}

export function writtenOf({ target: { written, fragment } }: Link): string {
  return fragment === null ? written : `${written}#${fragment}`;
}
