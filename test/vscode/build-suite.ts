/** Bundles the tests that run inside VS Code into the one CommonJS module its hosts load. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Returns the module's path. Mocha is not bundled: it loads parts of itself by name. The tests are a
 * second module, because their source map is read only if that was asked for before they load.
 */
export async function buildSuite(
  root: string,
  tests = join(root, 'test', 'vscode', 'suite'),
): Promise<string> {
  const folder = join(root, 'dist', 'test', 'vscode');
  await build({
    entryPoints: {
      suite: join(root, 'test', 'vscode', 'suite', 'index.ts'),
      tests: TESTS,
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    plugins: [testsOf(tests)],
    logLevel: 'warning',
  });
  return join(folder, 'suite.js');
}

const TESTS = 'suite:tests';

/** The entry point `suite:tests` becomes a module that imports each test file there is. */
function testsOf(folder: string): Plugin {
  return {
    name: 'suite-tests',
    setup(builder) {
      builder.onResolve({ filter: /^suite:tests$/ }, ({ path, kind }) =>
        kind === 'entry-point'
          ? { path, namespace: 'suite' }
          : { path: './tests.js', external: true },
      );
      builder.onLoad({ filter: /.*/, namespace: 'suite' }, () => ({
        contents: testFiles(folder)
          .map(file => `import ${JSON.stringify(`./${file}`)};`)
          .join('\n'),
        resolveDir: folder,
      }));
    },
  };
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => file.replaceAll('\\', '/'))
    .sort();
}
