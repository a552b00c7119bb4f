/** Every snippet of a note, with its places filled in as they come, is a note that the rules accept. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snippet } from '../docs/snippets';
import { contributes } from '../package.json';
import { checkNote } from '../server/core/rules/check';
import { builtinSchema } from '../server/core/schema/builtin';
import { textOf } from '../server/core/text/frontmatter';
import { Vault } from '../server/core/vault/Vault';
import { TODAY } from './support/day';

const ROOT = join(__dirname, '..');
const [contributed] = contributes.snippets;
const file = JSON.parse(readFileSync(join(ROOT, contributed?.path ?? ''), 'utf8')) as Record<
  string,
  Snippet
>;

/** Where a note of each type may stand. */
const PATHS: Readonly<Record<string, string>> = {
  claim: 'domains/baking/ovens heat slowly.md',
  source: 'inbox/queue/2026-11-20-oven-test.md',
  entity: 'entities/baking/oven-works.md',
  belief: 'agents/bo/beliefs/heat is patience.md',
  position: 'agents/bo/positions/ovens will be smaller in 2030.md',
  musing: 'agents/bo/musings/warm-hands.md',
  conviction: 'convictions/bread will be eaten.md',
  sector: 'sectors/baking/small-ovens.md',
  map: 'domains/baking/_map.md',
};

/** What VS Code puts in at first: the first choice, the default, the variables; tab stops are empty. */
function inserted({ body }: Snippet, path: string): string {
  const [year = '', month = '', day = ''] = TODAY.split('-');
  const variables: Readonly<Record<string, string>> = {
    CURRENT_YEAR: year,
    CURRENT_MONTH: month,
    CURRENT_DATE: day,
    TM_FILENAME_BASE: path.replace(/^.*\/|\.md$/gu, ''),
    TM_FILEPATH: `C:\\vaults\\own\\${path.replaceAll('/', '\\')}`,
  };
  const variable = (name = ''): string => {
    const value = variables[name];
    assert.ok(value !== undefined, `no variable ${name}`);
    return value;
  };
  return body
    .join('\n')
    .replace(/\$\{\d+\|((?:\\.|[^\\|,])*)(?:\\.|[^\\|])*\|\}/gu, '$1')
    .replace(/\$\{([A-Z_]+)\/((?:\\.|[^\\/])*)\/((?:\\.|[^\\/])*)\/\}/gu, (_, name, pattern, by) =>
      variable(name).replace(new RegExp(pattern), by),
    )
    .replace(/\$([A-Z_]+)/gu, (_, name) => variable(name))
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/gu, '$1')
    .replace(/\$\d+/gu, '')
    .replace(/\\([\\$},|])/gu, '$1');
}

const notes = Object.values(file).filter(snippet => snippet.isFileTemplate === true);

describe('snippets', () => {
  it('are one for each type, and for Markdown', () => {
    assert.equal(contributed?.language, 'markdown');
    assert.deepEqual(
      notes.map(snippet => snippet.prefix),
      builtinSchema.types.map(type => type.name),
    );
    const prefixes = Object.values(file).map(snippet => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  for (const snippet of notes) {
    const { prefix } = snippet;
    const path = PATHS[prefix] ?? '';

    it(`${prefix}: nothing is wrong with it but what is still empty`, () => {
      const text = inserted(snippet, path);
      const vault = new Vault();
      vault.apply([{ kind: 'set', path, text }]);
      const note = vault.note(path);
      assert.equal(textOf(note?.frontmatter ?? null, 'type'), prefix, text);
      const findings = checkNote(vault, path, TODAY).filter(
        ({ code, message }) =>
          code !== 'frontmatter/missing-field' || !/ is empty\./u.test(message),
      );
      // A note of some types rests on others, which it does not name yet, and no note names it.
      const said = findings.map(({ code, message }) => `${code}: ${message}`);
      const asks = said.filter(each => !/^(?:lifecycle\/incomplete|claim\/orphan): /u.test(each));
      assert.deepEqual(asks, [], text);
    });

    it(`${prefix}: has the required and usual fields in their order, and no others`, () => {
      const type = builtinSchema.type(prefix);
      const wanted = type?.fields.filter(
        field => (field.required === true || field.usual === true) && field.for === undefined,
      );
      const vault = new Vault();
      vault.apply([{ kind: 'set', path, text: inserted(snippet, path) }]);
      assert.deepEqual(
        vault.note(path)?.frontmatter?.fields.map(field => field.name),
        ['type', ...(wanted ?? []).map(field => field.name)],
      );
    });
  }

  it('take the domain and the agent from the folder, the heading from the file', () => {
    const note = (name: string, path: string) => {
      const snippet = notes.find(each => each.prefix === name);
      assert.ok(snippet);
      return inserted(snippet, path);
    };
    assert.match(note('claim', 'foundations/baking/deep/rye rises.md'), /^domain: baking$/mu);
    assert.match(note('claim', 'somewhere/rye rises.md'), /^domain: $/mu);
    assert.match(note('claim', 'somewhere/rye rises.md'), /^# rye rises$/mu);
    assert.match(note('belief', 'agents/bo/beliefs/rye rises.md'), /^agent: bo$/mu);
    assert.match(note('source', 'inbox/queue/a.md'), /^domain: $/mu);
    assert.match(note('map', 'domains/baking/_map.md'), /^# $/mu);
  });
});
