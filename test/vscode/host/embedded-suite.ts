/** Runs a suite in the extension host of the embedded VS Code. */
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser';
import { serve, userSettingsFile } from './embedded';
import type { EmbeddedVSCode } from './embedded-install';
import { QUIET_SETTINGS, writeSettings } from './settings';
import type { SuiteRun } from './suite-run';
import { temporaryFolder } from './temporary-folder';
import { WindowLog } from './window-log';

const WINDOW_SECONDS = 60;

export async function runInEmbedded(vscode: EmbeddedVSCode, run: SuiteRun): Promise<boolean> {
  const browser = await startBrowser();
  try {
    const dataFolder = join(temporaryFolder('server'), 'data');
    writeSettings(userSettingsFile(dataFolder), QUIET_SETTINGS);
    const server = await serve(vscode, { dataFolder, forTests: true, env: run.env });
    try {
      const page = await browser.newPage();
      const result = await resultOf(page, join(dirname(run.suitePath), 'window.log'), run.signal);
      const crashed = server.ended.then(why =>
        Promise.reject(new Error(`VS Code's server: ${why}.`)),
      );
      const ended = Promise.race([result.passed, crashed]);
      // It may be over before it is waited for, when opening the window fails.
      ended.catch(() => {});
      await page.goto(server.windowUrl({ folder: run.folder, tests: run }));
      return await ended;
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
}

/**
 * The workbench calls these two functions of its page, if they are there, during a test run.
 * Wrapped in an object, because an async function would wait for a promise that it returns.
 */
async function resultOf(
  page: Page,
  logFile: string,
  signal: AbortSignal,
): Promise<{ readonly passed: Promise<boolean> }> {
  let settle: (passed: boolean) => void = () => {};
  let fail: (why: Error) => void = () => {};
  const passed = new Promise<boolean>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  const log = new WindowLog(logFile);
  const silent = setTimeout(() => {
    if (log.started) return;
    fail(new Error(`The window said nothing of its tests in ${WINDOW_SECONDS} s; see ${logFile}.`));
  }, WINDOW_SECONDS * 1000);
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
    log.add(type, args),
  );
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    // Without the suite's own words a 0 proves nothing.
    if (log.started || code !== 0) settle(code === 0);
    else fail(new Error(`The window ended without running the suite; see ${logFile}.`));
  });
  signal.addEventListener('abort', () => fail(signal.reason));
  page.on('crash', () => fail(new Error('The browser page crashed.')));
  page.on('close', () => fail(new Error('The browser closed before the suite ended.')));
  return { passed: passed.finally(() => clearTimeout(silent)) };
}
