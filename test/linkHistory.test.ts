/** Broken links over time: what is counted in each state, which states are chosen, and what git tells of a repository's. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { evenly } from '../server/core/features/health/evenly';
import type { LinkCounts } from '../server/core/features/health/form';
import type { HistoryStep } from '../server/core/features/health/history';
import { LinkCensus } from '../server/core/features/health/LinkCensus';
import { defaultConfig } from '../server/core/schema/config';
import { type Change, Vault } from '../server/core/vault/Vault';
import { listFiles, readChange } from '../server/disk';
import { MAX_BYTES } from '../server/fileRules';
import { history, historyNow } from '../server/git/history';
import { type Step, step } from './support/collidingNotes';
import { commitAll, git, needGit, repositoryIn } from './support/gitRepository';
import { removeTemporaryFolders, vaultOf } from './support/runCli';

/** Counted from scratch, without the census. */
function fresh(changes: Iterable<Change>): LinkCounts {
  const vault = new Vault();
  vault.load(changes);
  const counts = { notes: 0, links: 0, found: 0, near: 0, ambiguous: 0, missing: 0 };
  for (const path of vault.notes()) {
    counts.notes++;
    for (const link of vault.note(path)?.links ?? []) {
      counts.links++;
      counts[vault.resolve(link, path).kind]++;
    }
  }
  return counts;
}

function resultOf<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

const set = (path: string, text: string | null): Change => ({ kind: 'set', path, text });

