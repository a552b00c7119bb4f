/** Turns places in the bundled tests into places in their sources, which the extension host does not. */
import { findSourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Its source map is known only if source maps were switched on before it was loaded. */
export function withSourceLines(stack: string): string {
  const map = findSourceMap(join(__dirname, 'tests.js'));
  return stack.replace(/[^\s(]*\btests\.js:(\d+):(\d+)/g, (place, line, column) => {
    const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    return `${fileURLToPath(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
