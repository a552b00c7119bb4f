/** A vault's own settings in the server: a type without code, settings that change, and the file itself in the editor. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Hover } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, pause, serve } from '../support/lspClient';

const FILE = '.claimwright.yaml';

const SETTINGS = `types:
  game:
    meaning: Something people play.
    folders: [games/<domain>]
    legacy: [play]
    subtype: sort
    extends: { video: board }
    fields:
      sort:
        required: true
        values: { board: On a table., video: On a screen., dance: Neither. }
        initial: board
        replaced: { computer: video }
      domain: { kind: domain, required: true }
      players: { kind: number, required: true, meaning: How many play it., legacy: [people] }
      released: { kind: date }
      played: { kind: date, after: released }
      free: { kind: boolean }
      site: { kind: url }
      about: { kind: relation, list: true, to: [claim] }
      by: { kind: agent }
      tags: { kind: tag, list: true }
      box: { kind: map }
      rest: { kind: any }
      pieces: { list: true, for: [board] }
      words:
    requires:
      - when: { sort: [dance] }
        any: [words]
        because: A dance is told in words.
`;

const note = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n`;
const GAME = ['type: game', 'sort: board', 'domain: play', 'players: 2'];

describe('settings of a vault', () => {
  let client: LspClient;
  const codes = (name: string, expected: string) => client.codes(name, expected, 4000);
  const reads = async (name: string, expected: string, ...lines: readonly string[]) => {
    await client.show(name, note(...lines));
    await codes(name, expected);
  };
  const saves = async (text: string) => {
    client.write(FILE, text);
    await client.watched({ [FILE]: 2 });
  };

  beforeEach(async () => {
    client = await serve({
      [FILE]: SETTINGS,
      'games/play/chess.md': note(...GAME),
      'games/play/named.md': note(...GAME, 'about: [nothing at all here]'),
      'broken.md': '[[nowhere]]',
      'archive/old.md': '[[nowhere]]',
    });
    await codes('broken.md', 'link/missing');
  });
  afterEach(cleanUp);

  it('invent a type, of which notes are checked with no code', async () => {
    const name = 'games/play/a game.md';
    await reads(name, '', ...GAME, 'pieces: [king]', 'free: true', 'box: { wide: 3 }', 'rest: [1]');
    await reads(
      name,
      'frontmatter/missing-field frontmatter/missing-field',
      'type: game',
      'sort: board',
    );
    await reads(name, 'frontmatter/invalid-value', ...GAME.with(1, 'sort: bord'));
    await reads(name, 'frontmatter/invalid-value', ...GAME.with(3, 'players: two'));
    await reads(name, 'frontmatter/invalid-value', ...GAME, 'free: perhaps');
    await reads(name, 'frontmatter/invalid-value', ...GAME, 'site: nowhere');
    await reads(name, 'frontmatter/invalid-date', ...GAME, 'released: 2026-02-30');
    await reads(
      name,
      'lifecycle/date-order',
      ...GAME,
      'released: 2020-02-03',
      'played: 2019-01-01',
    );
    await reads(name, 'frontmatter/wrong-kind', ...GAME, 'words: [a, b]');
    await reads(name, 'link/missing', ...GAME, 'about: ["[[nothing]]"]');
    await reads(name, 'lifecycle/incomplete', ...GAME.with(1, 'sort: dance'));
    await reads(name, '', ...GAME.with(1, 'sort: dance'), 'words: Left foot first.');
    await reads('inbox/queue/a game.md', 'frontmatter/misplaced', ...GAME);
  });

  it('give such notes their fixes', async () => {
    const name = 'games/play/a game.md';
    const fixed = async (code: string, title: RegExp, ...lines: readonly string[]) => {
      await reads(name, '', ...GAME);
      await reads(name, code, ...lines);
      const [found] = client.found(name);
      assert.ok(found);
      const actions = await client.codeActions(name, found.range);
      const titles = actions?.map(action => action.title) ?? [];
      assert.ok(
        titles.some(each => title.test(each)),
        titles.join(', '),
      );
    };
    await fixed('frontmatter/invalid-value', /`board`/u, ...GAME.with(1, 'sort: bord'));
    await fixed('frontmatter/legacy', /`video`/u, ...GAME.with(1, 'sort: computer'));
    await fixed('frontmatter/legacy', /`game`/u, ...GAME.with(0, 'type: play'));
    await fixed('frontmatter/legacy', /`players`/u, ...GAME.with(3, 'people: 2'));
  });

  it('give such notes completion and hover', async () => {
    const name = 'games/play/a game.md';
    const labels = async (marked: string) => {
      const list = await client.completion(name, ...(await client.show(name, marked)));
      return list?.items.map(item => item.label) ?? [];
    };
    const keys = await labels('---\ntype: game\n‸\n---\n');
    assert.deepEqual(keys.slice(0, 3), ['sort', 'domain', 'players']);
    assert.deepEqual((await labels('---\ntype: game\nsort: ‸\n---\n')).slice(0, 3), [
      'board',
      'video',
      'dance',
    ]);
    assert.ok((await labels('---\ntype: ‸\n---\n')).includes('game'));
    const over = async (marked: string) =>
      (await client.hover(name, ...(await client.show(name, marked)))) ?? '';
    assert.match(await over('---\ntype: game\nplay‸ers: 2\n---\n'), /How many play it/u);
    assert.match(await over('---\ntype: game\nsort: bo‸ard\n---\n'), /On a table/u);
    assert.match(await over('---\ntype: ga‸me\n---\n'), /Something people play/u);
  });

  it('take effect when they are saved, and the last good ones stay where YAML cannot read them', async () => {
    await codes('archive/old.md', 'link/missing');
    await saves(`exclude: [archive]\n${SETTINGS}`);
    await codes('archive/old.md', '');
    await codes('broken.md', 'link/missing');
    await saves(`exclude: [archive\n${SETTINGS}`);
    await codes(FILE, 'config/invalid');
    await client.show('archive/old.md', '[[nowhere else]]');
    await pause(300);
    assert.deepEqual(client.found('archive/old.md'), []);
    await saves('severity: { link: hint }');
    await codes('archive/old.md', 'link/missing');
    await codes(FILE, '');
    await codes('broken.md', 'link/missing');
    assert.equal(client.found('broken.md')[0]?.severity, 4);
  });

  it('make and unmake relations, for which the notes are read again', async () => {
    await codes('games/play/named.md', 'link/missing');
    await client.show('games/play/open.md', note(...GAME, 'about: [nothing is called so either]'));
    await codes('games/play/open.md', 'link/missing');
    await saves(
      SETTINGS.replace(
        'about: { kind: relation, list: true, to: [claim] }',
        'about: { list: true }',
      ),
    );
    await codes('games/play/named.md', '');
    await codes('games/play/open.md', '');
    await codes('broken.md', 'link/missing');
    await saves(SETTINGS);
    await codes('games/play/named.md', 'link/missing');
    await codes('games/play/open.md', 'link/missing');
  });

  it('come and go with their file', async () => {
    await saves('severity: { link: hint }');
    await client.until('hints', () => client.found('broken.md')[0]?.severity === 4);
    rmSync(client.file(FILE));
    await client.watched({ [FILE]: 3 });
    await client.until('errors', () => client.found('broken.md')[0]?.severity === 1);
    client.write(FILE, 'severity: { link: hint }');
    await client.watched({ [FILE]: 1 });
    await client.until('hints', () => client.found('broken.md')[0]?.severity === 4);
  });

  it('take effect for clients that do not watch files, too', async () => {
    client.write(FILE, 'severity: { link: hint }');
    const textDocument = { uri: client.uri(FILE) };
    await client.connection.sendNotification('textDocument/didSave', { textDocument });
    await client.until('hints', () => client.found('broken.md')[0]?.severity === 4);
  });

  it('leave links to excluded notes alone, and do not offer these notes', async () => {
    await saves('exclude: [archive]');
    await codes('archive/old.md', '');
    await client.show('from.md', '[[old]]');
    await pause(300);
    assert.deepEqual(client.found('from.md'), []);
    const [line, character] = await client.show('from.md', '[[ol‸');
    const list = await client.completion('from.md', line, character);
    assert.ok(!list?.items.some(item => item.label === 'old'));
    assert.match(
      (await client.hover('from.md', ...(await client.show('from.md', '[[o‸ld]]')))) ?? '',
      /old/u,
    );
  });

  it('are checked as they are typed, and change nothing until they are saved', async () => {
    await client.show(FILE, 'severity: { lnk: off }\n');
    await codes(FILE, 'config/invalid');
    const [found] = client.found(FILE);
    assert.deepEqual(found?.range, {
      start: { line: 0, character: 12 },
      end: { line: 0, character: 15 },
    });
    assert.match(String(found?.message), /Did you mean `link`/u);
    const actions = await client.codeActions(FILE, found.range);
    assert.deepEqual(
      actions?.map(action => action.title),
      ['Change to `link`'],
    );
    await client.show(FILE, 'severity: { link: off }\n');
    await codes(FILE, '');
    await pause(200);
    assert.equal(client.found('broken.md').length, 1);
    await client.show(FILE, 'severity: { lnk: off }\n');
    await codes(FILE, 'config/invalid');
    await client.close(FILE);
    await codes(FILE, '');
  });

  it('are completed and explained, half-typed as well', async () => {
    const offered = async (marked: string) => {
      const list = await client.completion(FILE, ...(await client.show(FILE, marked)));
      return list?.items.map(item => item.label) ?? [];
    };
    assert.deepEqual(await offered('do‸'), [
      'domains',
      'agents',
      'exclude',
      'severity',
      'message',
      'types',
    ]);
    assert.ok((await offered('severity:\n  li‸')).includes('link/missing'));
    assert.deepEqual(await offered('severity:\n  link: ‸'), [
      'error',
      'warning',
      'information',
      'hint',
      'off',
    ]);
    const typed = (rest: string) =>
      `types:\n  a:\n    fields:\n      x: { kind: date }\n      y:\n        ${rest}`;
    assert.ok((await offered(typed('kind: re‸'))).includes('relation'));
    assert.ok((await offered(typed('to: [cl‸'))).includes('claim'));
    assert.deepEqual(await offered(typed('after: ‸')), ['x']);
    assert.deepEqual(await offered(typed('list: t‸')), ['true', 'false']);
    assert.ok((await offered(typed('kind: text\n        re‸'))).includes('required'));
    assert.deepEqual(await offered('domains:\n  - ‸'), ['play']);
    assert.deepEqual(await offered('# do‸'), []);
    const over = async (marked: string): Promise<[string, unknown] | null> => {
      const [line, character] = await client.show(FILE, marked);
      const hover = await client.ask<Hover | null>('hover', FILE, line, character);
      return hover && [(hover.contents as { value: string }).value, hover.range];
    };
    const [text, range] = (await over('sever‸ity:\n  link: off\n')) ?? [];
    assert.match(text ?? '', /How grave/u);
    assert.deepEqual(range, { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } });
    assert.match((await over(typed('kind: rela‸tion')))?.[0] ?? '', /another note/u);
    assert.match((await over('severity:\n  link: o‸ff'))?.[0] ?? '', /not reported/u);
    assert.match((await over('severity:\n  link/ne‸ar: off'))?.[0] ?? '', /link/u);
    assert.equal(await over('domains: [a]\n# so‸me words'), null);
    await client.close(FILE);
  });
});
