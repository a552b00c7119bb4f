/** A real editor without a screen, started on a copy of a vault with the configuration that is documented for it, and driven from outside. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Milliseconds after which an answer will not come any more. */
const LATE = 20_000;

export interface EditorKind {
  readonly name: string;
  /** What has to run for it to be there. */
  readonly probe: readonly [program: string, ...args: string[]];
  /** Starts it in a folder for temporary files, in the vault. */
  command(home: string): readonly [program: string, ...args: string[]];
  /** Has it do what `test/editors/drive.*` knows by this name; returns what it prints. */
  call(home: string, json: string): readonly [program: string, ...args: string[]];
  /** The answer in what it printed. */
  answer(home: string, printed: string): string;
  /** Types at the caret, chooses the first entry that has these words, and returns all. */
  complete(editor: ScriptedEditor, typed: string, choose: string): Promise<readonly string[]>;
}

/** Why the editor cannot be tested here; `null` where it can. */
export function absence({ name, probe: [program, ...args] }: EditorKind): string | null {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: LATE });
    return null;
  } catch {
    return `${name} is not installed, or something that it needs is not`;
  }
}

export class ScriptedEditor {
  private constructor(
    private readonly kind: EditorKind,
    private readonly process: ChildProcess,
    private readonly home: string,
    private readonly environment: NodeJS.ProcessEnv,
    /** The copy of the vault. */
    readonly vault: string,
    readonly transcript: string[],
  ) {}

  static async start(kind: EditorKind, vault: string, transcript: string[]) {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'claimwright-editor-')));
    const copy = join(home, 'vault');
    cpSync(vault, copy, { recursive: true, mode: 0 });
    // Of a vault that may only be read, the copy is to be changed.
    chmodSync(copy, 0o755);
    // As an installed package has it.
    mkdirSync(join(home, 'bin'));
    symlinkSync(join(ROOT, 'dist/server.js'), join(home, 'bin/claimwright-lsp'));
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      PATH: [join(home, 'bin'), process.env['PATH']].join(delimiter),
      CLAIMWRIGHT_ROOT: ROOT,
      // Where the tests are killed, the editor ends by itself.
      CLAIMWRIGHT_TESTS: String(process.pid),
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_STATE_HOME: join(home, 'state'),
      LC_ALL: 'C.UTF-8',
    };
    const [program, ...args] = kind.command(home);
    const child = spawn(program, args, {
      cwd: copy,
      env: environment,
      stdio: 'ignore',
      // The server goes with it.
      detached: true,
    });
    const editor = new ScriptedEditor(kind, child, home, environment, copy, transcript);
    running.add(editor);
    await editor.until('it runs', () => editor.call('version'));
    return editor;
  }

  async call<Answer>(name: string, ...args: readonly unknown[]): Promise<Answer> {
    const json = JSON.stringify({ name, arguments: args });
    const printed = await this.run(this.kind.call(this.home, json));
    const answer = JSON.parse(this.kind.answer(this.home, printed));
    if (answer.error !== undefined) throw new Error(`${name}: ${answer.error}`);
    return answer.value;
  }

  /** The same for whatever the editor's own programs can have it do. */
  async send(command: (home: string) => readonly [program: string, ...args: string[]]) {
    await this.run(command(this.home));
  }

  complete(typed: string, choose: string): Promise<readonly string[]> {
    return this.kind.complete(this, typed, choose);
  }

  /** Waits until something is true, or has an answer. */
  async until<Answer>(what: string, test: () => Promise<Answer>, timeout = LATE): Promise<Answer> {
    const end = Date.now() + timeout;
    let last: unknown;
    do {
      try {
        last = await test();
        if (last) return last as Answer;
      } catch (error) {
        last = error;
      }
      if (this.process.exitCode !== null) throw new Error(`${this.kind.name} ended: ${what}`);
      await new Promise(done => setTimeout(done, 30));
    } while (Date.now() < end);
    throw new Error(`timed out: ${what} (${last instanceof Error ? last.message : String(last)})`);
  }

  /** Opens a note, and waits until the server has read the vault. */
  async open(path: string): Promise<void> {
    const place = join(this.vault, path);
    if (!existsSync(place)) throw new Error(`${path} is not in the vault`);
    await this.call('open', place);
    await this.until('the vault is read', () => this.call('ready'));
  }

  /** Notes down what was asked and answered. */
  log(what: string, answer: unknown): void {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer, null, 1);
    this.transcript.push(`${what}\n${text.replaceAll(this.home, '').replace(/^/gmu, '    ')}\n`);
  }

  private async run([program, ...args]: readonly [string, ...string[]]): Promise<string> {
    const options = { env: this.environment, timeout: LATE, maxBuffer: 1 << 26, cwd: this.home };
    const { stdout, stderr } = await run(program, args, options);
    // Where Neovim 0.7 writes what it was asked for.
    return stdout || stderr;
  }

  /** Ends it and the server, by the number of their group. */
  async end(): Promise<void> {
    running.delete(this);
    const { pid } = this.process;
    if (pid !== undefined) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    }
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const running = new Set<ScriptedEditor>();

export async function endEditors(): Promise<void> {
  for (const editor of running) await editor.end();
}
