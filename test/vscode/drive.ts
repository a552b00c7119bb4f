/** Opens a window of the embedded VS Code and drives it as a person would: keys in, pictures out. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { waitForSettled } from './drive/wait';
import { startBrowser } from './host/browser';
import { serve, userSettingsFile } from './host/embedded';
import { type EmbeddedVSCode, installEmbedded } from './host/embedded-install';
import { type Serverless, type ServerlessOptions, serveWithoutServer } from './host/serverless';
import { QUIET_SETTINGS, type Settings, writeSettings } from './host/settings';
import { removeFolder, temporaryFolder } from './host/temporary-folder';

export * from './drive/explorer';
export * from './drive/keys';
export * from './drive/quickInput';
export * from './drive/read';
export * from './drive/wait';

export interface WindowOptions {
  /** Opened in place: give a copy where its notes are going to change. Null opens none. */
  readonly folder: string | null;
  readonly extensionPath?: string;
  /** False shows the browser. */
  readonly headless?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** Pixels a CSS pixel: 2 makes pictures that stay sharp when they are shown small. */
  readonly scale?: number;
  readonly settings?: Settings;
  /** With the settings that VS Code has by itself, as on the first day. */
  readonly fresh?: boolean;
  readonly colorTheme?: string;
  readonly say?: (line: string) => void;
  /** Without a server: the browser runs the extension, and the folder is one of another file system than the disk. */
  readonly serverless?: Pick<ServerlessOptions, 'delay' | 'ofFirstServer'>;
}

export interface Window {
  readonly page: Page;
  close(): Promise<void>;
}

/** Each window has a server and user settings of its own, so none can see what another did. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const vscode = await installEmbedded(options.say ?? (line => console.error(line)));
  const temporary = temporaryFolder('window');
  const settings = {
    ...(options.fresh ? {} : QUIET_SETTINGS),
    ...(options.colorTheme ? { 'workbench.colorTheme': options.colorTheme } : {}),
    ...options.settings,
  };
  const browser = await startBrowser(options.headless ?? true);
  const server = await start(vscode, settings, join(temporary, 'data'), options).catch(
    async error => {
      await browser.close();
      throw error;
    },
  );
  const close = async () => {
    await browser.close();
    await server.stop();
    removeFolder(temporary);
  };
  try {
    const page = await browser.newPage({
      viewport: options.size ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
    });
    // Else closing a page with unsaved notes would ask, and wait.
    page.on('dialog', dialog => void dialog.accept());
    await page.goto(server.url);
    await waitForSettled(page);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  vscode: EmbeddedVSCode,
  settings: Settings,
  dataFolder: string,
  { folder, extensionPath, serverless }: WindowOptions,
): Promise<Serverless> {
  if (serverless !== undefined && extensionPath !== undefined && folder !== null)
    return serveWithoutServer(vscode, { folder, extensionPath, settings, ...serverless });
  writeSettings(userSettingsFile(dataFolder), settings);
  const server = await serve(vscode, { dataFolder, extensionPath });
  return { url: server.windowUrl({ folder }), stop: () => server.stop() };
}

export async function screenshot(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  // A caret caught in mid-blink would make each picture differ from the last.
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
}
