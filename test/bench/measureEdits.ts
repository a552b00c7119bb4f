/** Times single-note edits in a loaded vault: from the new text to the delta, and to the diagnostics it asks for. */
import { checkNote } from '../../server/core/rules/check';
import { TODAY } from '../support/day';
import type { LoadedVault } from './loaded';
import { type Quantiles, quantiles, workTime } from './quantiles';
import { pick, random } from './titles';

export interface EditFigures {
  readonly apply: Quantiles;
  /** Checking every note that the delta says is affected. */
  readonly check: Quantiles;
  readonly affected: Quantiles;
}

type Place = (text: string, next: () => number) => number | null;

/** Behind which offset a word is typed; `null` where the note has no such place. */
const PLACES: Readonly<Record<string, Place>> = {
  body: (text, next) => {
    const body = bodyOf(text);
    return body + Math.floor((text.length - body) * next());
  },
  'front matter': text => {
    const description = /^(?:description|url|status): .{3}/mu.exec(text.slice(0, bodyOf(text)));
    return description === null ? null : description.index + description[0].length;
  },
  link: (text, next) => {
    const links = [...text.matchAll(/\[\[[^\][]{6,}\]\]/gu)];
    const link = links[Math.floor(links.length * next())];
    return link === undefined ? null : link.index + 2 + Math.floor((link[0].length - 4) * next());
  },
  title: text => {
    const title = /^(?:title: .{8}|# .{8})/mu.exec(text);
    return title === null ? null : title.index + title[0].length;
  },
};

const NOTES = 150;
const TYPED = ' ab';

/** Types and deletes a few characters in many notes, each a change of its own, as an editor sends them. */
export function measureEdits({ vault, texts }: LoadedVault): Record<string, EditFigures> {
  const figures: Record<string, EditFigures> = {};
  for (const warm of [false, true]) {
    for (const [name, place] of Object.entries(PLACES)) {
      const next = random(name.length);
      const apply: number[] = [];
      const check: number[] = [];
      const affected: number[] = [];
      const edit = (path: string, text: string) => {
        const applied = workTime();
        const delta = vault.apply([{ kind: 'set', path, text }]);
        apply.push(applied());
        const checked = workTime();
        for (const each of delta.affected) checkNote(vault, each, TODAY);
        check.push(checked());
        affected.push(delta.affected.size);
      };
      for (const [path, text] of pick([...texts], NOTES, next)) {
        const at = place(text, next);
        if (at === null) continue;
        const typed = (length: number) =>
          text.slice(0, at) + TYPED.slice(0, length) + text.slice(at);
        for (let length = 1; length <= TYPED.length; length++) edit(path, typed(length));
        edit(path, text);
      }
      // The first round lets the engine compile what a server has long compiled.
      if (warm) {
        figures[name] = {
          apply: quantiles(apply),
          check: quantiles(check),
          affected: quantiles(affected),
        };
      }
    }
  }
  return figures;
}

function bodyOf(text: string): number {
  const close = text.startsWith('---') ? text.indexOf('\n---', 3) : -1;
  return close < 0 ? 0 : close + 4;
}
