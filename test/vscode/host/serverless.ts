/**
 * The embedded VS Code as a page of its own, as vscode.dev is: no server runs extensions, the browser does, and the folder
 * that is open is one of a file system that an extension brings along.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { build } from 'esbuild';
import type { EmbeddedVSCode } from './embedded-install';
import type { Settings } from './settings';
import { temporaryFolder } from './temporary-folder';

export interface ServerlessOptions {
  /** The folder behind the file system. */
  readonly folder: string;
  readonly extensionPath: string;
  readonly settings: Settings;
  /** Milliseconds before each file is read: as over a network. */
  readonly delay?: number;
  /** Code that is run behind the language server's, of the first one that is started. */
  readonly ofFirstServer?: string;
}

export interface Serverless {
  /** Of the window. */
  readonly url: string;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Behind the file system of the extension, the open folder is called so. */
const NAME = 'vault';

export async function serveWithoutServer(
  vscode: EmbeddedVSCode,
  options: ServerlessOptions,
): Promise<Serverless> {
  const product = resolve(dirname(vscode.serverMain), '..');
  const virtual = await buildVirtual();
  const folders: Readonly<Record<string, string>> = {
    product,
    'extensions/claimwright': options.extensionPath,
    'extensions/virtual': virtual,
  };
  let added = options.ofFirstServer ?? '';
  const server = createServer((request, response) => {
    answer(request, response).catch(error => {
      const { code } = error as NodeJS.ErrnoException;
      const status = code === 'ENOENT' || code === 'ENOTDIR' ? 404 : code === 'EACCES' ? 403 : 500;
      response.writeHead(status).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Uint8Array) =>
      void response.writeHead(200, { 'Content-Type': type }).end(body);
    if (pathname === '/') return send(TYPES['.html'] ?? '', page(authority(), options.settings));
    if (pathname === '/files') {
      if (searchParams.get('deed') === 'read' && options.delay !== undefined)
        await new Promise(done => setTimeout(done, options.delay));
      const done = await doneWith(options.folder, searchParams, request);
      return send('application/octet-stream', done);
    }
    const path = normalize(decodeURIComponent(pathname)).slice(1).replaceAll('\\', '/');
    const [name = '', folder = ''] =
      Object.entries(folders).find(([each]) => path.startsWith(`${each}/`)) ?? [];
    if (folder === '') return void response.writeHead(404).end();
    const file = readFileSync(join(folder, path.slice(name.length)));
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (path.endsWith('/workbench/workbench.js')) return send(type, ownServerless(String(file)));
    if (!path.endsWith('/web/server.js')) return send(type, file);
    send(type, `${file}${added}`);
    added = '';
  }

  const authority = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://${authority()}/?folder=testvault://box/${NAME}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(closed => server.close(closed));
    },
  };
}

function page(authority: string, settings: Settings): string {
  const extension = (path: string) => ({ scheme: 'http', authority, path });
  const configuration = {
    additionalBuiltinExtensions: [
      extension('/extensions/virtual'),
      extension('/extensions/claimwright'),
    ],
    configurationDefaults: settings,
    // Of this build; none of it is used.
    userDataPath: '/user',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    productConfiguration: {
      enableTelemetry: false,
      // Else webviews would be loaded from the network.
      webviewContentExternalBaseUrlTemplate: `http://${authority}/product/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  const escaped = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${escaped}">
<meta id="vscode-workbench-web-base-url" data-settings="/product">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/product/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/product/out/';</script>
<script type="module" src="/product/out/nls.messages.js"></script>
<script type="module" src="/product/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}

/** Takes back what this build of VS Code adds to it: that there is a server, which keeps what is the user's. */
const ADDED: readonly (readonly [RegExp, string])[] = [
  [/,remoteAuthority:location\.host\}/u, '}'],
  [/(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/u, '$1vscodeUserData'],
];

function ownServerless(workbench: string): string {
  return ADDED.reduce((text, [added, own]) => {
    if (!added.test(text)) throw new Error(`This VS Code is another: it lacks ${added}.`);
    return text.replace(added, own);
  }, workbench);
}

/** What the file system asked for, as the answer's text or bytes. */
async function doneWith(
  root: string,
  params: URLSearchParams,
  request: IncomingMessage,
): Promise<string | Uint8Array> {
  const placeOf = (path: string | null) => {
    const inside = normalize(path ?? '').replaceAll('\\', '/');
    if (inside !== `/${NAME}` && !inside.startsWith(`/${NAME}/`))
      throw Object.assign(new Error(`${path} is outside.`), { code: 'ENOENT' });
    return join(root, inside.slice(NAME.length + 1));
  };
  const place = placeOf(params.get('path'));
  switch (params.get('deed')) {
    case 'stat': {
      const { size, mtimeMs } = statSync(place);
      return JSON.stringify({ type: typeOf(place), size, mtime: mtimeMs });
    }
    case 'list':
      return JSON.stringify(readdirSync(place).map(name => [name, typeOf(join(place, name))]));
    case 'search': {
      const entries = readdirSync(place, { recursive: true, encoding: 'utf8' });
      const paths = entries.map(path => path.replaceAll('\\', '/'));
      return JSON.stringify(paths.filter(path => typeOf(join(place, path)) === 1));
    }
    case 'read':
      return readFileSync(place);
    case 'write': {
      const parts: Uint8Array[] = [];
      for await (const part of request) parts.push(part as Uint8Array);
      const created = !existsSync(place);
      writeFileSync(place, Buffer.concat(parts));
      return JSON.stringify({ created });
    }
    case 'make':
      mkdirSync(place);
      return '';
    case 'delete':
      rmSync(place, { recursive: true });
      return '';
    case 'rename':
      renameSync(place, placeOf(params.get('to')));
      return '';
    default:
      throw new Error(`There is no ${params.get('deed')}.`);
  }
}

/** In the terms of VS Code. */
function typeOf(place: string): number {
  return statSync(place).isDirectory() ? 2 : 1;
}

/** The extension with the file system, as a folder. */
async function buildVirtual(): Promise<string> {
  const folder = temporaryFolder('virtual');
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'virtual', 'files.ts')],
    outfile: join(folder, 'files.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const manifest = {
    name: 'virtual-files',
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.106.0' },
    browser: './files.js',
    activationEvents: ['onFileSystem:testvault', 'onSearch:testvault'],
    enabledApiProposals: ['fileSearchProvider'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
