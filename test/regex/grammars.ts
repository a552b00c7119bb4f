/** The patterns of the TextMate grammars, searched by the engine that VS Code searches with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM, type OnigScanner } from 'vscode-oniguruma';

const FOLDER = join(__dirname, '../../syntaxes');
/** Keys of a grammar whose values are patterns. */
const KEYS: ReadonlySet<string> = new Set(['match', 'begin', 'end', 'while']);
/** What the patterns are about, repeated and mixed; each without the end that it waits for. */
const PUMPS: readonly string[] = [
  ...' \t-:#"\'[]|\\%`{,a*@_!^~0',
  ...[
    '[[',
    '[[a',
    '[[a|',
    '[[a#',
    '[[#^',
    ']]',
    '%%',
    '% ',
    "''",
    '\\"',
    '"[',
    "'[",
    ' #',
    ': ',
    '- ',
  ],
  ...[
    'a: ',
    'a #',
    ' "',
    " '",
    '[ ',
    ', ',
    'a ',
    '\\|',
    '[[a]',
    '![[',
    '\\[[',
    '`[[',
    'FLAG @a',
    '| ',
  ],
];
const BEFORE: readonly string[] = [
  '',
  '[[',
  '[[a',
  '[[a|',
  '[[a#',
  '[[#^',
  '"',
  "'",
  ' "',
  '%%',
  '- ',
  'a: ',
  '# ',
];
const BEHIND: readonly string[] = ['', ']', '"'];

export function grammarPatterns(): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && KEYS.has(key)) found.add(inner);
      else look(inner);
    }
  };
  for (const name of readdirSync(FOLDER).filter(each => each.includes('.tmLanguage.')))
    look(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  return [...found];
}

export async function loadEngine(): Promise<void> {
  const path = require.resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(path).buffer as ArrayBuffer);
}

/** UTF-16 units: VS Code does not colour longer lines. */
const LONGEST_LINE = 20_000;
/** Milliseconds for such a line; a pattern that is quadratic takes seconds. */
const MOST = 60;

/** What a pattern takes too long on, in words; `null` where nothing was found. */
export function slowInGrammar(pattern: string): string | null {
  const scanner = createOnigScanner([pattern]);
  try {
    for (const before of BEFORE)
      for (const pump of PUMPS)
        for (const behind of BEHIND) {
          const line = before + pump.repeat(LONGEST_LINE / pump.length) + behind;
          const spent = millisecondsOf(scanner, line);
          if (spent > MOST)
            return `${pattern} took ${Math.round(spent)} ms for ${JSON.stringify({ before, pump, behind })}`;
        }
    return null;
  } finally {
    scanner.dispose();
  }
}

/** Of processor time, for one search through the line; the best of three where it may have been disturbed. */
function millisecondsOf(scanner: OnigScanner, line: string): number {
  const searched = createOnigString(line);
  let best = 2 * MOST;
  for (let time = 0; time < 3 && best > MOST && best < 10 * MOST; time += 1) {
    const began = process.cpuUsage();
    scanner.findNextMatchSync(searched, 0);
    const { user, system } = process.cpuUsage(began);
    const spent = (user + system) / 1000;
    best = time === 0 ? spent : Math.min(best, spent);
  }
  searched.dispose();
  return best;
}
