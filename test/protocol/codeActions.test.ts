/** Quick fixes of every rule as an editor applies them: the finding goes, nothing else changes, only safe ones are preferred. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../server/core/rules/all';
import { today } from '../../server/today';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

/** Its last link is broken, so that diagnostics arrive also of a text that is mended. */
const SOUND = `---
type: claim
domain: baking
description: "Why"
confidence: likely
source: "A baker"
created: 2026-01-02
---

🍞 See LINK.
[[no such sentinel]]
`;

const DATED = 'created: 2026-01-02\n';
const STATE = (status: string) => `---\nstatus: ${status}\ntype: source`;
/** The server asks the clock. */
const YEAR = new Date().getFullYear();

/** What of the sound text is replaced by a fault, the text after the first fix, and whether that one is safe. */
const CASES = [
  ['frontmatter/syntax', '"A baker"', 'a: b', '"a: b"', true],
  ['frontmatter/repeated-key', 'created', 'domain: baking\ncreated', 'created', true],
  [
    'frontmatter/repeated-key',
    'created: 2026-01-02',
    'created: 2025\ncreated: 2026',
    'created: 2026',
    false,
  ],
  ['frontmatter/unclosed', '\n---\n', '\n...\n', '\n---\n', true],
  ['frontmatter/not-first', '---\ntype', '\n---\ntype', '---\ntype', true],
  [
    'frontmatter/unquoted-link',
    DATED,
    `${DATED}related: [[heat makes crusts brown]]\n`,
    `${DATED}related: "[[heat makes crusts brown]]"\n`,
    true,
  ],
  ['frontmatter/wrong-kind', DATED, `${DATED}tags: rye\n`, `${DATED}tags:\n  - rye\n`, true],
  ['frontmatter/wrong-kind', 'likely', '["likely"]', '"likely"', true],
  ['frontmatter/future-date', '2026-01-02', '2099-01-01', `${YEAR}-01-01`, false],
  ['frontmatter/unknown-field', DATED, `${DATED}scoep: causal\n`, `${DATED}scope: causal\n`, true],
  ['frontmatter/legacy', 'source', 'sources', 'source', false],
  ['frontmatter/misplaced', 'claim', 'musing', 'claim', false],
  ['lifecycle/incomplete', '---\ntype: claim', STATE('processed'), STATE('unprocessed'), false],
  [
    'lifecycle/date-order',
    DATED,
    `${DATED}revised: 2025\n`,
    `${DATED}revised: 2026-01-02\n`,
    false,
  ],
  ['frontmatter/missing-field', 'domain', 'domian', 'domain', true],
  ['frontmatter/invalid-value', 'domain: baking', 'domain: bakng', 'domain: baking', true],
  ['frontmatter/unknown-type', 'claim', '"clam"', '"claim"', true],
  ['frontmatter/missing-field', 'domain: baking\n', '', 'domain: baking\n', true],
  ['frontmatter/missing-field', 'confidence: likely\n', '', 'confidence: experimental\n', false],
  ['frontmatter/invalid-value', 'likely', 'likley', 'likely', true],
  ['frontmatter/invalid-value', 'likely', "'high'", "'proven'", false],
  ['frontmatter/invalid-date', '2026-01-02', '2026/1/2', '2026-01-02', true],
  ['frontmatter/invalid-date', '2026-01-02', '2026-02-30', '2026-02-28', false],
  [
    'link/missing',
    'LINK',
    '[[heat makes crusts dark brown|h]]',
    '[[heat makes crusts brown|h]]',
    false,
  ],
  ['link/near', 'LINK', '[[Heat and Crust#Why]]', '[[heat makes crusts brown#Why]]', true],
  ['link/near', 'LINK', '[[heat makes crus]]', '[[heat makes crusts brown]]', false],
  ['link/ambiguous', 'LINK', '[[twin|t]]', '[[one/twin|t]]', false],
  [
    'link/missing-heading',
    'LINK',
    '[[heat makes crusts brown#Whys|h]]',
    '[[heat makes crusts brown#Why|h]]',
    false,
  ],
  [
    'link/missing-heading',
    'LINK',
    '[[heat makes crusts brown#what-sugar-does]]',
    '[[heat makes crusts brown#What sugar does]]',
    true,
  ],
  [
    'link/missing-block',
    'LINK',
    '[[heat makes crusts brown#^suger]]',
    '[[heat makes crusts brown#^sugar]]',
    false,
  ],
  [
    'link/wrong-type',
    DATED,
    `${DATED}supports: ["[[a thought]]", "[[heat makes crusts brown]]"]\n`,
    `${DATED}supports: ["[[heat makes crusts brown]]"]\n`,
    false,
  ],
  [
    'lifecycle/re-evaluate',
    DATED,
    `${DATED}depends_on: [ovens were built anew]\n`,
    `${DATED}last_evaluated: ${today()}\ndepends_on: [ovens were built anew]\n`,
    false,
  ],
  [
    'claim/source-not-linked',
    `"A baker"\n${DATED}`,
    `"A baker (https://example.org/log)"\n${DATED}`,
    `"A baker (https://example.org/log)"\n${DATED}depends_on:\n  - log\n`,
    false,
  ],
] as const;

