#!/usr/bin/env node
/** The language server on Node: over `--stdio`, which is also the default, or the channel that the client names. */
import './engine';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { userCacheFolder } from './cache/cacheFolder';
import { openCache } from './cache/openCache';
import {
  isFolder,
  isReached,
  listFiles,
  readChange,
  readText,
  scheme,
  staysInside,
  vaultRoots,
} from './disk';
import { history } from './git/history';
import { readRenames } from './git/renames';
import { workingNotes } from './git/workingNotes';
import { startServer } from './lsp/server';
import { today } from './today';
import { watchFolder } from './watchFolder';

const channels = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some(argument => channels.some(channel => argument.startsWith(channel)))) {
  process.argv.push('--stdio');
}

const ruleDocs = pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href;

function cacheBase(told: string | null): string | null {
  if (told !== null) return isAbsolute(told) ? told : null;
  const folder = userCacheFolder();
  return folder === null ? null : join(folder, 'server');
}

startServer(
  createConnection(ProposedFeatures.all),
  {
    openCache: (folder, vault) => openCache(cacheBase(folder), __filename, vault),
    files: {
      scheme,
      vaultRoots,
      listFiles,
      isFolder,
      isReached,
      staysInside,
      readChange,
      readText,
      watchFolder,
    },
    today,
    ruleDocs,
    renames: readRenames,
    workingNotes,
    history,
  },
  version,
);
