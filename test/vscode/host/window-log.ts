/** Parts what the tests say from what the window says, which all comes from one console. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';

/** The suite prints these first and last; what lies between is for the reader of the test run. */
export const FIRST_LINE = 'Tests inside VS Code';
export const LAST_LINE = /^\d+ passed, \d+ failed/;

/** The embedded VS Code goes without native modules and gallery, and complains all along. */
const NOISE =
  /Could not locate the bindings file|build\/Release\/watchdog|browser\/workbench\/workbench\.js|^\[remote-connection\]|^Creating a socket|^\[AgentHost|^\[AccountPolicyGate/;

export class WindowLog {
  private phase: 'before' | 'during' | 'after' = 'before';

  /** Everything is kept in `file`: what a window says is worth reading when it does not start. */
  constructor(private readonly file: string) {
    writeFileSync(file, '');
  }

  get started(): boolean {
    return this.phase !== 'before';
  }

  add(type: string, args: readonly unknown[]): void {
    const text = format(...args);
    appendFileSync(this.file, `[${type}] ${text}\n`);
    if (text.startsWith(FIRST_LINE)) this.phase = 'during';
    if (this.phase !== 'during' || NOISE.test(text)) return;
    if (type === 'error' || type === 'warn') console.error(text);
    else console.log(text);
    if (LAST_LINE.test(text)) this.phase = 'after';
  }
}
