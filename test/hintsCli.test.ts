/** `claimwright hints`: the hints of notes that are named, or of a whole vault, for programs and for people. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

const QUEUE = 'inbox/queue/two-hints.md';

const small = () =>
  vaultOf({
    [QUEUE]: `---
type: source
---
# A count

**Extraction hints:** Two claims: (1) "Gates count those who ride beside the loop" — confidence: likely (three towns). (2) "~~Loops are cheaper~~"
`,
    'inbox/archive/written.md': `---
type: source
claims_extracted: [a lane is what it is made of]
---
\u{1f6b2} **Extraction hints:** no label here

**Extraction hints:** Claim: a lane is what it is made of
`,
    'inbox/archive/none.md': '---\ntype: source\n---\n# Nothing in it\n',
    'domains/a/a lane is what it is made of.md': '---\ntype: claim\n---\n',
  });

async function hintsOf(...args: readonly string[]) {
  const { stdout, stderr, status } = await runCli(['hints', ...args, '--format', 'json']);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return JSON.parse(stdout);
}

describe('claimwright hints', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  it('lists the hints of each note of a vault that has any, with places counted from zero', async () => {
    const first = 'Gates count those who ride beside the loop';
    assert.deepEqual(await hintsOf(small()), {
      files: [
        {
          file: 'inbox/archive/written.md',
          hints: [
            {
              number: 1,
              text: 'a lane is what it is made of',
              kind: 'proposition',
              confidence: null,
              reason: null,
              range: { start: { line: 6, character: 29 }, end: { line: 6, character: 57 } },
              promoted: 'domains/a/a lane is what it is made of.md',
            },
          ],
        },
        {
          file: QUEUE,
          hints: [
            {
              number: 1,
              text: first,
              kind: 'proposition',
              confidence: 'likely',
              reason: 'three towns',
              range: {
                start: { line: 5, character: 39 },
                end: { line: 5, character: 39 + first.length },
              },
              promoted: null,
            },
            {
              number: 2,
              text: 'Loops are cheaper',
              kind: 'proposition',
              confidence: null,
              reason: null,
              range: { start: { line: 5, character: 126 }, end: { line: 5, character: 143 } },
              promoted: null,
              dropped: true,
            },
          ],
        },
      ],
    });
  });

  it('keeps a note that is named though it has none', async () => {
    const root = small();
    assert.deepEqual(await hintsOf(join(root, 'inbox/archive/none.md')), {
      files: [{ file: 'inbox/archive/none.md', hints: [] }],
    });
    const { files } = await hintsOf(join(root, QUEUE), join(root, 'inbox/archive/written.md'));
    assert.deepEqual(
      files.map((each: { file: string }) => each.file),
      ['inbox/archive/written.md', QUEUE],
    );
  });

  it('leaves out what somebody decided about with --open', async () => {
    const { files } = await hintsOf(small(), '--open');
    assert.deepEqual(
      files.map(({ file, hints }: { file: string; hints: { number: number }[] }) => [
        file,
        hints.map(({ number }) => number),
      ]),
      [[QUEUE, [1]]],
    );
  });

  it('tells people how many are open, and what became of the others', async () => {
    const { stdout, status } = await runCli(['hints', small()]);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `3 hints in 2 notes, 1 open

inbox/archive/written.md
  #1  7:30  promoted  proposition  a lane is what it is made of
                                   → domains/a/a lane is what it is made of.md

${QUEUE}
  #1   6:40  open     proposition  Gates count those who ride beside the loop
                                   likely: three towns
  #2  6:127  dropped  proposition  Loops are cheaper
`,
    );
    assert.equal((await runCli(['hints', vaultOf({})])).stdout, '0 hints in 0 notes, 0 open\n');
  });
});
