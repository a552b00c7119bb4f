/** What git says of a repository that somebody made on purpose: its paths, contents and dates are anything. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { isNotePath } from '../../../server/core/vault/names';
import { comparison, type Question } from '../../../server/git/comparison';
import { historySteps } from '../../../server/git/historySteps';
import { renamesIn } from '../../../server/git/renames';
import { GitError } from '../../../server/git/run';
import { target } from '../Target';

/** Git holds nearly any bytes but NUL for a path, if somebody writes its objects by hand. */
const path = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b',
        'x.md',
        '.md',
        '/',
        '/',
        '..',
        '.',
        '.git',
        '.claimwright.yaml',
        'domains',
        '\n',
      ],
      ...[
        '\t',
        '\u0001',
        '100644 blob 0',
        '"',
        '\\',
        '__proto__',
        '\ufffd',
        '🍞',
        '-',
        ' ',
        'R100',
      ],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(''));

const entry = fc.record({
  mode: fc.constantFrom('100644', '100644', '100755', '120000', '160000'),
  path,
  /** Of a link, where it leads. */
  content: fc.oneof(
    path,
    fc.constantFrom(
      '',
      '---\ntype: claim\n---\n',
      '../../etc/passwd',
      '/etc',
      'x.md',
      'a missing\n',
    ),
  ),
});

const input = fc.record({
  commits: fc.array(
    fc.record({
      seconds: fc.oneof(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom('99999999999999', '18446744073709551615', '-1', '0').map(Number),
      ),
      entries: fc.array(entry, { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  index: fc.array(fc.tuple(fc.constantFrom('H', 'S', 's', '?'), path), { maxLength: 4 }),
  log: fc.array(fc.tuple(fc.constantFrom('', 'A', 'A', 'R100', 'R050', 'R0'), path, path), {
    maxLength: 8,
  }),
  points: fc.integer({ min: 2, max: 6 }),
});

type Input = typeof input extends fc.Arbitrary<infer Each> ? Each : never;

/** More answers than these nothing has to ask for. */
const MOST_STEPS = 2000;

export function assertRead(repository: Input): void {
  assertRenames(repository);
  const answers = new Answers(repository);
  const last = repository.commits.length - 1;
  const work = comparison({
    folder: '/nowhere',
    commit: `${last}`.padStart(40, '0'),
    files: new Set(['a.md', 'domains/x.md']),
    concerns: isNotePath,
  });
  const { changed } = ended(work, answers);
  for (const { path, before } of changed) {
    const there = repository.commits[last]?.entries.filter(each => each.path === path);
    if (before !== null && isNotePath(path))
      assert.ok(
        there?.some(({ content }) => Buffer.from(content).equals(before)),
        path,
      );
  }
  ended(historySteps(repository.points), answers);
}

function ended<Step, Result>(work: Generator<Step, Result, Buffer>, answers: Answers): Result {
  let answer: Buffer = Buffer.alloc(0);
  for (let count = 0; count < MOST_STEPS; count++) {
    const { done, value } = work.next(answer);
    if (done === true) return value as Result;
    answer = Buffer.alloc(0);
    if (value !== null && typeof value === 'object' && 'args' in value)
      answer = answers.of(value as unknown as Question);
  }
  return assert.fail('it asks and asks');
}

/** Git, as far as it is asked. */
class Answers {
  private readonly objects = new Map<string, string>();

  constructor(private readonly repository: Input) {
    for (const { entries } of repository.commits)
      for (const { content } of entries) this.objects.set(objectOf(content), content);
  }

  of({ args, input = '' }: Question): Buffer {
    const { commits, index } = this.repository;
    const [command] = args;
    const named = input.split('\n').filter(each => each !== '');
    switch (command) {
      case 'rev-parse':
        return Buffer.from('true\nfalse\n');
      case 'rev-list':
        return Buffer.from(
          commits.map(({ seconds }, at) => `${seconds} ${`${at}`.padStart(40, '0')}\n`).join(''),
        );
      case 'ls-tree': {
        const commit = commits[Number(args.at(-1))] ?? commits[0];
        return Buffer.from(
          (commit?.entries ?? [])
            .map(({ mode, path, content }) => {
              const type = mode === '160000' ? 'commit' : 'blob';
              return `${mode} ${type} ${objectOf(content)}\t${path}\0`;
            })
            .join(''),
        );
      }
      case 'ls-files':
        return Buffer.from(
          index
            .map(([state, path]) => (args.includes('-t') ? `${state} ${path}\0` : `${path}\0`))
            .join(''),
        );
      case 'cat-file':
        return Buffer.concat(
          named.map(object => {
            const content = Buffer.from(this.objects.get(object) ?? '');
            const head = `${object} blob ${content.length}\n`;
            if (args.includes('--batch-check')) return Buffer.from(head);
            return Buffer.concat([Buffer.from(head), content, Buffer.from('\n')]);
          }),
        );
      default:
        throw new GitError(128, `unexpected: git ${args.join(' ')}`);
    }
  }
}

function objectOf(content: string): string {
  return createHash('sha1').update(content).digest('hex');
}

/** Paths come out as git wrote them, and nothing else does. */
function assertRenames({ log }: Input): void {
  const output = log
    .map(([kind, from, to], at) => {
      if (kind === '') return `\u0001abc${at} 2026-01-02\0`;
      return kind === 'A' ? `A\0${to}\0` : `${kind}\0${from}\0${to}\0`;
    })
    .join('');
  const paths = new Set(log.flatMap(([, ...both]) => both));
  const { renames, refused } = renamesIn(output);
  assert.equal(refused, null);
  for (const { from, to, similarity } of renames) {
    assert.ok(paths.has(from) && paths.has(to), `${from} to ${to}`);
    assert.ok(isNotePath(from) && isNotePath(to) && from !== to);
    assert.ok(0 <= similarity && similarity <= 100);
  }
}

export const git = target({
  name: 'git',
  feeds:
    'what git writes of a repository made by hand: paths with line ends, slashes and marks of git’s own, links, dates beyond time',
  holds: 'nothing throws or asks for ever; contents and paths are those that git gave',
  weight: 60,
  input,
  check: assertRead,
});
