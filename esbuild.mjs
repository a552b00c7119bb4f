/** Builds the extension, the language server and the command line into `dist`: `--watch`, `--production`. */
import { chmod } from 'node:fs/promises';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    extension: 'client/extension.ts',
    server: 'server/node.ts',
    cli: 'server/cli.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  sourcemap: !production,
  minify: production,
  legalComments: production ? 'linked' : 'none',
  logLevel: watch ? 'info' : 'warning',
};

if (watch) await (await context(options)).watch();
else {
  await build(options);
  for (const file of ['dist/server.js', 'dist/cli.js']) await chmod(file, 0o755);
}
