/** Desktop VS Code: the person's own to look at the extension in, a downloaded one to run tests in. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from './cache';
import { isRunning, startGroup, stopGroup } from './process-group';
import { QUIET_SETTINGS, writeSettings } from './settings';
import type { SuiteRun } from './suite-run';
import { temporaryFolder } from './temporary-folder';

const DOWNLOADS = 'https://update.code.visualstudio.com/api/releases/stable';
const PATIENCE_MS = 4000;

/** `null` when it can run here; otherwise the reason, in words that can follow "because". */
export async function whyNoDesktop(): Promise<string | null> {
  if (needsDisplay() && !findOnPath('xvfb-run')) {
    return 'there is neither a display nor xvfb-run (Debian and Ubuntu: apt-get install xvfb)';
  }
  try {
    const answer = await fetch(DOWNLOADS, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? null : `its download host answers ${answer.status}`;
  } catch {
    return `its download host cannot be reached (${new URL(DOWNLOADS).host})`;
  }
}

export function downloadDesktop(): Promise<string> {
  return downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: join(cacheFolder(), 'desktop'),
    timeout: 30_000,
  });
}

export async function runInDesktop(executable: string, run: SuiteRun): Promise<boolean> {
  const profile = temporaryFolder('profile');
  writeSettings(join(profile, 'User', 'settings.json'), QUIET_SETTINGS);
  const launchArgs = [
    run.folder,
    `--user-data-dir=${profile}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    '--disable-extensions',
  ];
  const virtualDisplay = needsDisplay();
  const options = {
    vscodeExecutablePath: virtualDisplay ? 'xvfb-run' : executable,
    extensionDevelopmentPath: run.extensionPath,
    extensionTestsPath: run.suitePath,
    launchArgs: virtualDisplay ? ['-a', executable, ...launchArgs] : launchArgs,
  };
  // In a process group of its own, so that a run that hangs can be ended with all its windows.
  const script = join(import.meta.dirname, 'desktop-run.ts');
  const child = startGroup(process.execPath, ['--import', 'tsx', script, JSON.stringify(options)], {
    env: { ...process.env, ...run.env },
    stdio: 'inherit',
  });
  return new Promise<boolean>((resolve, reject) => {
    run.signal.addEventListener('abort', () => reject(run.signal.reason));
    child.once('error', reject);
    child.once('exit', code => resolve(code === 0));
  }).finally(() => (isRunning(child) ? stopGroup(child) : undefined));
}

/** The command that opens a folder in the VS Code that is installed on this machine. */
export function findCode(): string | null {
  return findOnPath('code') ?? findOnPath('code-insiders');
}

function needsDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
}

function findOnPath(name: string): string | null {
  const file = process.platform === 'win32' ? `${name}.cmd` : name;
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter(Boolean);
  return folders.map(folder => join(folder, file)).find(path => existsSync(path)) ?? null;
}
