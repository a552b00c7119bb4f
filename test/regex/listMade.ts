/** Prints, as JSON, the expressions that the modules of the core make of parts while they are loaded. */
import { sourceFiles } from './expressions';

const made: { file: string; source: string; flags: string }[] = [];

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given, newTarget) {
    const expression: RegExp = Reflect.construct(target, given, newTarget);
    const [file] = /\b(?:server|client)[\\/][^:)?]+\.ts/u.exec(new Error().stack ?? '') ?? [];
    const { source, flags } = expression;
    if (file !== undefined) made.push({ file: file.replaceAll('\\', '/'), source, flags });
    return expression;
  },
});

async function main(): Promise<void> {
  for (const file of sourceFiles())
    if (file.startsWith('server/core/')) await import(`../../${file}`);
  console.log(JSON.stringify(made));
}

void main();
