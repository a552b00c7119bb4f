/**
 * The plugin for markdown-it: wiki links as links, with the confidence of what they lead to, and embeds. VS Code parses
 * a document without telling which one, and keeps the tokens; only when it renders them it says where they are from. So
 * the notes of vaults are parsed once more then, and everything else stays as it was.
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import type { PreviewLink } from '../../server/lsp/protocol';
import { placeBlocks } from './blocks';
import { badge, confidenceToken, embedToken, renderEmbed } from './embeds';
import { type Shown, showing, shownIn } from './shown';
import { shownOf, type WikiText, wikiTextAt } from './wiki-text';

/** `shown` tells what is known of a document, by what VS Code calls it; `null` where it is in no vault. */
export function wikiLinks(md: MarkdownIt, shown: (document: unknown) => Shown | null): MarkdownIt {
  const { renderer } = md;
  const parse = md.parse.bind(md);
  const render = renderer.render.bind(renderer);
  const sources = new WeakMap<Token[], string>();
  md.parse = (source, env) => {
    const tokens = parse(source, env);
    sources.set(tokens, source);
    return tokens;
  };
  renderer.render = (tokens, options, env) => {
    const source = shownIn(env) === null ? sources.get(tokens) : undefined;
    const known = source === undefined ? null : shown(env?.['currentDocument']);
    if (source === undefined || known === null) return render(tokens, options, env);
    const own = showing(env, known);
    return render(parse(source, own), options, own);
  };
  md.inline.ruler.before('link', 'claimwright_link', wikiLink);
  md.core.ruler.push('claimwright_blocks', placeBlocks);
  renderer.rules[confidenceToken] = (tokens, at) => badge(md, tokens[at]?.content ?? '');
  renderer.rules[embedToken] = renderEmbed(md);
  return md;
}

function wikiLink(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const shown = shownIn(state.env);
  if (shown === null || (src[pos] !== '[' && src[pos] !== '!')) return false;
  const found = wikiTextAt(src, pos);
  if (found === null || found.end > state.posMax) return false;
  // What the server takes for none, as in a comment, stays text.
  const link = shown.links?.get(found.written);
  if (shown.links !== null && link === undefined) return false;
  if (!silent) push(state, shown, found, link);
  state.pos = found.end;
  return true;
}

function push(
  state: StateInline,
  shown: Shown,
  found: WikiText,
  link: PreviewLink | undefined,
): void {
  const text = found.alias || shownOf(found.written);
  // A link holds no other link, nor anything that does.
  const inLink = state.linkLevel > 0;
  const embed = found.embed ? link?.embed : undefined;
  if (embed?.kind === 'image' && link?.href) pushImage(state, link.href, found);
  else if (link === undefined || inLink) pushText(state, text, link);
  else if (embed?.kind === 'text') state.push(embedToken, 'div', 0).meta = { link };
  else pushLink(state, shown, text, link, embed?.kind === 'refused' ? embed.why : '');
}

function pushText(state: StateInline, text: string, link: PreviewLink | undefined): void {
  const open = state.push('claimwright_text_open', 'span', 1);
  open.attrs = [
    ['class', 'claimwright-unknown'],
    ['title', link?.title ?? 'Not all notes are read yet.'],
  ];
  state.push('text', '', 0).content = text;
  state.push('claimwright_text_close', 'span', -1);
}

function pushLink(
  state: StateInline,
  shown: Shown,
  text: string,
  { kind, href, title, confidence }: PreviewLink,
  why: string,
): void {
  const open = state.push('link_open', 'a', 1);
  open.markup = 'wikilink';
  open.attrs = [
    ['class', `claimwright-link claimwright-${kind}`],
    ['title', why === '' ? title : `${title}\n${why}`],
    ...(href === null ? PLACEHOLDER : ([['href', href]] satisfies [string, string][])),
  ];
  state.push('text', '', 0).content = text;
  state.push('link_close', 'a', -1).markup = 'wikilink';
  if (confidence !== null && shown.confidence)
    state.push(confidenceToken, 'span', 0).content = confidence;
}

/** To be read out as a link that leads nowhere. */
const PLACEHOLDER: [string, string][] = [
  ['role', 'link'],
  ['aria-disabled', 'true'],
];

/** Behind the bar may stand its size in pixels, as Obsidian has it. */
function pushImage(state: StateInline, href: string, { written, alias }: WikiText): void {
  const size = /^(\d{1,4})(?:x(\d{1,4}))?$/u.exec(alias ?? '');
  const text = (size === null ? alias : null) || written;
  const token = state.push('image', 'img', 0);
  token.markup = 'wikilink';
  token.attrs = [
    ['src', href],
    ['alt', ''],
  ];
  if (size?.[1]) token.attrs.push(['width', size[1]]);
  if (size?.[2]) token.attrs.push(['height', size[2]]);
  const alt = new state.Token('text', '', 0);
  alt.content = text;
  token.children = [alt];
  token.content = text;
}
