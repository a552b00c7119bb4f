/** Commit messages composed from what notes say before and after a change. */
import assert from 'node:assert/strict';
import { commitMessage } from '../server/core/authoring/message/commitMessage';
import { readConfigFile } from '../server/core/features/settings/configFile';
import { Vault } from '../server/core/vault/Vault';

type Files = Readonly<Record<string, string>>;

interface Asked {
  readonly agent?: string;
  readonly settings?: string;
}

function compose(before: Files, after: Files, { agent, settings = '' }: Asked = {}) {
  const { config, findings } = readConfigFile({ kind: 'set', path: '', text: settings });
  assert.deepEqual(findings, []);
  const vault = new Vault(config);
  vault.apply(Object.entries(after).map(([path, text]) => ({ kind: 'set', path, text })));
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = paths
    .map(path => ({ path, before: before[path] ?? null, after: after[path] ?? null }))
    .filter(each => each.before !== each.after);
  return commitMessage({ vault, changes, agent: agent ?? null });
}

function messageOf(before: Files, after: Files, asked?: Asked): string {
  const composed = compose(before, after, asked);
  return 'refused' in composed ? `refused: ${composed.refused}` : composed.message;
}

function subjectOf(before: Files, after: Files, asked?: Asked): string {
  return messageOf(before, after, asked).split('\n')[0] ?? '';
}

const note = (fields: string, body = '') => `---\n${fields}\n---\n${body}`;
const claim = (fields = '', body = 'Why it holds.\n') =>
  note(`type: claim\ndomain: bread${fields && `\n${fields}`}`, body);
const source = (fields: string, body = 'What was written.\n') =>
  note(`type: source\ndomain: bread\n${fields}`, body);

const QUEUED = 'inbox/queue/2026-03-01-ovens.md';
const ARCHIVED = 'inbox/archive/2026-03-01-ovens.md';
const OLD = { 'domains/bread/slow dough keeps.md': claim() };
const NEW = {
  'domains/bread/hot ovens crust.md': claim('agent: ada'),
  'domains/bread/steam opens loaves.md': claim('agent: ada'),
};

