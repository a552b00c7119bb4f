/** A mirror of files agrees with the disk, of which it knows only what it was told; and addresses of any scheme lead back. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import * as disk from '../server/disk';
import { addressOf, machinePath } from '../server/lsp/address';
import type { FetchedChange } from '../server/lsp/port';
import type { FileAnswer, FolderAnswer } from '../server/lsp/protocol';
import { Fetching, type FileReader } from '../server/mirror/Fetching';
import { Mirror } from '../server/mirror/Mirror';
import { cleanUp, makeVault } from './support/lspClient';

const ROOT = 'm://v';
/** A folder in whose place another comes, told in one go. */
const REPLACED = [
  [
    { kind: 'write' as const, path: `${ROOT}/d/a.md`, text: 'A.' },
    { kind: 'write' as const, path: `${ROOT}/e/b.md`, text: 'B.' },
  ],
  [{ kind: 'move' as const, path: `${ROOT}/e`, to: `${ROOT}/d` }],
];

/** What an editor tells of a disk. */
const reader: FileReader = {
  async folder(path): Promise<FolderAnswer> {
    const entries = readdirSync(path, { withFileTypes: true });
    return {
      entries: entries.map(entry => ({
        name: entry.name,
        kind: statSync(join(path, entry.name)).isDirectory() ? 'folder' : 'file',
        linked: entry.isSymbolicLink(),
      })),
    };
  },
  file: async path => ({ bytes: readFileSync(path) }),
};

describe('a mirror', () => {
  let root: string;
  let mirror: Mirror;

  before(async () => {
    root = makeVault({
      'one.md': 'One.',
      'domains/a/two.MD': '\ufeffTwo — ü.',
      'domains/a/picture.png': new Uint8Array([1, 2, 0]),
      'bytes.md': new Uint8Array([1, 0, 2]),
      'wide.md': new Uint8Array([0xff, 0xfe, 65, 0]),
      'inner/.claimwright.yaml': 'exclude: [x]\n',
      'inner/three.md': 'Three.',
      'inner/deep/four.md': 'Four.',
      '.hidden/five.md': 'Five.',
      'node_modules/six/readme.md': 'Six.',
      'empty/.keep': '',
    });
    symlinkSync(join(root, 'domains'), join(root, 'linked'));
    symlinkSync(join(root, 'one.md'), join(root, 'linked.md'));
    mirror = new Mirror();
    const fetching = new Fetching(mirror, reader, async () => ({ report: () => true, done() {} }));
    assert.deepEqual(await fetching.folders(new Set([root])), []);
  });
  after(cleanUp);

  it('holds the files and vaults that are on the disk', () => {
    for (const folder of [root, join(root, 'inner')]) {
      assert.deepEqual([...mirror.listFiles(folder)].sort(), [...disk.listFiles(folder)].sort());
      const roots = (all: Iterable<string | null>) => [...all].filter(each => each !== null).sort();
      assert.deepEqual(roots(mirror.vaultRoots(folder)), roots(disk.vaultRoots(folder)));
    }
    assert.deepEqual([...mirror.listFiles(root, 'domains')].sort(), [
      'domains/a/picture.png',
      'domains/a/two.MD',
    ]);
  });

  it('says of each path what the disk says', () => {
    const paths = [
      ...['one.md', 'domains/a/two.MD', 'domains/a/picture.png', 'bytes.md', 'wide.md'],
      ...['inner/three.md', 'linked.md', 'none.md', 'domains', 'domains/none/x.md'],
      ...['../out.md', '', 'domains//a', './one.md'],
    ];
    for (const path of paths) {
      assert.deepEqual(mirror.readChange(root, path), disk.readChange(root, path), path);
      // Nobody asks that of a path that does not go down step by step.
      if (path !== '' && !/(?:^|\/)\.|\/\//u.test(path)) {
        assert.equal(mirror.isReached(root, path), disk.isReached(root, path), path);
        assert.equal(mirror.isFolder(`${root}/${path}`), disk.isFolder(`${root}/${path}`), path);
      }
      if (path !== 'linked.md')
        assert.equal(mirror.staysInside(root, path), disk.staysInside(root, path), path);
    }
    assert.equal(
      JSON.stringify(mirror.readText(join(root, 'inner'), '.claimwright.yaml')),
      JSON.stringify(disk.readText(join(root, 'inner'), '.claimwright.yaml')),
    );
  });

  it('has nothing written through a link, wherever it leads', () => {
    for (const path of ['linked.md', 'linked', 'linked/a/two.MD', 'linked/new.md'])
      assert.equal(mirror.staysInside(root, path), false, path);
    assert.equal(mirror.isReached(root, 'linked/a/two.MD'), false);
  });
});

