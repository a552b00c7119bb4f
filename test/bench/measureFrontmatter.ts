/** Times the rules about front matter and life cycles over a loaded vault, against parsing the same front matter. */
import { rules } from '../../server/core/rules/all';
import { placeOf } from '../../server/core/rules/rule';
import { parseFrontmatter } from '../../server/core/text/frontmatter';
import { TODAY } from '../support/day';
import type { LoadedVault } from './loaded';
import { median, stopwatch } from './quantiles';

/** Milliseconds for all notes that have front matter. */
export interface FrontmatterFigures {
  readonly parse: number;
  readonly check: number;
  /** Of `check`, by the code of the rule. */
  readonly rules: Readonly<Record<string, number>>;
  /** Of all rounds: as it is told, no engine can leave the work out. */
  readonly found: number;
}

const ROUNDS = 15;
/** Rounds that only let the engine compile what a server has long compiled. */
const WARM_UP = 5;

export function measureFrontmatter({ vault, texts }: LoadedVault): FrontmatterFigures {
  // Links are resolved once for all rules; that is no part of these.
  const places = [...texts.keys()].flatMap(path => {
    const place = placeOf(vault, path, TODAY);
    return place?.note.frontmatter ? [place] : [];
  });
  const written = places.map(({ path }) => texts.get(path) ?? '');
  const checks = rules.filter(({ code }) => /^(?:frontmatter|lifecycle)\//u.test(code));
  const parse: number[] = [];
  const check: number[] = [];
  const byRule = new Map(checks.map(({ code }): [string, number[]] => [code, []]));
  let found = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const parsed = stopwatch();
    for (const text of written) found += parseFrontmatter(text)?.problems.length ?? 0;
    const parseTime = parsed();
    const checked = stopwatch();
    for (const place of places) for (const rule of checks) found += rule.check(place).length;
    const checkTime = checked();
    if (round < WARM_UP) continue;
    parse.push(parseTime);
    check.push(checkTime);
    for (const rule of checks) {
      const alone = stopwatch();
      for (const place of places) found += rule.check(place).length;
      byRule.get(rule.code)?.push(alone());
    }
  }
  const byCode = [...byRule].map(([code, times]) => [code, median(times)] as const);
  const times = { parse: median(parse), check: median(check) };
  return { ...times, rules: Object.fromEntries(byCode), found };
}
