/** The expressions that may take longer than in proportion, since the code gives them no long text. */
import type { Expression } from './expressions';

interface Bounded {
  readonly file: string;
  /** How the source of the expression begins; several of a file may begin so. */
  readonly begins: string;
  /** UTF-16 units of the text at most; `null` where it is sticky and tried at one place of a run, not at each. */
  readonly atMost: number | null;
  /** Where that bound stands. */
  readonly because: string;
}

export const bounded: readonly Bounded[] = [
  {
    file: 'client/path-doubles.ts',
    begins: '(?:\\]\\(\\s*|\\]:\\s*)',
    atMost: 4000,
    because: 'LONGEST_PATH of the line before the cursor',
  },
  {
    file: 'server/core/authoring/drafts/relationSaid.ts',
    begins: '(?<![\\s:"“\'`*(])',
    atMost: 201,
    because: 'clauseBefore() gives 200, and a blank is added',
  },
  {
    file: 'server/core/authoring/drafts/relationSaid.ts',
    begins: '^(?:(?:strongly|directly|',
    atMost: 600,
    because: 'clauseBehind() gives 600',
  },
  {
    file: 'server/core/authoring/hints/plain.ts',
    begins: '\\b(?:acknowledgment|',
    atMost: 1200,
    because: 'readSection() passes over sentences longer than LONGEST',
  },
  {
    file: 'server/core/authoring/hints/readSection.ts',
    begins: '\\b(?:watch|check|track|',
    atMost: 1200,
    because: 'withoutToDos() looks at LONGEST of a sentence',
  },
  {
    file: 'server/core/text/destination.ts',
    begins: '[ \\t\\n\\r]+(?:"',
    atMost: null,
    because: 'a destination ends once in front of a run of blanks',
  },
  {
    file: 'server/core/text/destination.ts',
    begins: '[ \\t]*(?:\\r?\\n|$)',
    atMost: null,
    because: 'a definition ends once in front of a run of blanks',
  },
];

export function boundOf({ file, source }: Expression): Bounded | undefined {
  return bounded.find(each => each.file === file && source.startsWith(each.begins));
}

/** What is made of a vault's text while it is served, with an example of the worst. */
export const madeLater: readonly (Expression & { readonly of: string })[] = [
  {
    file: 'server/core/features/claim/mentions.ts',
    of: 'names of a note, escaped, of at most LONGEST_NAME characters',
    source: `(?<![\\p{L}\\p{M}\\p{N}_]|\\[\\[)(?:${Array(40).fill('a').join('[ \\t\\u00a0]+')}|a[ \\t\\u00a0]+b)(?![\\p{L}\\p{M}\\p{N}_])`,
    flags: 'giu',
  },
];
