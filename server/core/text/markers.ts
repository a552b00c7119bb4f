/** What the first characters of a line say about its block (CommonMark 0.31, sections 4.1 to 5.2). */
export interface HtmlKind {
  /** Ends the block on the line that has it; `null`: a blank line ends it. */
  readonly end: RegExp | null;
  /** Comments and raw text hold no links; other HTML may. */
  readonly opaque: boolean;
}

const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const LIST_MARKER = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/u;
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/u;

export function isThematicBreak(rest: string): boolean {
  return '*-_'.includes(rest.charAt(0)) && THEMATIC_BREAK.test(rest);
}

/** 1 or 2 for the underline of a heading, else 0. */
export function setextLevel(rest: string): number {
  if (/^=+[ \t]*$/u.test(rest)) return 1;
  return /^-+[ \t]*$/u.test(rest) ? 2 : 0;
}

/** The marker's width, 0 where none stands; a paragraph is interrupted only by a filled item that counts from 1. */
export function listMarkerWidth(rest: string, inParagraph: boolean): number {
  const match = LIST_MARKER.exec(rest);
  if (match === null) return 0;
  const interrupts = rest.length > match[0].length && /^(?:1|)$/u.test(match[1] ?? '');
  return inParagraph && !(interrupts && rest.slice(match[0].length).trim() !== '')
    ? 0
    : match[0].length;
}

/** The second line of a GFM table. */
export function isDelimiterRow(rest: string): boolean {
  return rest.includes('-') && rest.includes('|') && DELIMITER_ROW.test(rest);
}

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const BLOCK_TAG = new RegExp(`^</?(?:${BLOCK_TAGS})(?:[ \\t]|/?>|$)`, 'iu');
const ATTRIBUTE =
  '[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';
const ANY_TAG = new RegExp(
  `^(?:<[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \\t]*/?>|</[a-z][a-z0-9-]*[ \\t]*>)[ \\t]*$`,
  'iu',
);
const HTML_STARTS: readonly (readonly [RegExp, HtmlKind])[] = [
  [
    /^<(?:script|pre|style|textarea)(?:[ \t>]|$)/iu,
    { end: /<\/(?:script|pre|style|textarea)>/iu, opaque: true },
  ],
  [/^<!--/u, { end: /-->/u, opaque: true }],
  [/^<\?/u, { end: /\?>/u, opaque: true }],
  [/^<!\[CDATA\[/u, { end: /\]\]>/u, opaque: true }],
  [/^<![a-z]/iu, { end: />/u, opaque: true }],
  [BLOCK_TAG, { end: null, opaque: false }],
];

/** The HTML block that begins here, if one does; a lone unknown tag cannot interrupt a paragraph. */
export function htmlStart(rest: string, inParagraph: boolean): HtmlKind | null {
  if (!rest.startsWith('<')) return null;
  for (const [start, kind] of HTML_STARTS) if (start.test(rest)) return kind;
  return !inParagraph && ANY_TAG.test(rest) ? { end: null, opaque: false } : null;
}
