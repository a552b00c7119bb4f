/** The package of the extension is small, and holds what it needs and nothing else. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { installPackaged } from '../vscode/host/packaged';
import { onlyPackage } from './packages';

const MOST_BYTES = 2 * 1024 * 1024;

describe('the package of the extension', () => {
  let folder: string;
  let files: readonly string[];
  let manifest: Record<string, unknown>;

  before(async () => {
    folder = await installPackaged();
    files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  });

  it('is below 2 MB', () => {
    assert.ok(statSync(onlyPackage('.vsix')).size < MOST_BYTES);
  });

  it('holds no sources, maps or tests', () => {
    const strays = files.filter(file =>
      /\.(tsx?|mts|map|vsix|tgz)$|^(test|node_modules|client|server)\//u.test(file),
    );
    assert.deepEqual(strays, []);
  });

  it('holds every file that its manifest and its documents name', () => {
    const named = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value === 'string') {
        if (/^(\.\/)?(dist|media|syntaxes|snippets|docs)\/[\w./-]+$/u.test(value)) named.add(value);
      } else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
    };
    // The commands that it names are in the other package.
    walk({ ...manifest, bin: undefined, scripts: undefined });
    for (const file of files.filter(name => /^readme\.md$/iu.test(name)))
      for (const [, target = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
        /\]\(([^)#:]+)\)/gu,
      ))
        named.add(target);
    assert.ok(named.size > 15, [...named].join(' '));
    const missing = [...named].filter(name => !existsSync(join(folder, name)));
    assert.deepEqual(missing, []);
  });

  it('has a picture, a banner and categories for where it is listed', () => {
    const icon = readFileSync(join(folder, String(manifest['icon'])));
    assert.equal(icon.subarray(1, 4).toString(), 'PNG');
    assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(20) >= 128);
    assert.ok(manifest['galleryBanner'] && (manifest['categories'] as string[]).length > 0);
  });

  it('lists the licences of the code that it holds', () => {
    const notices = readFileSync(join(folder, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of [
      'fuse.js',
      'gray-matter',
      'vscode-languageclient',
      'yaml',
      'zod',
      'd3-zoom',
    ])
      assert.match(notices, new RegExp(`^- ${name} \\S+ \\((MIT|ISC|Apache-2.0)\\)$`, 'mu'), name);
  });

  it('starts without the library that speaks LSP, and with one copy of the API of VS Code', () => {
    const code = readFileSync(join(folder, 'dist/extension.js'), 'utf8');
    assert.equal(code.split('require("vscode")').length - 1, 1);
    assert.doesNotMatch(code, /vscode-jsonrpc|Content-Length/u);
    const library = readFileSync(join(folder, 'dist/languageclient.js'), 'utf8');
    assert.match(library, /Content-Length/u);
  });

  it('needs nothing of Node in a browser', () => {
    for (const file of ['dist/web/extension.js', 'dist/web/server.js']) {
      const code = readFileSync(join(folder, file), 'utf8');
      const required = [...code.matchAll(/\brequire\("([^"]*)"\)/gu)].map(([, name]) => name);
      assert.deepEqual([...new Set(required)], file.endsWith('server.js') ? [] : ['vscode'], file);
    }
  });

  it('asks nothing of the network, and tells nobody anything', () => {
    const programs = ['dist/extension.js', 'dist/languageclient.js', 'dist/server.js'];
    const inBrowsers = ['dist/web/extension.js', 'dist/web/server.js'];
    for (const file of inBrowsers) {
      const code = readFileSync(join(folder, file), 'utf8');
      const asks = /\bfetch\(|XMLHttpRequest|WebSocket\(|EventSource|sendBeacon|importScripts/u;
      assert.doesNotMatch(code, asks, file);
    }
    for (const file of [...programs, ...inBrowsers]) {
      const code = readFileSync(join(folder, file), 'utf8');
      assert.doesNotMatch(
        code,
        /applicationinsights|TelemetryReporter|createTelemetryLogger/u,
        file,
      );
      assert.doesNotMatch(code, /require\("(node:)?(http|https|http2|dgram)"\)/u, file);
    }
  });
});
