/** Shows an address in the person's own browser, where there is one to show it. */
import { spawn } from 'node:child_process';

/** Never fails: whoever calls this has printed the address as well. */
export function openAddress(url: string): void {
  const [command, ...args] = opener();
  const { CI } = process.env;
  if (!command || CI) return;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function opener(): readonly string[] {
  if (process.platform === 'darwin') return ['open'];
  // `start` belongs to a shell that would cut the address at its first `&`.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : [];
}
