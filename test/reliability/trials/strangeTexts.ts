/** Bytes and characters that editors, terminals and programs stumble over. All stand in one vault, and are tried once. */
import assert from 'node:assert/strict';
import { checkNote } from '../../../server/core/rules/check';
import { readConfig } from '../../../server/core/schema/readConfig';
import { Vault } from '../../../server/core/vault/Vault';
import { TODAY } from '../../support/day';
import { vaultOf } from '../../support/runCli';
import { everyRequest } from '../everyRequest';
import { codesIn, everyCommand, type Printed, throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';
import { type Strange, strange } from './strange';

interface Tried {
  readonly said: readonly string[];
}

const pathOf = ({ path }: Strange, at: number) => path ?? `inbox/queue/note${at}.md`;

function files(): Record<string, string | Uint8Array> {
  const notes = strange.map((each, at) => [pathOf(each, at), each.content] as const);
  return { 'asks.md': '[[nowhere]]\n', 'there.md': 'Text.\n', ...Object.fromEntries(notes) };
}

function tried(): Promise<Tried> {
  outcomes ??= tryAll();
  return outcomes;
}
let outcomes: Promise<Tried> | undefined;

/** Read in this process, so that it would be seen here. */
function assertUnpolluted(): void {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const contents = strange.map(each => each.shown ?? each.content).filter(each => isText(each));
  const vault = new Vault(readConfig(contents.join('\n'), []).config);
  for (const [at, text] of contents.entries()) {
    readConfig(text, []);
    vault.apply([{ kind: 'set', path: `${at}.md`, text }]);
    checkNote(vault, `${at}.md`, TODAY);
  }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined, 'no prototype is changed');
}

function isText(content: string | Uint8Array): content is string {
  return typeof content === 'string';
}

async function tryAll(): Promise<Tried> {
  assertUnpolluted();
  const root = vaultOf(files());
  const printed = await everyCommand(root);
  assert.equal(codesIn(printed.check, 'asks.md'), 'link/missing', 'the rest is diagnosed as ever');
  for (const format of ['pretty', 'github', 'sarif', 'json'])
    for (const color of ['never', 'always']) await inTerminal(root, format, color);
  for (const command of ['links', 'hints', 'stats', 'fix', 'message'])
    await inTerminal(root, null, 'never', command);
  await throughServer(root, async client => {
    await client.codes('asks.md', 'link/missing', 60_000);
    for (const [at, each] of strange.entries()) {
      const path = pathOf(each, at);
      const text = each.shown ?? (typeof each.content === 'string' ? each.content : 'Text.');
      await client.open(path, text);
      await client.type(path, `${text}[[th`);
      await client.completion(path, 2, 8);
      await client.hover(path, 2, 8);
      if (path.endsWith('.md'))
        await everyRequest(client, path, [
          [0, 2],
          [2, 8],
          [4, 3],
        ]);
      await client.close(path);
    }
    assert.equal((await client.ask<unknown[]>('definition', 'asks.md', 0, 3)).length, 0);
  });
  return { said: strange.map((each, at) => sayOf(each, pathOf(each, at), printed)) };
}

/** What a terminal obeys, but for the colours that Claimwright itself puts around words, and the ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const OBEYED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const COLOUR = /\x1b\[\d{1,2}m/gu;

async function inTerminal(
  root: string,
  format: string | null,
  color: string,
  command = 'check',
): Promise<void> {
  const dry = command === 'fix' ? ['--dry-run'] : [];
  const chosen = format === null ? [] : ['--format', format];
  const { stdout, stderr } = await throughCli([
    ...[command, root, ...chosen, '--color', color, ...dry],
    ...(command === 'check' ? ['--severity', 'hint'] : []),
  ]);
  const name = `${command} ${format ?? ''}`;
  const isJson = format === 'json' || format === 'sarif';
  if (isJson) JSON.parse(stdout);
  const written = color === 'always' ? stdout.replace(COLOUR, '') : stdout;
  // JSON writes marks of direction as they are: programs read it.
  const seen = isJson ? written.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '') : written;
  assert.doesNotMatch(seen, OBEYED, `${name} drives the terminal`);
  assert.doesNotMatch(stderr, OBEYED, `${name} drives the terminal`);
  if (format !== 'github') return;
  // The last line sums up.
  for (const line of stdout.split('\n').slice(0, -2))
    assert.match(line, /^::(?:error|warning|notice) file=[^:]*,title=[a-z/-]+::/u, name);
}

function sayOf({ codes, links }: Strange, path: string, { check, links: all }: Printed2): string {
  const said = (check.diagnostics ?? []).filter(
    ({ file, severity }) => file === path && ['error', 'warning'].includes(severity),
  );
  const words = [...new Set(said.map(each => each.code))].sort();
  for (const code of codes ?? []) assert.ok(words.includes(code), `${code}: ${words.join(' ')}`);
  const found = all.links?.filter(({ file }) => file === path) ?? [];
  if (links !== undefined)
    assert.equal(found.map(each => each.resolution).join(' '), links, `the links of ${path}`);
  const shown = words.map(code => `\`${code}\``).join(', ') || 'nothing to report';
  return found.length === 0 ? shown : `${shown}; its links are read`;
}

type Printed2 = Readonly<Record<'check' | 'links', Printed>>;

export const strangeTexts: TrialGroup = {
  name: 'strange texts',
  promise:
    'Whatever bytes and characters a note holds, it is read or said to be unreadable, nothing of it drives a terminal or adds a command to a log, and every report stays what it is.',
  trials: strange.map(
    ({ input }, at): Trial => ({
      input,
      through: 'server and command line',
      run: async () => (await tried()).said[at] ?? '',
    }),
  ),
};
