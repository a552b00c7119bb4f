/**
 * Texts on which a regular expression may take longest, made of its own pieces: what leads to a repeated part, that
 * part many times, and an end on which the rest fails.
 */
import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp';

export interface Attack {
  readonly before: string;
  /** What is repeated until the text is long enough. */
  readonly pump: string;
  readonly behind: string;
}

/** Ends that few expressions accept; those that one of its classes excludes are added. */
const ENDS: readonly string[] = ['', '\u0000', '\n!', ' \u0001a'];

/** What notes are made of, for pieces that only another piece's absence makes slow. */
const USUAL: readonly string[] = [
  ...' \t\n\ra0A.,:;-_*#>|<[]("\'`\\~%^!/–“’é',
  ...[
    'a ',
    ' \n',
    '\n\n',
    '[[',
    '> ',
    '- ',
    'a,',
    ': ',
    '**',
    'A.',
    '\\"',
    ' a',
    "''",
    '.a',
    '\r\n',
    '[a](',
    '<a ',
  ],
];

/** So many samples of one part; more would only say the same. */
const MOST = 4;
/** Characters that stand for a class: one of each kind that patterns tell apart. */
const CHARACTERS: readonly string[] = [
  ...'aA0_ \t\n\r-.,:;"\'`*#>|<[](){}\\/~%^!$&+=?@éßЖ漢–—“”’…\u00a0\u0301\u0000\uE000\uE001',
];

export function attacksOn(source: string, flags: string): readonly Attack[] {
  const { pattern } = parseRegExpLiteral(`/${source}/${flags}`);
  const found = new Map<string, Attack>();
  const ends = [...new Set([...ENDS, ...excludedBy(source)])];
  const add = (before: string, pump: string): void => {
    if (pump === '') return;
    for (const behind of ends)
      found.set(JSON.stringify([before, pump, behind]), { before, pump, behind });
  };
  for (const pump of USUAL) add('', pump);
  const leads = new Map<AST.Node, string>();
  visitRegExpAST(pattern, {
    onAlternativeEnter(alternative) {
      const lead = leads.get(alternative.parent) ?? '';
      let sofar = '';
      for (const element of alternative.elements) {
        leads.set(element, lead + sofar);
        sofar += samples(element, flags).find(each => each !== '') ?? '';
        // An unanchored pattern is tried from every place where its beginning stands.
        add('', sofar);
        add(lead, sofar);
      }
    },
    onGroupEnter: keepLead,
    onCapturingGroupEnter: keepLead,
    onAssertionEnter: keepLead,
    onQuantifierEnter(quantifier) {
      const lead = leads.get(quantifier) ?? '';
      leads.set(quantifier.element, lead);
      if (quantifier.max < 8) return;
      const parts = samples(quantifier.element, flags);
      for (const part of parts) {
        add(lead, part);
        add('', part);
        add('', lead + part);
        add('', part + lead);
      }
      add(lead, parts.join(''));
    },
  });
  return [...found.values()];

  function keepLead(node: AST.Node): void {
    if (!leads.has(node)) leads.set(node, '');
  }
}

/** Of each negated class the first character: what it was to stop at. */
function excludedBy(source: string): readonly string[] {
  return [...source.matchAll(/\[\^(?:\\([^a-zA-Z0-9])|([^\\]))/gu)].map(
    ([, escaped, plain]) => escaped ?? plain ?? '',
  );
}

/** Some texts that the node matches, the shortest first, or as good as: assertions are taken as held. */
function samples(node: AST.Element, flags: string): readonly string[] {
  switch (node.type) {
    case 'Character':
      return [String.fromCodePoint(node.value)];
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const one = new RegExp(`^(?:${node.raw})$`, flags.replace(/[gym]/gu, ''));
      const taken = CHARACTERS.filter(character => one.test(character));
      const named = [...node.raw].filter(character => one.test(character));
      return [...new Set([...taken.slice(0, MOST), ...named.slice(0, MOST)])];
    }
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives
        .map(({ elements }) =>
          elements.map(each => samples(each, flags).find(one => one !== '') ?? '').join(''),
        )
        .slice(0, 2 * MOST);
    case 'Quantifier': {
      const parts = samples(node.element, flags);
      const times = Math.max(node.min, 1);
      return parts.map(part => part.repeat(Math.min(times, 1000)));
    }
    default:
      return [''];
  }
}
