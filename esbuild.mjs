/** Builds the extension, the language server and the command line into `dist`: `--watch`, `--production`. */
import { chmod, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { noticesOf } from './docs/notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * The library that speaks LSP is a file of its own: it is most of the extension's code, and needed with a server only.
 * @type {import('esbuild').Plugin}
 */
const library = {
  name: 'library',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageclient(\/node)?$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './languageclient.js', external: true },
    );
  },
};

/**
 * Each module that says `import * as vscode` would copy the editor's whole API, 480 names in a millisecond: one copies
 * it for all of them.
 * @type {import('esbuild').Plugin}
 */
const api = {
  name: 'api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ kind, namespace }) =>
      kind === 'import-statement' && namespace === 'file'
        ? { path: 'vscode', namespace: 'api', sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /^/, namespace: 'api' }, () => ({ contents: "export * from 'vscode'" }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    extension: 'client/extension.ts',
    languageclient: 'vscode-languageclient/node',
    server: 'server/node.ts',
    cli: 'server/cli.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  plugins: [api, library],
  sourcemap: !production,
  minify: production,
  // What licences ask for stands in the notices.
  legalComments: 'none',
  metafile: production,
  logLevel: watch ? 'info' : 'warning',
};

/** What runs in webviews, in a folder of its own: it is all that they may load. @type {import('esbuild').BuildOptions} */
const webviews = {
  entryPoints: [
    { in: 'client/webviews/graph/main.ts', out: 'graph' },
    { in: 'client/webviews/graph/graph.css', out: 'graph' },
    { in: 'client/webviews/health/main.ts', out: 'health' },
    { in: 'client/webviews/health/health.css', out: 'health' },
  ],
  outdir: 'dist/webviews',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'chrome134',
  sourcemap: production ? false : 'inline',
  minify: production,
  legalComments: options.legalComments,
  metafile: options.metafile,
  logLevel: options.logLevel,
};

/** What the host of extensions in a browser runs. @type {import('esbuild').BuildOptions} */
const browser = {
  ...options,
  entryPoints: { extension: 'client/browser.ts' },
  outdir: 'dist/web',
  plugins: [api],
  platform: webviews.platform,
  target: webviews.target,
};

/** The server for a worker there. @type {import('esbuild').BuildOptions} */
const worker = {
  ...browser,
  entryPoints: { server: 'server/web.ts' },
  format: 'iife',
  inject: ['server/mirror/Buffer.ts'],
};

const all = [options, webviews, browser, worker];

if (watch) for (const each of all) await (await context(each)).watch();
else {
  // What an earlier build left would go along in a package.
  if (production) await rm('dist', { recursive: true, force: true });
  const results = await Promise.all(all.map(each => build(each)));
  const metafiles = results.flatMap(({ metafile }) => metafile ?? []);
  if (production) await writeFile('dist/THIRD-PARTY-NOTICES.txt', noticesOf(metafiles));
  for (const file of ['dist/server.js', 'dist/cli.js']) await chmod(file, 0o755);
}
