/** Finds a Chromium or Chrome on this machine and starts it for a window of the embedded VS Code. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Reaching out to its maker's services would only slow a test down. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function findBrowser(): string | null {
  const { CLAIMWRIGHT_CHROMIUM: own } = process.env;
  if (own) {
    if (existsSync(own)) return own;
    throw new Error(`CLAIMWRIGHT_CHROMIUM names a file that is not there: ${own}`);
  }
  return candidates().find(path => existsSync(path)) ?? null;
}

export async function startBrowser(headless = true): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(
      'No Chromium or Chrome was found: install one (Debian and Ubuntu: apt-get install chromium) or name it in CLAIMWRIGHT_CHROMIUM.',
    );
  }
  return chromium.launch({
    executablePath,
    headless,
    args: FLAGS,
    // A signal ends this process through its own handlers, and the browser goes with it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

function candidates(): string[] {
  const windows = process.platform === 'win32';
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter(Boolean);
  const onPath = folders.flatMap(folder =>
    NAMES.map(name => join(folder, windows ? `${name}.exe` : name)),
  );
  return [...onPath, ...usualPlaces()];
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      n => process.env[n] ?? '',
    );
    return roots.flatMap(root => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  return NAMES.map(name => join('/usr/bin', name));
}
