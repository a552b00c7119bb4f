/** Decides which VS Code is used, and can say why. */
import { downloadDesktop, whyNoDesktop } from './desktop';

export type Choice = { readonly why: string } & (
  | { readonly host: 'embedded' }
  | { readonly host: 'desktop'; readonly executable: string }
);

/** CLAIMWRIGHT_VSCODE settles it; otherwise desktop VS Code where it can be had. */
export async function chooseTestHost(): Promise<Choice> {
  const forced = forcedHost();
  if (forced === 'embedded') return { host: forced, why: 'CLAIMWRIGHT_VSCODE asks for it' };
  const desktop = await desktopOrReason();
  if ('executable' in desktop) {
    return {
      host: 'desktop',
      why: forced ? 'CLAIMWRIGHT_VSCODE asks for it' : 'it can be downloaded',
      ...desktop,
    };
  }
  if (!forced) return { host: 'embedded', why: `no desktop VS Code, because ${desktop.obstacle}` };
  throw new Error(`CLAIMWRIGHT_VSCODE asks for desktop VS Code, but ${desktop.obstacle}.`);
}

async function desktopOrReason(): Promise<{ executable: string } | { obstacle: string }> {
  const obstacle = await whyNoDesktop();
  if (obstacle) return { obstacle };
  try {
    return { executable: await downloadDesktop() };
  } catch (error) {
    return { obstacle: `its download failed (${error instanceof Error ? error.message : error})` };
  }
}

export function forcedHost(): Choice['host'] | null {
  const { CLAIMWRIGHT_VSCODE: wanted } = process.env;
  if (!wanted) return null;
  if (wanted === 'desktop' || wanted === 'embedded') return wanted;
  throw new Error(`CLAIMWRIGHT_VSCODE is "desktop" or "embedded", not "${wanted}".`);
}
