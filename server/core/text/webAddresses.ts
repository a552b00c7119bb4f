/** Addresses on the web in a text, and the form in which two of them are the same page. */
import { copied } from './copied';
import type { Span } from './span';

export interface WebAddress {
  /** The same for the same page. */
  readonly key: string;
  readonly span: Span;
}

/** More tell of a list of links, and not of evidence. */
const MOST = 50;
/** The marks of Chinese and Japanese sentences end an address, which has no blank behind it there. */
const ADDRESS = /https?:\/\/[^\s<>"'`\\|[\]{}。、，；！？「」『』【】（）《》]{3,2000}/iuy;
const BEHIND_SCHEME = '://';
const PROSE = '.,;:!?*_';

/** In order, each page once, at most fifty. */
export function webAddresses(text: string): readonly WebAddress[] {
  let at = text.indexOf(BEHIND_SCHEME);
  if (at < 0) return [];
  const found = new Map<string, WebAddress>();
  for (let end = 0; at >= 0 && found.size < MOST; at = text.indexOf(BEHIND_SCHEME, at + 1)) {
    const start = at - (/s/iu.test(text.charAt(at - 1)) ? 5 : 4);
    ADDRESS.lastIndex = start;
    // Inside an address another one may be named, as in those of archives.
    if (start < end || !ADDRESS.test(text)) continue;
    end = ADDRESS.lastIndex;
    const address = withoutProse(text.slice(start, end));
    const key = addressKey(address);
    if (key === '' || found.has(key)) continue;
    found.set(key, { key: copied(key), span: { start, end: start + address.length } });
  }
  return [...found.values()];
}

/** Without the marks of the sentence around it; a closing bracket belongs to it where it was opened in it (as in GFM). */
function withoutProse(written: string): string {
  let unopened = 0;
  for (let at = 0; at < written.length; at++) {
    const character = written.charAt(at);
    if (character === '(') unopened--;
    else if (character === ')') unopened++;
  }
  let end = written.length;
  while (end > 0) {
    const last = written.charAt(end - 1);
    if (last === ')') {
      if (unopened <= 0) break;
      unopened--;
    } else if (!PROSE.includes(last)) break;
    end--;
  }
  return written.slice(0, end);
}

/** What only counts visitors, wherever it stands. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src|ref_url)=/u;
/** What does so on one site; elsewhere pages are told apart by the same names. */
const OF_SITE: readonly (readonly [site: RegExp, part: RegExp])[] = [
  [/^x\.com$/u, /^(?:s|t|ref)=/u],
  [/^youtube\.com$/u, /^(?:t|si|feature|pp|ab_channel)=/u],
  [/^(?:open\.spotify\.com|spotify\.com)$/u, /^si=/u],
  [/(?:^|\.)amazon\.[a-z.]{1,250}$/u, /^ref=/u],
];

/**
 * Without the scheme, `www.`, what only counts visitors and the fragment, except where a page shows one view or another
 * by it (`#/`, `#!`); empty where it is no address.
 */
export function addressKey(address: string): string {
  const [, host, path = '', query = '', fragment = ''] =
    /^\s*https?:\/\/(?:www\.|m\.|mobile\.)?([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?(#[/!][^\s]*)?/iu.exec(
      address,
    ) ?? [];
  if (host === undefined) return '';
  const site = host.toLowerCase().replace(/^twitter\.com$/u, 'x.com');
  const place = withoutSlashes(path);
  if (site === 'arxiv.org')
    return site + place.replace(/^\/(?:abs|pdf|html)\//u, '/').replace(/(?:v\d+)?(?:\.pdf)?$/u, '');
  const video = videoIn(site, place);
  if (video !== undefined) return `youtube.com/watch?v=${video}`;
  const counting = OF_SITE.filter(([each]) => each.test(site)).map(([, part]) => part);
  const asked = query
    .split('&')
    .filter(part => part !== '' && ![TRACKING, ...counting].some(each => each.test(part)));
  return site + place + (asked.length === 0 ? '' : `?${asked.join('&')}`) + viewIn(fragment);
}

/** The short forms of the address of a video. */
function videoIn(site: string, place: string): string | undefined {
  if (site === 'youtu.be') return /^\/([\w-]+)$/u.exec(place)?.[1];
  if (site !== 'youtube.com') return undefined;
  return /^\/(?:shorts|live|embed)\/([\w-]+)$/u.exec(place)?.[1];
}

function viewIn(fragment: string): string {
  const view = withoutSlashes(fragment);
  return view.length > 1 ? view : '';
}

/** Without those at its end; by hand, as a pattern takes quadratic time for many of them inside. */
function withoutSlashes(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '/') end--;
  return text.slice(0, end);
}