describe('commit messages', () => {
  it('tell the source, the domain and the counts of an extraction', () => {
    const before = { ...OLD, [QUEUED]: source('status: unprocessed') };
    const after = {
      ...OLD,
      ...NEW,
      [ARCHIVED]: source(
        'status: processed\nprocessed_by: ada\nclaims_extracted:\n  - hot ovens crust\n  - "[[steam opens loaves]]"\nenrichments: [slow dough keeps]',
      ),
    };
    const message = messageOf(before, after);
    assert.equal(
      message,
      [
        'ada: extract claims from 2026-03-01-ovens',
        '',
        `- Source: ${ARCHIVED}`,
        '- Domain: bread',
        '- Claims: 2, Entities: 0',
        '- Enrichments: 1',
        '- Extracted by: ada',
      ].join('\n'),
    );
  });

  it('count an enrichment once, whether the source says it, the claim shows it, or both', () => {
    const before = { ...OLD, [QUEUED]: source('status: unprocessed') };
    const enriched = claim('', 'Why it holds.\n\n## Evidence\n- A count ([[2026-03-01-ovens]])\n');
    const said = source('status: processing\nenrichments: ["[[slow-dough-keeps]]"]');
    const counted = (after: Files) => {
      const composed = compose(before, { ...before, ...after });
      return 'refused' in composed
        ? composed.refused
        : [composed.enrichments, composed.revised, composed.subject];
    };
    const subject = 'enrich claims from 2026-03-01-ovens';
    assert.deepEqual(counted({ [QUEUED]: said }), [1, 0, subject]);
    const both = { [QUEUED]: said, 'domains/bread/slow dough keeps.md': enriched };
    assert.deepEqual(counted(both), [1, 0, subject]);
    const only = { 'domains/bread/slow dough keeps.md': enriched };
    assert.deepEqual(counted(only), [1, 0, 'enrich a claim']);
    const remarked = { 'domains/bread/slow dough keeps.md': claim('', 'Why it still holds.\n') };
    assert.deepEqual(counted(remarked), [0, 1, 'revise a claim']);
  });

  it('do not count again what a source named before, though its note has another name now', () => {
    const listing = (name: string, more = '') =>
      source(`status: processing\nenrichments:\n  - "[[${name}]]"${more}`);
    const before = { ...OLD, [QUEUED]: listing('slow dough keeps') };
    const after = {
      'domains/bread/slow dough lasts.md': claim(),
      [QUEUED]: listing('slow dough lasts'),
    };
    assert.equal(messageOf(before, after), 'move a claim\n\n- Domain: bread');
    const more = {
      ...after,
      ...NEW,
      [QUEUED]: listing('slow dough lasts', '\n  - hot ovens crust'),
    };
    const composed = compose(before, more);
    assert.ok(!('refused' in composed));
    // What is new is no enrichment, and the old one is none again.
    assert.deepEqual([composed.claims, composed.enrichments], [2, 0]);
  });

  it('list several sources, and several domains by how often they occur', () => {
    const done = (domain: string) =>
      note(`type: source\ndomain: ${domain}\nstatus: processed\nclaims_extracted: [x y]`);
    const before = {
      'inbox/queue/a.md': source('status: unprocessed'),
      'inbox/queue/b.md': source('status: unprocessed'),
    };
    const after = {
      'inbox/archive/a.md': done('bread'),
      'inbox/archive/b.md': done('cake'),
      'domains/cake/sugar burns.md': note('type: claim\ndomain: cake'),
    };
    assert.equal(
      messageOf(before, after, { agent: 'bo' }),
      [
        'bo: extract claims from 2 sources',
        '',
        '- Source: inbox/archive/a.md',
        '- Source: inbox/archive/b.md',
        '- Domain: cake, bread',
        '- Claims: 1, Entities: 0',
        '- Enrichments: 0',
        '- Extracted by: bo',
      ].join('\n'),
    );
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`inbox/archive/s${at + 10}.md`, done('bread')]),
    );
    const lines = messageOf({}, many).split('\n');
    assert.equal(lines.filter(line => line.startsWith('- Source: ')).length, 20);
    assert.equal(lines[21], '- Source: 11 more');
    assert.equal(lines[20], '- Source: inbox/archive/s28.md');
  });

  it('say of a null result that it is one', () => {
    const before = { [QUEUED]: source('status: unprocessed') };
    const after = { [ARCHIVED]: source('status: null-result\nnotes: Nothing new.') };
    const message = messageOf(before, after);
    assert.match(message, /^find nothing to extract in 2026-03-01-ovens\n/u);
    assert.match(message, /^- Null results: 1$/mu);
    assert.match(message, /^- Claims: 0, Entities: 0$/mu);
    const both = { ...before, 'inbox/queue/b.md': source('status: unprocessed') };
    const mixed = {
      ...after,
      ...NEW,
      'inbox/queue/b.md': source('status: processing\nclaims_extracted: [hot ovens crust]'),
    };
    const told = messageOf(both, mixed);
    assert.match(told, /^ada: extract claims from 2 sources\n/u);
    assert.match(told, /^- Null results: 1$/mu);
  });

  it('find a sensible subject where no source was worked on', () => {
    const retired = { 'domains/bread/slow dough keeps.md': claim('status: retired') };
    assert.equal(subjectOf(OLD, retired), 'retire a claim');
    const replaced = {
      'domains/bread/slow dough keeps.md': claim('superseded_by: hot ovens crust'),
      ...NEW,
    };
    assert.equal(subjectOf(OLD, replaced), 'ada: add 2 claims and retire a claim');
    assert.equal(subjectOf(OLD, {}), 'remove a claim');
    assert.equal(subjectOf({}, { [QUEUED]: source('status: unprocessed') }), 'add a source');
    assert.equal(
      subjectOf({}, { 'agents/bo/beliefs/x.md': note('type: belief\nagent: bo'), 'y.md': 'Text.' }),
      'bo: add a belief and a note',
    );
  });

  it('take links that follow a renamed note for no change of the notes they stand in', () => {
    const before = {
      'a/one name.md': 'A text of its own, long enough to be known.\n',
      'b.md': claim(
        'supports: ["[[one name]]"]',
        'See [[one name|it]] and [here](a/one%20name.md).\n',
      ),
    };
    const after = {
      'a/two names.md': 'A text of its own, long enough to be known.\n',
      'b.md': claim(
        'supports: ["[[two names]]"]',
        'See [[two names|it]] and [here](a/two%20names.md).\n',
      ),
    };
    assert.equal(subjectOf(before, after), 'move a note');
    const else_ = { ...after, 'b.md': (after['b.md'] ?? '').replace('[[two names]]', '[[b]]') };
    assert.equal(subjectOf(before, else_), 'revise a claim and move a note');
  });

  it('know a note that was renamed and rewritten in part', () => {
    const body = 'Dough that rests for a day keeps for three.\nOvens differ from town to town.\n';
    const before = { 'domains/bread/first try at it.md': claim('', `# first try at it\n${body}`) };
    const after = {
      'domains/bread/second try at it.md': claim('', `# second try at it\n${body}And more.\n`),
    };
    assert.equal(subjectOf(before, after), 'revise a claim');
    const other = { 'domains/bread/second try at it.md': claim('', '# second try at it\nElse.\n') };
    assert.equal(subjectOf(before, other), 'add a claim and remove a claim');
  });

  it('refuse where nothing changed, or only how lines end', () => {
    const refusal = 'refused: No note differs from the last commit, so there is nothing to tell.';
    assert.equal(messageOf(OLD, OLD), refusal);
    const [[path, text] = ['', '']] = Object.entries(OLD);
    assert.equal(messageOf(OLD, { [path]: `\uFEFF${text.replaceAll('\n', '\r\n')}` }), refusal);
    assert.equal(messageOf({ 'a.png': '' }, { 'b.png': '' }), refusal);
  });

  it('name the agent that is given, else the one of most notes, as its folder is written', () => {
    const by = (...agents: readonly string[]) =>
      Object.fromEntries(
        agents.map((agent, at) => [`domains/bread/claim ${at}.md`, claim(`agent: ${agent}`)]),
      );
    assert.equal(subjectOf({}, by('Ada', 'ada', 'bo')), 'ada: add 3 claims');
    assert.equal(subjectOf({}, by('ada', 'bo')), 'add 2 claims');
    assert.equal(subjectOf({}, by('ada', 'ada'), { agent: 'cy' }), 'cy: add 2 claims');
    // Who writes a folder's claims is who wrote one that names nobody.
    const others = by('ada', 'ada', 'ada');
    const anonymous = { ...others, 'domains/bread/new.md': claim() };
    assert.equal(subjectOf(others, anonymous), 'ada: add a claim');
    const elsewhere = { ...anonymous, 'domains/cake/new.md': claim() };
    assert.equal(subjectOf(others, elsewhere), 'add 2 claims');
  });

  it('are written as the settings of the vault have it', () => {
    const settings = [
      'message:',
      '  subject: "[{domain}] {claims} new, {summary}"',
      '  body: |',
      '    Of {sources}',
      '',
      '    Retired {retired}',
      '    By {signature} ({agent}) {unclosed',
      '  trailers:',
      '    - "Pentagon-Agent: {signature}"',
      '    - Team: bakers',
      '    - "Retired-Claims: {retired}"',
      '  signatures: { Ada: "Ada <ada@example.org>" }',
    ].join('\n');
    const fixed = settings.replace(' {unclosed', ' {');
    const told = messageOf({}, NEW, { settings: fixed });
    assert.equal(
      told,
      [
        '[bread] 2 new, add 2 claims',
        '',
        'By Ada <ada@example.org> (ada) {',
        '',
        'Pentagon-Agent: Ada <ada@example.org>',
        'Team: bakers',
      ].join('\n'),
    );
    const bo = messageOf({}, NEW, { settings: fixed, agent: 'bo' });
    assert.ok(!bo.includes('Pentagon-Agent'), bo);
    assert.equal(messageOf({}, NEW, { settings: 'message: { body: "" }' }), 'ada: add 2 claims');
  });

  it('hold no line that a file name or a setting brings in by stealth', () => {
    const after = {
      'inbox/a\n\nEvil: yes\u001b[31m.md': source('status: processed\nclaims_extracted: [x]'),
    };
    const told = messageOf({}, after, { settings: 'message: { subject: "a\\n\\e[1m{summary}" }' });
    assert.ok(!/^Evil/mu.test(told) && !/[^\n\P{Cc}]/u.test(told), JSON.stringify(told));
  });

  it('cost the texts, however many notes came and went', () => {
    const many = (word: string) =>
      Object.fromEntries(
        Array.from({ length: 4000 }, (_, at) => [
          `${word}/${word} ${at}.md`,
          claim('', `A line that every single note has.\n${word} says ${at} of its own.\n`),
        ]),
      );
    const start = performance.now();
    assert.equal(subjectOf(many('old'), many('new')), 'add 4000 claims and remove 4000 claims');
    assert.ok(performance.now() - start < 10_000);
  });
});
