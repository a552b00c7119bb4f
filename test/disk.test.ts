/** Files of any kind and content, read from a real disk: texts come as a decoder reads them, and nothing blocks. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readChange } from '../server/disk';
import { cleanUp, makeVault } from './support/lspClient';
import { skipped } from './support/skipped';

/** The reference that is not built of the same parts. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

describe('reading files', () => {
  let root = '';
  before(() => {
    root = makeVault({});
  });
  after(cleanUp);

  const read = (name: string) => readChange(root, name);
  const readBytes = (bytes: Uint8Array) => {
    writeFileSync(join(root, 'note.md'), bytes);
    return read('note.md');
  };
  const textOf = (bytes: Uint8Array) => {
    const change = readBytes(bytes);
    return change.kind === 'set' ? change.text : undefined;
  };

  it('decodes what is UTF-8, and refuses what is not', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }).map(text => Buffer.from(text)),
      fc.string({ unit: 'binary-ascii' }).map(text => Buffer.from(text)),
      fc.uint8Array({ min: 0x80, maxLength: 3 }).map(bytes => Buffer.from(bytes)),
      fc.constantFrom('\ufeff', 'é', '—', '𝌆').map(text => Buffer.from(text)),
    );
    const anyBytes = fc.array(pieces, { maxLength: 4 }).map(parts => Buffer.concat(parts));
    let [texts, refused] = [0, 0];
    fc.assert(
      fc.property(anyBytes, bytes => {
        fc.pre(!bytes.includes(0) && !/^(?:fffe|feff)/u.test(bytes.toString('hex')));
        let expected: string | null = null;
        try {
          expected = decoder.decode(bytes);
        } catch {
          refused++;
        }
        if (expected !== null) texts++;
        assert.equal(textOf(bytes), expected);
      }),
      { numRuns: 500 },
    );
    assert.ok(texts > 50 && refused > 50, `${texts} texts, ${refused} refused`);
  });

  it('reads files of any size, up to 5 MB', () => {
    const [kilo, mega] = [1024, 1024 * 1024];
    const sizes = [0, 1, 256 * kilo - 1, 256 * kilo, 256 * kilo + 1, mega, 5 * mega, 3];
    for (const size of sizes) assert.equal(textOf(Buffer.alloc(size, 'a'))?.length, size);
    const change = readBytes(Buffer.alloc(5 * mega + 1, 'a'));
    assert.ok(change.kind === 'set' && change.text === null);
    assert.match(change.problem ?? '', /5\.0 MB large/u);
    assert.equal(textOf(Buffer.from('short')), 'short', 'nothing of a longer file is left');
  });

  it('tells what cannot be a text', () => {
    const problem = (bytes: number[]) => {
      const change = readBytes(Uint8Array.from(bytes));
      return change.kind === 'set' && change.text === null ? change.problem : undefined;
    };
    assert.match(problem([0xff, 0xfe, 0x41, 0]) ?? '', /UTF-16/u);
    assert.match(problem([0xfe, 0xff, 0, 0x41]) ?? '', /UTF-16/u);
    assert.match(problem([0x41, 0, 0x42]) ?? '', /NUL/u);
    assert.match(problem([0xc3]) ?? '', /not UTF-8/u);
  });

  it('takes what is no file for gone, and waits for nothing', function () {
    if (process.platform === 'win32') return skipped(this, 'there are no named pipes on Windows');
    const link = (to: string, name: string) => symlinkSync(to, join(root, name));
    execFileSync('mkfifo', [join(root, 'pipe.md'), join(root, 'full pipe.md')]);
    link('/dev/zero', 'zero.md');
    link('/dev/null', 'null.md');
    link('.', 'folder.md');
    link('loop.md', 'loop.md');
    link('nowhere', 'broken.md');
    // Somebody who reads and writes it, so that there is something in it.
    const pipe = openSync(join(root, 'full pipe.md'), constants.O_RDWR | constants.O_NONBLOCK);
    writeSync(pipe, 'not for us');
    const names = ['pipe', 'full pipe', 'zero', 'null', 'folder', 'loop', 'broken', 'none'];
    for (const name of names)
      assert.deepEqual(read(`${name}.md`), { kind: 'remove', path: `${name}.md` });
    closeSync(pipe);
  });
});
