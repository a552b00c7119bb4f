/** What is wrong with YAML, in an author's words instead of the parser's. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'A value that begins with `*` must stand in quotes.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes must be doubled: `\\\\`.',
  BAD_INDENT: 'This line is indented differently from what it belongs to.',
  BAD_SCALAR_START: 'A value cannot begin with this character unless it stands in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A colon and a blank inside a value need quotes around the whole value.',
  BLOCK_IN_FLOW: 'A list in brackets cannot hold lines that begin with a dash or a key.',
  MISSING_CHAR: 'A quote, a bracket or a colon is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key is a name, a colon and a blank; this line has no colon.',
  MULTIPLE_DOCS: 'Settings are one document: no line `---` may divide them.',
  TAB_AS_INDENT: 'YAML is indented with blanks, not with tabs.',
  UNEXPECTED_TOKEN: 'This does not belong here: a quote or a bracket may be missing before it.',
};

/** `code` is one of the `yaml` library. */
export function yamlWords({ code, message }: { code: string; message: string }): string {
  if (/^Flow \w+ in block collection/u.test(message)) return 'This bracket is never closed.';
  return WORDS[code] ?? `YAML cannot read this: ${message.replace(/\.$/u, '')}.`;
}