describe('a census of links', () => {
  it('counts in each state what a vault read from scratch holds', () => {
    const states = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(states, all => {
        const census = new LinkCensus(defaultConfig);
        let before = new Map<string, Change>();
        for (const steps of all) {
          const files = new Map(before);
          for (const each of steps) happen(files, each);
          const gone = [...before.keys()].filter(path => !files.has(path));
          const differing = [...files.values()].filter(each => before.get(each.path) !== each);
          const removed = gone.map((path): Change => ({ kind: 'remove', path }));
          resultOf(census.take([...removed, ...differing]));
          assert.deepEqual(resultOf(census.count()), fresh(files.values()));
          before = files;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('tells nothing of an empty vault, and the same where nothing changed', () => {
    const census = new LinkCensus(defaultConfig);
    const none = { notes: 0, links: 0, found: 0, near: 0, ambiguous: 0, missing: 0 };
    assert.deepEqual(resultOf(census.count()), none);
    resultOf(census.take([set('a.md', '[[b]] [[c]]'), set('b.md', ''), set('c.png', null)]));
    const counts = { notes: 2, links: 2, found: 1, near: 0, ambiguous: 0, missing: 1 };
    assert.deepEqual(resultOf(census.count()), counts);
    assert.deepEqual(resultOf(census.count()), counts);
  });
});

function happen(files: Map<string, Change>, next: Step): void {
  if (next.kind === 'apply') {
    for (const change of next.changes)
      if (change.kind === 'set') files.set(change.path, change);
      else files.delete(change.path);
    return;
  }
  const file = [...files.values()][next.index % Math.max(1, files.size)];
  if (file?.kind !== 'set' || file.text === null) return;
  const { path, text } = file;
  if (next.kind === 'rename') {
    files.delete(path);
    files.set(next.to, set(next.to, text));
  } else {
    const at = next.at % (text.length + 1);
    files.set(path, set(path, text.slice(0, at) + next.text + text.slice(at + next.removed)));
  }
}

describe('points of a history', () => {
  it('lie evenly in time, each what was there at the moment', () => {
    const daily = Array.from({ length: 101 }, (_, day) => day);
    assert.deepEqual(evenly(daily, 5), [0, 25, 50, 75, 100]);
    assert.deepEqual(evenly([0, 1, 2, 49, 51, 99, 100], 3), [0, 3, 6]);
    assert.deepEqual(evenly([0, 7, 8], 12), [0, 1, 2]);
    assert.deepEqual(evenly([4], 12), [0]);
    assert.deepEqual(evenly([], 12), []);
  });

  it('are chosen among the commits where little happened for long, or a clock stood still', () => {
    assert.deepEqual(evenly([0, 1, 2, 3, 4, 1000], 4), [0, 2, 4, 5]);
    assert.deepEqual(evenly([5, 5, 5, 5, 5], 3), [0, 2, 4]);
    assert.deepEqual(evenly([0, 50, 10, 20, 100], 3), [0, 3, 4]);
  });

  it('are as many as were asked for, the first and the last among them, none twice', () => {
    const times = fc.array(fc.integer({ min: -9, max: 9_999 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.integer({ min: 2, max: 20 }), (all, most) => {
        const chosen = evenly(all, most);
        assert.equal(chosen.length, Math.min(all.length, most));
        assert.deepEqual([chosen[0], chosen.at(-1)], [0, all.length - 1]);
        assert.ok(chosen.every((each, at) => at === 0 || each > (chosen[at - 1] ?? each)));
      }),
    );
  });
});

describe('the history of a repository', function () {
  this.timeout(120_000);
  before(function () {
    needGit(this);
  });
  afterEach(removeTemporaryFolders);

  const write = (root: string, path: string, text: string | Buffer) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  /** The series as it is told at once. */
  function told(folder: string, points = 50) {
    return counted([...historyNow(folder, points)]);
  }

  function counted(steps: Iterable<HistoryStep>) {
    const census = new LinkCensus(defaultConfig);
    const points: (LinkCounts & { readonly commit: string; readonly date: string })[] = [];
    for (const each of steps)
      if (each.kind === 'changes') resultOf(census.take(each.changes));
      else if (each.kind === 'point') points.push({ ...each.at, ...resultOf(census.count()) });
      else if (each.kind === 'refused') assert.fail(each.why);
    return points;
  }

  function refusal(folder: string): string {
    const [first, ...others] = historyNow(folder, 12);
    assert.equal(others.length, 0);
    return first?.kind === 'refused' ? first.why : assert.fail('it is told');
  }

  it('is told of each commit as its files, checked out, are counted', () => {
    const root = vaultOf({
      'a.md': '[[b]] [[gone]] ![[p.png]]\n',
      'b.md': '---\ntype: claim\ndepends_on: [a, nowhere]\n---\n',
      'deep/c d.md': '[[A]] [[../b]] [x](../a.md) [[inner]]\n',
      'p.png': 'x',
    });
    repositoryIn(root);
    const steps: (() => void)[] = [
      () => renameSync(join(root, 'a.md'), join(root, 'deep/a new name.md')),
      () => write(root, 'deep/b.md', '[[b]]\n'),
      () => write(root, 'vault/.claimwright.yaml', ''),
      () => write(root, 'vault/inner.md', '[[nothing]] [[at all]]\n'),
      () => rmSync(join(root, 'vault/.claimwright.yaml')),
      () => write(root, '.hidden/h.md', '[[h]] [[none]]\n'),
      () => write(root, '.hidden too.md', '[[h]] [[none]]\n'),
      () => write(root, 'node_modules/n.md', '[[n]] [[none]]\n'),
      () => rmSync(join(root, 'p.png')),
      () => symlinkSync('../b.md', join(root, 'deep/linked.md')),
      () => symlinkSync('linked.md', join(root, 'deep/linked again.md')),
      () => symlinkSync('nothing.md', join(root, 'deep/dangling.md')),
      () => symlinkSync('deep', join(root, 'a folder.md')),
      () => symlinkSync('dangling too.md', join(root, 'dangling too.md')),
      () => write(root, 'ß ü “q”\tx.md', '[[b]] [[deep/b]]\r\n'),
      () => write(root, 'utf16.md', Buffer.from('\ufeff[[b]]', 'utf16le')),
      () => write(root, 'large.md', `[[b]] ${'x'.repeat(MAX_BYTES)}`),
      () => rmSync(join(root, 'b.md')),
      () => rmSync(join(root, 'deep'), { recursive: true }),
      () => write(root, 'b.md', '[[a new name]]\n'),
    ];
    for (const each of steps) {
      each();
      commitAll(root);
    }
    const points = told(root);
    assert.equal(points.length, 1 + steps.length);
    for (const { commit, date, ...counts } of points) {
      git(root, 'checkout', '--quiet', '--force', commit);
      const files = Array.from(listFiles(root), path => readChange(root, path));
      assert.deepEqual({ commit, ...counts }, { commit, ...fresh(files) });
      assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    }
  });

  it('counts a note that moves once, however often and with how many it does', () => {
    const names = Array.from({ length: 60 }, (_, at) => `n${at}`);
    const files = names.map((name, at) => [`${name}.md`, `[[n${(at + 1) % 60}]] [[lost]]\n`]);
    const root = vaultOf(Object.fromEntries(files));
    repositoryIn(root);
    mkdirSync(join(root, 'deep/er'), { recursive: true });
    for (let round = 0; round < 6; round++) {
      const [from, to] = round % 2 === 0 ? ['.', 'deep/er'] : ['deep/er', '.'];
      for (const name of names)
        renameSync(join(root, from, `${name}.md`), join(root, to, `${name}.md`));
      commitAll(root);
    }
    // One that takes its name along breaks the one link to it.
    git(root, 'mv', 'n7.md', 'other.md');
    commitAll(root);
    const series = told(root).map(({ notes, links, missing }) => [notes, links, missing]);
    assert.deepEqual(series, [...Array.from({ length: 7 }, () => [60, 120, 60]), [60, 120, 61]]);
  });

  it('follows the first parents, evenly in time, and only what changed the folder', () => {
    const root = vaultOf({ 'vault/a.md': '[[b]]\n', 'readme.md': '' });
    repositoryIn(root);
    git(root, 'checkout', '--quiet', '-b', 'side');
    write(root, 'vault/b.md', '');
    commitAll(root, '2026-01-02T00:00:00Z');
    git(root, 'checkout', '--quiet', 'main');
    write(root, 'readme.md', 'more');
    commitAll(root, '2026-01-03T00:00:00Z');
    git(root, 'merge', '--quiet', '--no-edit', 'side');
    const merge = git(root, 'rev-parse', 'HEAD').trim();
    write(root, 'readme.md', 'still more');
    commitAll(root);
    const points = told(join(root, 'vault'));
    assert.deepEqual(
      points.map(({ notes, missing }) => [notes, missing]),
      [
        [1, 1],
        [2, 0],
      ],
    );
    assert.equal(points[1]?.commit, merge);
    const days = [1, 2, 3, 20, 21];
    for (const day of days) {
      write(root, 'vault/a.md', `[[b]]${' [[c]]'.repeat(day)}\n`);
      commitAll(root, `2040-03-${String(day).padStart(2, '0')}T12:00:00Z`);
    }
    const dates = told(join(root, 'vault'), 3).map(({ date }) => date.slice(0, 4));
    assert.equal(dates.length, 3);
    assert.equal(dates[2], '2040');
  });

  it('is the same in slices, and ends where nobody wants it', async () => {
    const root = vaultOf({ 'a.md': '[[b]]\n' });
    repositoryIn(root);
    write(root, 'b.md', '[[c]]\n');
    commitAll(root);
    const never = new AbortController().signal;
    const steps: HistoryStep[] = [];
    for await (const each of history(root, 12, never)) steps.push(each);
    assert.deepEqual(counted(steps), told(root));
    const stop = new AbortController();
    const cut: string[] = [];
    for await (const each of history(root, 12, stop.signal)) {
      cut.push(each.kind === 'refused' ? each.why : each.kind);
      stop.abort();
    }
    assert.deepEqual(cut, ['begin', 'Cancelled.']);
  });

  it('is refused in a sentence where there is none', () => {
    const root = vaultOf({ 'a.md': '[[b]]\n' });
    assert.match(refusal(root), /^“.*” is in no git repository\.$/u);
    git(root, 'init', '--quiet', '--initial-branch=main');
    assert.equal(refusal(root), 'The repository has no commits yet.');
    commitAll(root);
    assert.match(refusal(root), /^Only one commit changed this vault/u);
    mkdirSync(join(root, 'new'));
    assert.equal(refusal(join(root, 'new')), 'No commit holds a note of this vault yet.');
  });

  it('says so where a clone holds only the last commits, or lacks what a commit holds', () => {
    const root = vaultOf({ 'a.md': '[[b]]\n' });
    repositoryIn(root);
    for (const text of ['[[c]] [[d]]', '[[d]] [[e]] [[f]]']) {
      write(root, 'a.md', text);
      commitAll(root);
    }
    const clone = (depth: number) => {
      const folder = join(vaultOf({}), 'clone');
      git(root, 'clone', '--quiet', `--depth=${depth}`, `file://${root}`, folder);
      return folder;
    };
    assert.match(refusal(clone(1)), /^This clone holds only the last commits.*--unshallow$/u);
    const two = clone(2);
    const [begin] = historyNow(two, 12);
    assert.deepEqual(begin, { kind: 'begin', points: 2, commits: 2, shallow: true });
    assert.deepEqual(
      told(two).map(({ missing }) => missing),
      [2, 3],
    );
    const object = git(root, 'rev-parse', 'HEAD~1:a.md').trim();
    rmSync(join(root, '.git/objects', object.slice(0, 2), object.slice(2)));
    const last = [...historyNow(root, 12)].at(-1);
    assert.match(last?.kind === 'refused' ? last.why : '', /the repository lacks .*fetch its/u);
  });

  it('executes nothing that the repository names', () => {
    const root = vaultOf({ 'a.md': '[[b]]\n', '.gitattributes': '*.md filter=own diff=own\n' });
    repositoryIn(root);
    write(root, 'b.md', '');
    commitAll(root);
    const trace = join(vaultOf({}), 'trace');
    const script = join(root, 'run.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> '${trace}'\ncat\n`);
    chmodSync(script, 0o755);
    const names = [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'diff.external',
      'gpg.program',
    ];
    const own = [
      'filter.own.clean',
      'filter.own.smudge',
      'filter.own.process',
      'diff.own.textconv',
    ];
    for (const name of [...names, ...own, 'diff.own.command']) git(root, 'config', name, script);
    for (const name of readdirSync(join(root, '.git/hooks')))
      rmSync(join(root, '.git/hooks', name));
    writeFileSync(join(root, '.git/hooks/post-checkout'), `#!/bin/sh\necho hook >> '${trace}'\n`);
    chmodSync(join(root, '.git/hooks/post-checkout'), 0o755);
    assert.deepEqual(
      told(root).map(({ missing }) => missing),
      [1, 0],
    );
    assert.equal(existsSync(trace), false);
  });
});