/** Rules without a fix that edits the note, and some that need to know the note's name: marker files try those. */
const OTHERS = [
  ...['link/to-musing', 'link/self', 'link/circular', 'claim/duplicate', 'claim/near-duplicate'],
  ...['claim/orphan', 'claim/label-title', 'claim/universal-title', 'claim/title-mismatch'],
  ...['claim/empty-description', 'claim/no-evidence', 'claim/unanswered-challenge'],
  ...['claim/source-missing', 'musing/asleep'],
  ...['file/twins', 'file/name', 'file/long', 'note/unreadable'],
];

interface Tried {
  readonly finding: Diagnostic;
  readonly fixes: readonly (CodeAction & { readonly edits: readonly TextEdit[] })[];
  /** The text after each fix, and what is found in it. */
  readonly texts: readonly string[];
  readonly left: readonly (readonly Diagnostic[])[];
}

describe('quick fixes', () => {
  let client: LspClient;
  const tried = new Map<string, Promise<Tried>>();

  before(async () => {
    client = await serve({
      'domains/baking/heat makes crusts brown.md': `${SOUND.replace('type', 'title: Heat and Crust\ntype')}
## Why
## What sugar does
It burns. ^sugar
`,
      'agents/ann/musings/a thought.md': '---\ntype: musing\n---\n',
      'domains/baking/ovens were built anew.md': '---\ntype: claim\nrevised: 2026-02-01\n---\n',
      'inbox/archive/log.md': '---\ntype: source\nurl: https://example.org/log\n---\n',
      'one/twin.md': 'Text.',
      'two/twin.md': 'Text.',
    });
    // All at once, as each waits for diagnostics.
    for (const [index, [code, sound, fault]] of CASES.entries()) {
      for (const eol of ['\n', '\r\n']) {
        const text = SOUND.replace(sound, fault).replaceAll('\n', eol);
        tried.set(`${index}${eol}`, tryFixes(`domains/baking/${index}${eol.length}`, code, text));
      }
    }
    await Promise.allSettled(tried.values());
  });
  after(cleanUp);

  async function tryFixes(name: string, code: string, text: string): Promise<Tried> {
    const note = `${name}.md`;
    const found = await check(note, text);
    const finding = found.find(each => each.code === code);
    assert.ok(finding !== undefined, JSON.stringify(found));
    const actions = (await client.codeActions(note, finding.range)) ?? [];
    const fixes = actions
      .filter(({ diagnostics }) => diagnostics?.[0]?.code === code)
      .map(fix => ({ ...fix, edits: fix.edit?.changes?.[client.uri(note)] ?? [] }));
    const texts = fixes.map(({ edits }) => TextDocument.applyEdits(client.document(note), edits));
    const left = texts.map((each, at) => check(`${name} fix ${at}.md`, each));
    return { finding, fixes, texts, left: await Promise.all(left) };
  }

  async function check(name: string, text: string): Promise<readonly Diagnostic[]> {
    await client.open(name, text);
    await client.until(`${name} is checked`, () => client.found(name).length > 0);
    return client.found(name);
  }

  it('are tried for every rule that has any', () => {
    const codes = new Set<string>(CASES.map(([code]) => code));
    const others = rules.map(rule => rule.code).filter(code => !codes.has(code));
    assert.deepEqual(others, OTHERS);
  });

  for (const [index, [code, sound, fault, mended, safe]] of CASES.entries()) {
    for (const eol of ['\n', '\r\n']) {
      it(`mend ${code}: ${fault.trim().replace('\n', ' / ') || 'nothing'}${eol === '\n' ? '' : ' (CRLF)'}`, async () => {
        const { finding, fixes, texts, left } = (await tried.get(`${index}${eol}`)) as Tried;
        assert.equal(texts[0], SOUND.replace(sound, mended).replaceAll('\n', eol));
        for (const [
          at,
          { title, kind, diagnostics, edits, edit, isPreferred },
        ] of fixes.entries()) {
          assert.equal(kind, 'quickfix');
          assert.deepEqual(diagnostics, [finding]);
          assert.equal(isPreferred ?? false, safe && at === 0, title);
          if (edit?.documentChanges !== undefined) continue;
          assert.ok(edits.length > 0, title);
          const messages = left[at]?.map(each => each.message) ?? [];
          assert.ok(!messages.includes(finding.message), `${title}: ${messages}`);
        }
      });
    }
  }
});
