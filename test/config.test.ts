/** Reading `.claimwright.yaml`: what takes effect, what is told of bad parts, and that nothing in it does harm. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../server/core/rules/all';
import { defaultConfig } from '../server/core/schema/config';
import { readConfig } from '../server/core/schema/readConfig';
import { applyEdits } from '../server/core/text/span';

const codes = rules.map(({ code }) => code);

/** Each problem as the text it marks, and its message. */
function problemsOf(text: string): [marked: string, message: string][] {
  return readConfig(text, codes).problems.map(({ span, message }) => [
    text.slice(span.start, span.end),
    message,
  ]);
}

/** One problem, which marks these words and says so. */
function tells(text: string, marked: string, message: RegExp): void {
  const problems = problemsOf(text);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  assert.equal(problems[0]?.[0], marked);
  assert.match(problems[0]?.[1] ?? '', message);
}

const type = (...lines: readonly string[]) =>
  `types:\n  game:\n${lines.map(line => `    ${line}\n`).join('')}`;
const field = (line: string) => type('fields:', `  f: ${line}`);

describe('settings of a vault', () => {
  it('are what is usual where nothing is said', () => {
    for (const text of ['', '\n', '# nothing\n', '---\n', 'domains:\n', '\uFEFF', '{}', 'null'])
      assert.deepEqual(readConfig(text, codes).problems, [], text);
    assert.equal(readConfig('', codes).config.schema, defaultConfig.schema);
  });

  it('take effect', () => {
    const { config, problems } = readConfig(
      [
        'domains: [ai]',
        'agents:\n  - cy # a comment',
        'exclude: [archive/, "inbox/**/draft *.md"]',
        'severity:\n  link: "off"\n  link/near: off\n  note/unreadable: hint',
        type(
          'folders: [./games/<domain>/]',
          'legacy: [play]',
          'fields:',
          '  f: { required: true }',
          '  g:',
        ),
        '  claim:\n    fields:\n      mood: { values: [glad] }\n      confidence: { values: [sure] }',
      ].join('\n'),
      codes,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([config.domains, config.agents], [['ai'], ['cy']]);
    assert.deepEqual(
      [...config.severity],
      [
        ['link', 'off'],
        ['link/near', 'off'],
        ['note/unreadable', 'hint'],
      ],
    );
    const excluded = [
      'archive/a.md',
      'inbox/x/draft 1.md',
      'archive',
      'domains/a.md',
      'archive.md',
    ];
    assert.deepEqual(excluded.map(config.excludes), [true, true, true, false, false]);
    assert.equal(config.schema.type('Play')?.name, 'game');
    assert.equal(config.schema.typeOfFolder('games/go')?.name, 'game');
    assert.deepEqual(config.schema.wordsOfFolder('games/go'), { domain: 'go' });
    const claim = config.schema.type('claim');
    assert.equal(claim?.field('mood')?.kind, 'choice');
    assert.deepEqual(
      claim?.field('confidence')?.values.map(({ name }) => name),
      ['proven', 'likely', 'experimental', 'speculative', 'sure'],
    );
    assert.equal(claim?.field('confidence')?.required, true);
  });

  it('tell of unknown keys, and what may be meant', () => {
    tells('domans: [a]', 'domans', /Did you mean `domains`/u);
    tells(type('felds: {}'), 'felds', /Did you mean `fields`/u);
    tells(field('{ requird: true }'), 'requird', /Did you mean `required`/u);
    tells('something: 3', 'something', /These are: `domains`/u);
    tells('\uFEFF# first\r\ndomains: [a]\r\ndomans: [b]\r\n', 'domans', /Did you mean/u);
  });

  it('tell of values of another sort', () => {
    tells('domains: ai', 'ai', /is a list/u);
    tells('domains: [1]', '1', /quotes/u);
    tells('domains: [[a]]', '[a]', /One word/u);
    tells('domains: [""]', '""', /A word is missing/u);
    tells('types: [a]', '[a]', /stand keys/u);
    tells('severity:\n  link: grave', 'grave', /It is one of `error`/u);
    tells('severity:\n  link: of', 'of', /Did you mean `off`/u);
    tells(field('{ kind: relatoin }'), 'relatoin', /Did you mean `relation`/u);
    tells(field('{ kind: relation, edge: suports }'), 'suports', /Did you mean `supports`/u);
    tells(field('{ required: yes }'), 'yes', /`true` or `false`/u);
    tells(field('{ values: x }'), 'x', /list of words/u);
    tells(field('{ values: { a: 1 } }'), '1', /quotes/u);
    tells(field('{ values: [a, 2] }'), '2', /quotes/u);
    tells('- a\n- b\n', '- a\n- b', /keys with values/u);
    tells('just words', 'just words', /keys with values/u);
  });

  it('tell of requirements that say too little', () => {
    const requirement = (line: string) =>
      type('fields: { f: { values: [a] } }', 'requires:', `  - ${line}`);
    tells(requirement('{ when: { f: [a] }, any: [f] }'), 'when', /`because` is missing/u);
    tells(requirement('{ when: { f: [a] }, any: [f], because: x, least: 0 }'), '0', /least is 1/u);
    tells(requirement('{ when: { g: [a] }, any: [f], because: x }'), 'g', /no field `g`/u);
    tells(requirement('{ when: { f: [b] }, any: [f], because: x }'), 'b', /no value `b`/u);
    tells(requirement('{ when: { f: [a] }, any: [g], because: x }'), 'g', /no field `g`/u);
    tells(requirement('3'), '3', /stand keys/u);
  });

  it('tell of names that nothing has', () => {
    tells('severity:\n  link/nar: off', 'link/nar', /Did you mean `link\/near`/u);
    tells('severity:\n  nonsense: off', 'nonsense', /Families of rules are/u);
    tells(field('{ kind: relation, to: [clam] }'), 'clam', /Did you mean `claim`/u);
    tells(field('{ kind: date, after: g }'), 'g', /no date field `g`/u);
    tells(field('{ values: [a], initial: b }'), 'b', /no value `b`/u);
    tells(field('{ values: [a], replaced: { c: b } }'), 'b', /no value `b`/u);
    tells(field('{ values: [a, b], replaced: { a: b } }'), 'a', /value of today/u);
    tells(field('{ for: [x] }'), 'x', /no sub-types/u);
    tells(type('subtype: g'), 'g', /no field `g`/u);
    const sorts = (...lines: readonly string[]) =>
      type('subtype: sort', 'fields:', '  sort: { values: [board, video] }', ...lines);
    tells(sorts('  f: { for: [vidoe] }'), 'vidoe', /Did you mean `video`/u);
    tells(sorts('extends: { card: board }'), 'card', /no sub-type/u);
    tells(sorts('extends: { video: card }'), 'card', /no sub-type/u);
    assert.deepEqual(problemsOf(sorts('extends: { video: board }')), []);
  });

  it('tell of what is for other kinds of fields', () => {
    tells(field('{ kind: date, values: [a] }'), 'values', /for `choice` only/u);
    tells(field('{ to: [claim] }'), 'to', /for `relation` only/u);
    tells(field('{ kind: date, edge: supports }'), 'edge', /for `relation` only/u);
    tells(field('{ kind: number, future: true }'), 'future', /for `date` only/u);
    tells(field('{ kind: choice }'), 'choice', /needs `values`/u);
    tells(type('fields:', '  type: {}'), 'type', /Every note has/u);
    tells(type('fields:', '  a*b: {}'), 'a*b', /can only end/u);
    assert.deepEqual(problemsOf(field('{ values: [a], open: true, initial: b }')), []);
  });

  it('tell of paths and patterns that mean nothing', () => {
    for (const [written, message] of [
      ['/games', /root of the vault/u],
      ['C:/games', /root of the vault/u],
      ['../games', /leads out/u],
      ['a/../../b', /leads out/u],
      ['a//b', /no name/u],
      ["'a\\b'", /divided by/u],
      ['games/*', /may stand for a folder/u],
      ['games/<sort>', /may stand for a folder/u],
    ] as const)
      tells(type(`folders: [${written}]`), written, message);
    for (const [written, message] of [
      ['"!a"', /adds nothing/u],
      ['"/a"', /root of the vault/u],
      ['"**/*a*b*c*d*"', /too many/u],
    ] as const)
      tells(`exclude: [${written}]`, written, message);
    tells(type('folders: [inbox/queue]'), 'inbox/queue', /of the type `source` already/u);
  });

  it('tell of names that are taken', () => {
    const clashing =
      'types: { Claim: {}, game: { fields: { f: { kind: relation, to: [clam] } } } }';
    assert.deepEqual(
      readConfig(clashing, codes).problems.map(({ instead }) => instead),
      ['claim', 'claim'],
    );
    tells('types:\n  archive: {}', 'archive', /Older notes of type `source`/u);
    tells(type('legacy: [claim]'), 'claim', /a name of the type `claim` already/u);
    tells(type('legacy: [archive]'), 'archive', /a name of the type `source` already/u);
  });

  it('tell of repeated keys, of which the first counts', () => {
    const text = 'domains: [a]\nagents: [x]\ndomains: [b]\n';
    tells(text, 'domains', /twice/u);
    assert.deepEqual(readConfig(text, codes).config.domains, ['a']);
    const at = readConfig(text, codes).problems[0]?.span.start;
    assert.equal(at, text.lastIndexOf('domains'));
  });

  it('leave all else in force beside a bad part', () => {
    const text = `domains: [a, 3]\nnonsense: 1\nseverity: { link: off, x: off }\n${field('{ required: 3, kind: date }')}`;
    const { config, problems } = readConfig(text, codes);
    assert.equal(problems.length, 4);
    assert.deepEqual(config.domains, ['a']);
    assert.deepEqual([...config.severity], [['link', 'off']]);
    assert.equal(config.schema.type('game')?.field('f')?.kind, 'date');
  });

  it('keep those before where YAML cannot read them, and tell of one fault', () => {
    const { config: before } = readConfig('domains: [a]', codes);
    for (const [text, marked, message] of [
      ['domains:\n\t- a\n', '\t', /tabs/u],
      ['domains: [a\n', '[a', /bracket is never closed/u],
      ['domains: [a # b\nagents: [b]\n', '[a', /bracket is never closed/u],
      ['types: { a: { legacy: [b, c }\nagents: [b]\n', '[b, c }', /bracket is never closed/u],
      ['domains: [a]\nwords\nagents: [b]\n', 'words', /no colon/u],
      ['a: b: c', 'b: c', /quotes/u],
      ['domains: "a', '"a', /quote is never closed/u],
      ["domains: ['a', 'b]\nagents: [b]\n", "'b]", /quote is never closed/u],
    ] as const) {
      tells(text, marked, message);
      assert.equal(readConfig(text, codes, before).config, before);
    }
  });

  it('mend what can only be meant so, with the edit that is offered', () => {
    for (const [text, mended] of [
      ['domans: [a]', 'domains: [a]'],
      ['domains: a', 'domains: [a]'],
      ['domains: [1]', 'domains: ["1"]'],
      ['exclude:\n  - *.md\n', 'exclude:\n  - "*.md"\n'],
      ['exclude: [*.md, a]', 'exclude: ["*.md", a]'],
      ['types:\n  a:\n    meaning: b: c # d\n', 'types:\n  a:\n    meaning: "b: c" # d\n'],
      [field('{ required: yes }'), field('{ required: true }')],
    ] as const) {
      const [problem] = readConfig(text, codes).problems;
      assert.ok(problem?.instead !== undefined, text);
      assert.equal(applyEdits(text, [{ span: problem.span, newText: problem.instead }]), mended);
      assert.deepEqual(problemsOf(mended), []);
    }
  });

  it('take names of prototypes for names', () => {
    tells('__proto__: { domains: [a] }', '__proto__', /cannot be a name/u);
    const text =
      'types:\n  constructor:\n    fields:\n      toString: { required: true }\n      hasOwnProperty:\n';
    const { config, problems } = readConfig(text, codes);
    assert.deepEqual(problems, []);
    assert.equal(config.schema.type('constructor')?.field('toString')?.required, true);
    assert.equal(({} as Record<string, unknown>)['required'], undefined);
    tells('constructor: 1', 'constructor', /no setting/u);
  });

  it('follow aliases, and stop where they grow without end', () => {
    const { config, problems } = readConfig('domains: &d [a]\nagents: *d\n', codes);
    assert.deepEqual([problems, config.agents], [[], ['a']]);
    const levels = Array.from({ length: 20 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x, x]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`,
    );
    const started = performance.now();
    assert.match(problemsOf(levels.join('\n'))[0]?.[1] ?? '', /too large/u);
    assert.ok(problemsOf('a: &a [*a]').length > 0);
    assert.match(problemsOf(`domains: [${'a, '.repeat(200_000)}]`)[0]?.[1] ?? '', /too large/u);
    assert.match(problemsOf(`domains: ${'['.repeat(5000)}`)[0]?.[1] ?? '', /too deeply/u);
    assert.ok(performance.now() - started < 3000, `${performance.now() - started} ms`);
  });

  it('compare hostile patterns in no time', () => {
    const { config } = readConfig('exclude: ["*a*a*a", "**/**/**/x", "{a,b}{a,b}c*"]', codes);
    const started = performance.now();
    for (let at = 0; at < 20; at++) config.excludes(`${'a'.repeat(250)}/${'a'.repeat(250)}b.md`);
    assert.ok(performance.now() - started < 1000, `${performance.now() - started} ms`);
  });

  it('never throw, and mark places of the text', () => {
    const pieces = [
      'types:',
      'game:',
      'fields:',
      'f:',
      'kind: date',
      'values: [a]',
      'to:',
      '- claim',
      '{',
      '}',
      '[',
      ']',
      'domains:',
      'severity:',
      'link: off',
      '&a',
      '*a',
      '"',
      "'",
      '\t',
      '\n',
      '\n  ',
      '\n    ',
      ': ',
      ' #',
      '|',
      '__proto__',
      '? ',
      '---',
      '!!map',
      '\r\n',
      '<<:',
      'requires:',
      'when:',
      '🍞',
      '\uFEFF',
      '%YAML',
    ];
    const texts = fc
      .array(fc.constantFrom(...pieces), { maxLength: 40 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, text => {
        for (const { span } of readConfig(text, codes).problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
