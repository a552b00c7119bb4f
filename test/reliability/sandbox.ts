/** A vault in a folder of its own, beside things that nobody may touch, and whether somebody did. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** File names, from the vault's root, with what they hold. */
type Files = Readonly<Record<string, string | Uint8Array>>;

const SECRET =
  '---\ntype: claim\nconfidence: likley\n---\n\nOf nobody’s concern, [[a]], [[gone]].\n';

/** There nothing waits for a disk that others keep busy. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : null;

export class Sandbox {
  /** Holds the vault, and what lies around it. */
  readonly around = realpathSync(mkdtempSync(join(MEMORY ?? tmpdir(), 'claimwright-sandbox-')));
  readonly vault = join(this.around, 'home/vault');
  /** A folder that a link may lead to. */
  readonly outside = join(this.around, 'home/outside');
  private before: readonly string[] = [];

  constructor(files: Files) {
    for (const place of ['home/outside/secret.md', 'home/outside.md', 'home/x.md', 'top.md'])
      put(join(this.around, place), SECRET);
    for (const [name, content] of Object.entries(files)) put(join(this.vault, name), content);
    this.remember();
  }

  /** What lies around the vault shall stay as it is now. */
  remember(): void {
    this.before = this.stateAround();
  }

  /** Throws where anything around the vault is not as it was. */
  assertUntouched(what = ''): void {
    assert.deepEqual(
      this.stateAround(),
      this.before,
      `outside of the vault something changed: ${what}`,
    );
  }

  private stateAround(): string[] {
    return stateOf(this.around, file => file === this.vault);
  }

  /** All that is in a folder of the vault. */
  stateIn(folder: string): string[] {
    return stateOf(join(this.vault, folder));
  }

  link(to: string, path: string): void {
    symlinkSync(to, join(this.vault, path));
  }

  remove(): void {
    // Node does not remove what lies deeper than a path can say.
    if (process.platform === 'win32') rmSync(this.around, { recursive: true, force: true });
    else execFileSync('rm', ['-rf', '--', this.around]);
  }
}

export function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** What is in a folder: of each file its mode, when it was written, and its bytes; of a link where it leads. */
export function stateOf(
  folder: string,
  leftOut: (file: string) => boolean = () => false,
): string[] {
  const found: string[] = [];
  const look = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      const file = join(at, name);
      if (leftOut(file)) continue;
      const stats = lstatSync(file);
      const mode = (stats.mode & 0o7777).toString(8);
      const what = stats.isSymbolicLink()
        ? `-> ${readlinkSync(file)}`
        : stats.isFile()
          ? readFileSync(file, 'base64')
          : `${stats.mode >> 12}`;
      found.push(`${file} ${mode} ${stats.mtimeMs} ${what}`);
      if (stats.isDirectory()) look(file);
    }
  };
  look(folder);
  return found;
}

/** A trial on a vault in a folder around which nothing may change; both go with it. */
export function inSandbox(
  files: Files,
  run: (box: Sandbox) => Promise<string>,
): () => Promise<string> {
  return async () => {
    const box = new Sandbox({ '.claimwright.yaml': '', ...files });
    try {
      const said = await run(box);
      box.assertUntouched();
      return said;
    } finally {
      box.remove();
    }
  };
}
