/** What is wrong with YAML, in an author's words: the same in a note and in settings. */
export const yamlWords = {
  alias: 'A value that begins with `*` must stand in quotes.',
  escape: 'A backslash in double quotes must be doubled: `\\\\`.',
  indent: 'This line is indented differently from what it belongs to.',
  begins: 'A value cannot begin with this character unless it stands in quotes.',
  colon: 'A colon and a blank inside a value need quotes around the whole value.',
  'block-in-flow': 'A list in brackets cannot hold lines that begin with a dash or a key.',
  tab: 'YAML is indented with blanks, not with tabs.',
} as const;