describe('a mirror of what changes', () => {
  const names = ['a.md', 'b.md', 'p.png', 'd', 'e', '.claimwright.yaml', '.git', 'node_modules'];
  const path = fc
    .array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
    .map(parts => ['m:', '', 'v', ...parts].join('/'));
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), path, text: fc.string() }),
    fc.record({ kind: fc.constant('delete' as const), path }),
    fc.record({ kind: fc.constant('move' as const), path, to: path }),
  );
  const under = (folder: string) => (file: string) =>
    file === folder || file.startsWith(`${folder}/`);

  /** A file system in memory, of which folders are there with the files in them. */
  class Memory implements FileReader {
    readonly files = new Map<string, string>();

    async folder(path: string): Promise<FolderAnswer> {
      const inside = [...this.files.keys()].filter(file => file.startsWith(`${path}/`));
      if (inside.length === 0 && path !== ROOT) return { failed: 'gone' };
      const first = inside.map(file => file.slice(path.length + 1).split('/'));
      const entries = first.map(([name = '', ...below]) => {
        const kind = below.length > 0 ? ('folder' as const) : ('file' as const);
        return [name, { name, kind, linked: false }] as const;
      });
      return { entries: [...new Map(entries).values()] };
    }

    async file(path: string): Promise<FileAnswer> {
      const text = this.files.get(path);
      return text === undefined ? { failed: 'gone' } : { bytes: new TextEncoder().encode(text) };
    }

    /** Files and folders of one name cannot be. */
    makeRoom(path: string): void {
      for (const file of [...this.files.keys()])
        if (under(path)(file) || path.startsWith(`${file}/`)) this.files.delete(file);
    }
  }

  const fetched = async (memory: Memory) => {
    const mirror = new Mirror();
    const begin = async () => ({ report: () => true, done() {} });
    const fetching = new Fetching(mirror, memory, begin);
    await fetching.folders(new Set([ROOT]));
    return { mirror, fetching };
  };
  const seen = (mirror: Mirror) => ({
    roots: [...mirror.vaultRoots(ROOT)].filter(each => each !== null).sort(),
    files: [...mirror.listFiles(ROOT)].sort().map(file => mirror.readChange(ROOT, file)),
    settings: mirror.readText(ROOT, '.claimwright.yaml'),
  });

  it('is as one that is made anew, whatever an editor tells of it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deed, { maxLength: 4 }), { maxLength: 6 }),
        async storms => {
          const memory = new Memory();
          memory.files.set(`${ROOT}/a.md`, 'A.');
          const { mirror, fetching } = await fetched(memory);
          for (const storm of storms) {
            const changes: FetchedChange[] = [];
            for (const each of storm) {
              if (each.kind === 'write') {
                const isNew = !memory.files.has(each.path);
                if (isNew) memory.makeRoom(each.path);
                memory.files.set(each.path, each.text);
                changes.push({ path: each.path, created: isNew });
                continue;
              }
              const moved = [...memory.files].filter(([file]) => under(each.path)(file));
              if (each.kind === 'move' && (under(each.path)(each.to) || under(each.to)(each.path)))
                continue;
              memory.makeRoom(each.path);
              changes.push({ path: each.path, created: false });
              if (each.kind === 'delete' || moved.length === 0) continue;
              memory.makeRoom(each.to);
              for (const [file, text] of moved)
                memory.files.set(`${each.to}${file.slice(each.path.length)}`, text);
              changes.push({ path: each.to, created: true });
            }
            await fetching.changes(changes);
            assert.deepEqual(seen(mirror), seen((await fetched(memory)).mirror));
          }
        },
      ),
      { numRuns: 300, examples: [[REPLACED]] },
    ));
});

describe('addresses', () => {
  it('of any scheme lead back to themselves', () => {
    const scheme = fc.constantFrom('file', 'vscode-vfs', 'memfs', 'x+y.z');
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => !/[/\\]/u.test(text));
    const authority = fc.constantFrom('', 'github', 'github+7b2276', 'box:80');
    fc.assert(
      fc.property(scheme, authority, fc.array(name, { minLength: 1 }), (kind, host, names) => {
        fc.pre(kind !== 'file' || host === '');
        // A path that begins like a drive is written as one on some systems.
        fc.pre(!/^[a-z]:/iu.test(names[0] ?? ''));
        const uri = URI.from({ scheme: kind, authority: host, path: `/${names.join('/')}` });
        assert.equal(addressOf(machinePath(uri.toString())), uri.toString());
      }),
    );
    for (const uri of ['memfs:/', 'vscode-test-web://mount/', 'file:///'])
      assert.equal(addressOf(machinePath(uri)), uri);
    assert.equal(machinePath('memfs:/a/b.md'), `${machinePath('memfs:/')}/a/b.md`);
    assert.equal(machinePath('x://y/a/b.md'), `${machinePath('x://y')}/a/b.md`);
  });

  it('of two file systems never meet', () => {
    const paths = ['file:///a/b', 'memfs:/a/b', 'memfs://a/b', 'vscode-vfs:/a/b'].map(machinePath);
    assert.equal(new Set(paths).size, paths.length);
  });
});
