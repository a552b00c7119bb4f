/** The page of a vault's health in a browser. */
import type { Browser } from 'playwright-core';
import { healthBody } from '../../client/webviews/health/body';
import type { Asked, Told } from '../../client/webviews/health/messages';
import { type OpenPage, openPage, type PageOptions } from './openPage';

export type HealthPage = OpenPage<Asked, Told>;

export function openHealthPage(browser: Browser, options: PageOptions = {}): Promise<HealthPage> {
  const page = { name: 'health', title: 'Vault Health', body: healthBody };
  return openPage(browser, page, { reducedMotion: 'reduce', ...options });
}
