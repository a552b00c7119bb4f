/** Times what an author sees beside the title of a new claim: after each letter, the claims that may say the same. */
import { titleReport } from '../../server/core/authoring/drafts/titleReport';
import { isClaim } from '../../server/core/authoring/drafts/typeOf';
import { nameOf } from '../../server/core/vault/names';
import { TODAY } from '../support/day';
import type { LoadedVault } from './loaded';
import { type Quantiles, quantiles, workTime } from './quantiles';
import { pick, random } from './titles';

const TITLES = 100;
/** Of the letters of a title one in so many is timed. */
const EVERY = 3;

/** `alike` is the search alone, `report` all that is said of the title; `check` compares a whole claim with all others. */
export function measureTitles({ vault, texts }: LoadedVault): Record<string, Quantiles> {
  const author = { vault, path: null, selection: null, today: TODAY, agent: null };
  const read = (path: string) => texts.get(path) ?? null;
  const measured: Readonly<Record<string, (title: string, path: string) => unknown>> = {
    alike: title => vault.likeClaims(title, 5),
    report: title => titleReport({ ...author, read }, { title, type: 'claim', domain: null }),
    check: (_, path) => vault.alikeClaims(path),
  };
  const claims = [...texts.keys()].filter(path => isClaim(vault, path));
  const figures: Record<string, Quantiles> = {};
  for (const warm of [false, true])
    for (const [name, run] of Object.entries(measured)) {
      const times: number[] = [];
      for (const path of pick(claims, TITLES, random(TITLES))) {
        const title = nameOf(path).replaceAll('-', ' ');
        for (let end = 1; end <= title.length; end += EVERY) {
          const time = workTime();
          run(title.slice(0, end), path);
          times.push(time());
        }
      }
      if (warm) figures[name] = quantiles(times);
    }
  return figures;
}
