/** Renders the text of another note, or of a part of one, where a note embeds it. */
import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import type { PreviewEmbed, PreviewLink } from '../../server/lsp/protocol';
import { byWritten, showing, shownIn } from './shown';

type EmbeddedText = Extract<PreviewEmbed, { kind: 'text' }>;

export const embedToken = 'claimwright_embed';
export const confidenceToken = 'claimwright_confidence';

/** The level of confidence as a word; the blank keeps it apart where it is read out. */
export function badge(md: MarkdownIt, confidence: string): string {
  const word = md.utils.escapeHtml(confidence);
  return ` <span class="claimwright-confidence" title="Confidence: ${word}">${word}</span>`;
}

export function renderEmbed(md: MarkdownIt): RendererRule {
  return (tokens, at, options, env, renderer) => {
    const link = tokens[at]?.meta?.['link'] as PreviewLink | undefined;
    const shown = shownIn(env);
    if (link?.embed?.kind !== 'text' || shown === null) return '';
    const { embed, href, confidence } = link;
    const inner = showing(env, { ...shown, links: byWritten(embed.links), embedded: true });
    const parsed = md.parse(embed.text, inner);
    for (const token of parsed) settle(token, embed);
    const escaped = (text: string) => md.utils.escapeHtml(text);
    const leads = `href="${escaped(href ?? '')}" data-href="${escaped(href ?? '')}"`;
    const level = confidence !== null && shown.confidence ? badge(md, confidence) : '';
    const more = embed.cut ? `<p><a ${leads}>The rest stands in the note.</a></p>\n` : '';
    return (
      `<div class="claimwright-embed" role="group" aria-label="${escaped(`Embedded: ${embed.title}`)}">\n` +
      `<div class="claimwright-embed-title"><a ${leads} title="${escaped(link.title)}">${escaped(embed.title)}</a>${level}</div>\n` +
      `${renderer.render(parsed, options, inner)}${more}</div>`
    );
  };
}

/** Makes a token of an embedded text fit into the document around it. */
function settle(token: Token, embed: EmbeddedText): void {
  // Lines and anchors are those of the document around it.
  token.attrs = token.attrs?.filter(([name]) => name !== 'data-line') ?? null;
  const kind = token.attrGet('class');
  if (kind !== null) token.attrSet('class', String(kind).replace(/(?:^| )code-line\b/u, ''));
  if (token.type === 'heading_open' || token.type === 'heading_close')
    token.type = `claimwright_${token.type}`;
  if (token.markup !== 'wikilink') {
    for (const name of ['href', 'src']) {
      const address = token.attrGet(name);
      if (address !== null) token.attrSet(name, rebased(String(address), embed));
    }
  }
  for (const child of token.children ?? []) settle(child, embed);
}

/** An address that counts from the embedded note, from the note that is shown. */
function rebased(address: string, { folder, file }: EmbeddedText): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(address)) return address;
  if (address.startsWith('#')) return file + address;
  return folder + address;
}
