/** The panel beside a note over the protocol: standing, sections, chains, mentions, and the link that is made of one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import {
  argumentChangedMethod,
  type ClaimAnswer,
  type ClaimNotes,
  type ClaimPlace,
  type ClaimSectionName,
  claimMethod,
  claimNotesMethod,
  claimPlacesMethod,
  claimPreviewMethod,
  type LinkedMention,
  linkMentionMethod,
  type Mentions,
  mentionsMethod,
} from '../../server/lsp/protocol';
import { cleanUp, LspClient, makeVault, serve, slowNotes } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

const SLOW = 'domains/bread/slow dough keeps its taste for days.md';
const COLD = 'domains/bread/a cold cellar slows dough.md';
const RIVAL = 'domains/bread/no cellar is cold enough in August.md';
const BELIEF = 'agents/ann/beliefs/a baker needs time.md';
const SOURCE = 'inbox/archive/cellars.md';
const DIARY = 'diary.md';
const FILES = {
  '.claimwright.yaml': '',
  [SLOW]: claim('likely', 'depends_on: ["a cold cellar slows dough"]\nlast_evaluated: 2026-01-05'),
  [COLD]: claim('proven', 'depends_on: ["slow dough keeps its taste for days"]'),
  [RIVAL]: claim('speculative', 'challenges: ["a cold cellar slows dough"]'),
  [BELIEF]: `---\ntype: belief\ndepends_on: ["${nameOf(SLOW)}"]\n---\n`,
  [SOURCE]: `---\ntype: source\nclaims_extracted: ["${nameOf(COLD)}"]\n---\n`,
  [DIARY]: [
    `Today I read that [[${nameOf(SLOW)}|slow dough]] pays.`,
    '',
    'Slow dough keeps  its taste for days, they say; `slow dough keeps its taste for days`.',
    `| words | note |\n|---|---|\n| slow dough keeps its taste for days | x |\n`,
  ].join('\n'),
};

describe('the claim panel', () => {
  afterEach(cleanUp);

  const start = () =>
    serve(FILES, {
      capabilities: { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } },
    });

  it('says how a note stands, and counts what is around it', async () => {
    const client = await start();
    const answer = await claimOf(client, SLOW);
    assert.equal(answer?.refused, null);
    const { note, standing } = answer;
    assert.deepEqual(
      [note.title, note.type, note.confidence?.word, note.challenged, note.link],
      [nameOf(SLOW), 'claim', 'likely', 0, `[[${nameOf(SLOW)}]]`],
    );
    assert.deepEqual(
      [standing.dated?.what, standing.dated?.date, standing.dated?.evaluates],
      ['evaluated', '2026-01-05', true],
    );
    assert.ok((standing.dated?.age?.count ?? -1) > 0);
    assert.ok(standing.problems?.some(({ code }) => code === 'frontmatter/missing-field'));
    assert.deepEqual(counts(answer), 'rests-on 1, supports 2, linked-from 3');
    assert.deepEqual(
      counts(await claimOf(client, COLD)),
      'rests-on 1, supports 1, challenged-by 1, sources 1, linked-from 3',
    );
    assert.equal(await claimOf(client, 'nothing here.md'), null);
  });

  it('unfolds along the chain, and stops where a note stands above itself', async () => {
    const client = await start();
    const [cold, ...none] = (await below(client, 'rests-on')).notes;
    assert.deepEqual([cold?.path, cold?.unfolds, cold?.challenged, none], [COLD, true, 1, []]);
    const deeper = (await below(client, 'rests-on', COLD)).notes;
    assert.deepEqual(
      deeper.map(({ path, circular, unfolds }) => [path, circular, unfolds]),
      [
        [SLOW, true, false],
        [SOURCE, false, false],
      ],
    );
    const up = await below(client, 'supports');
    assert.deepEqual(
      up.notes.map(({ path }) => path),
      [BELIEF, COLD],
    );
    const page: ClaimNotes = await client.connection.sendRequest(claimNotesMethod, {
      ...{ uri: client.uri(SLOW), section: 'supports', below: [], most: 1 },
    });
    assert.deepEqual([page.count, page.notes.length], [2, 1]);
  });

  it('shows the places of links, and a preview', async () => {
    const client = await start();
    const uri = client.uri(SLOW);
    const [place, ...others]: ClaimPlace[] = await client.connection.sendRequest(
      claimPlacesMethod,
      { uri, from: DIARY },
    );
    assert.deepEqual(others, []);
    assert.deepEqual(place?.range.start, { line: 0, character: 18 });
    assert.deepEqual([place?.before, place?.behind], ['Today I read that ', ' pays.']);
    const text: string = await client.connection.sendRequest(claimPreviewMethod, { uri });
    assert.match(text, /likely/u);
  });

  it('finds mentions without a link, and makes links of them, one step each', async () => {
    const client = await start();
    const editor = new PlainEditor(client);
    await client.open(DIARY, FILES[DIARY]);
    const places = await mentionsOf(client);
    assert.deepEqual(
      places.map(({ range, words }) => [range.start.line, range.start.character, words]),
      [
        [2, 0, 'Slow dough keeps  its taste for days'],
        [5, 2, 'slow dough keeps its taste for days'],
      ],
    );
    const table = await linkIt(client, places[1]);
    assert.deepEqual([table.refused, table.applied, table.places.length], [null, true, 1]);
    const prose = await linkIt(client, places[0]);
    assert.deepEqual([prose.refused, prose.places], [null, []]);
    const text = editor.text(DIARY) ?? '';
    const lines = text.split('\n');
    assert.equal(
      lines[2],
      `[[${nameOf(SLOW)}|Slow dough keeps  its taste for days]], they say; \`${nameOf(SLOW)}\`.`,
    );
    assert.equal(lines[5], `| [[${nameOf(SLOW)}]] | x |`);
    assert.equal(editor.sent.length, 2, 'an edit each');
    assert.deepEqual(await mentionsOf(client), []);
  });

  it('links nothing where the note changed, and finds the words where they moved', async () => {
    const client = await start();
    const editor = new PlainEditor(client);
    await client.open(DIARY, FILES[DIARY]);
    const [prose] = await mentionsOf(client);
    await client.type(DIARY, `One more line.\n${FILES[DIARY]}`);
    assert.equal((await linkIt(client, prose)).refused, null);
    assert.match(editor.text(DIARY)?.split('\n')[3] ?? '', /^\[\[slow/u);
    const again = await linkIt(client, prose);
    assert.match(again.refused ?? '', /do not stand there any more/u);
    editor.before = () => false;
    const [table] = await mentionsOf(client);
    assert.match((await linkIt(client, table)).refused ?? '', /nothing was changed/u);
  });

  it('writes to the disk of a note that nobody opened only through the editor', async () => {
    const client = await start();
    const editor = new PlainEditor(client);
    editor.before = () => false;
    const [place] = await mentionsOf(client);
    assert.equal((await linkIt(client, place)).applied, false);
    assert.equal(readFileSync(client.file(DIARY), 'utf8'), FILES[DIARY]);
  });

  it('can be stopped while it reads all notes', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [`notes/n${at}.md`, `${nameOf(SLOW)}\n`.repeat(40)]),
    );
    const client = await serve({ ...FILES, ...many });
    const { connection } = client;
    const whole: Mentions = await connection.sendRequest(mentionsMethod, { uri: client.uri(SLOW) });
    assert.ok(whole.more, 'there are too many to list');
    const title = 'a note that nobody mentions anywhere at all';
    await client.open(`${title}.md`, 'Nothing.');
    const stop = new CancellationTokenSource();
    const params = { uri: client.uri(`${title}.md`) };
    const asked = connection.sendRequest<Mentions | null>(mentionsMethod, params, stop.token);
    stop.cancel();
    assert.equal(await asked, null);
  });

  it('tells when another note ceases and begins to link here', async () => {
    const client = await start();
    await claimOf(client, SLOW);
    let told = 0;
    client.connection.onNotification(argumentChangedMethod, () => {
      told++;
    });
    await client.open(DIARY, 'Nothing is linked here any more.');
    await client.until('it is told', () => told > 0);
    assert.equal(counts(await claimOf(client, SLOW)), 'rests-on 1, supports 2, linked-from 2');
    told = 0;
    await client.type(DIARY, `Now there is [[${nameOf(SLOW)}]] again.`);
    await client.until('it is told again', () => told > 0);
    assert.equal(counts(await claimOf(client, SLOW)), 'rests-on 1, supports 2, linked-from 3');
  });

  it('is refused in words while notes are missing', async () => {
    const client = await LspClient.start({
      folders: [makeVault({ ...FILES, ...slowNotes() })],
      cancelProgress: true,
    });
    await client.open(SLOW, FILES[SLOW] ?? '');
    await client.until('it is stopped', () => client.statuses.at(-1)?.state === 'stopped');
    const answer = await claimOf(client, SLOW);
    assert.match(answer?.refused ?? '', /^Indexing was cancelled/u);
    assert.deepEqual([answer?.note.confidence?.word, answer?.sections], ['likely', []]);
    const found: Mentions = await client.connection.sendRequest(mentionsMethod, {
      uri: client.uri(SLOW),
    });
    assert.match(found.refused ?? '', /^Indexing was cancelled/u);
  });
});

function claim(confidence: string, more: string): string {
  return `---\ntype: claim\nconfidence: ${confidence}\n${more}\n---\n`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -3);
}

function claimOf(client: LspClient, name: string): Promise<ClaimAnswer | null> {
  return client.connection.sendRequest(claimMethod, { uri: client.uri(name) });
}

function counts(answer: ClaimAnswer | null): string {
  return (answer?.sections ?? []).map(({ name, count }) => `${name} ${count}`).join(', ');
}

function below(
  client: LspClient,
  section: ClaimSectionName,
  ...paths: string[]
): Promise<ClaimNotes> {
  const params = { uri: client.uri(SLOW), section, below: paths, most: 100 };
  return client.connection.sendRequest(claimNotesMethod, params);
}

async function mentionsOf(client: LspClient): Promise<readonly ClaimPlace[]> {
  const found: Mentions = await client.connection.sendRequest(mentionsMethod, {
    uri: client.uri(SLOW),
  });
  assert.equal(found.refused, null);
  return found.notes.flatMap(({ places }) => places);
}

function linkIt(client: LspClient, place: ClaimPlace | undefined): Promise<LinkedMention> {
  assert.ok(place);
  const { range, words } = place;
  const params = { uri: client.uri(SLOW), from: DIARY, range, words };
  return client.connection.sendRequest(linkMentionMethod, params);
}
