/** Times completion in a loaded vault, from the cursor to the answer as the editor gets it. */
import { completion } from '../../server/core/features/completion/completion';
import { nameOf, wordsOf } from '../../server/core/vault/names';
import { toCompletionList } from '../../server/lsp/completionItems';
import type { LoadedVault } from './measureEdits';
import { type Quantiles, quantiles, stopwatch } from './quantiles';
import { pick, random } from './titles';

type Query = (title: string, next: () => number) => string;

const QUERIES: Readonly<Record<string, Query>> = {
  'prefix of 12': title => title.slice(0, 12),
  'fragment of 12': (title, next) => {
    const at = Math.floor(Math.max(0, title.length - 12) * next());
    return title.slice(at, at + 12);
  },
  'three words': (title, next) => pick(wordsOf(title), 3, next).join(' '),
};

const COUNT = 300;

/** The answer is counted with its JSON text, as that is what is sent. */
export function measureCompletion({ vault, texts }: LoadedVault): Record<string, Quantiles> {
  const figures: Record<string, Quantiles> = {};
  const paths = [...texts.keys()];
  for (const warm of [false, true]) {
    for (const [name, query] of Object.entries(QUERIES)) {
      const next = random(name.length);
      const times: number[] = [];
      const hosts = pick(paths, COUNT, next);
      for (const [at, path] of pick(paths, COUNT, next).entries()) {
        const host = hosts[at] ?? path;
        const before = `${texts.get(host) ?? ''}\n\n`;
        const text = `${before}[[${query(nameOf(path), next)}`;
        vault.apply([{ kind: 'set', path: host, text }]);
        const time = stopwatch();
        const found = completion(vault, host, text, text.length);
        const lines = vault.note(host)?.lines;
        if (found !== null && lines !== undefined) {
          JSON.stringify(
            toCompletionList(lines, found, { labelDetails: true }, entry => entry.path),
          );
          times.push(time());
        }
        vault.apply([{ kind: 'set', path: host, text: before.slice(0, -2) }]);
      }
      if (warm) figures[name] = quantiles(times);
    }
  }
  return figures;
}
