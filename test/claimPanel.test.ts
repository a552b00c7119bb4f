/** What the panel beside a note shows, as the core tells it: mentions by name, and numbers that agree with `claimwright links`. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { LinkRecord } from '../server/cli/links';
import { mentionEdit, mentionedNote, mentionsIn } from '../server/core/features/claim/mentions';
import { branchAt, type SectionName, sectionsOf } from '../server/core/features/claim/sections';
import { shownNote } from '../server/core/features/claim/shownNote';
import { standingOf } from '../server/core/features/claim/standing';
import type { Config } from '../server/core/schema/config';
import type { EdgeKind } from '../server/core/schema/form';
import { readConfig } from '../server/core/schema/readConfig';
import { textOf } from '../server/core/text/frontmatter';
import { applyEdits } from '../server/core/text/span';
import { Vault } from '../server/core/vault/Vault';
import { realVault } from './support/realVault';
import { buildCli, removeTemporaryFolders, runCli } from './support/runCli';

const NAME = 'slow dough keeps its taste';
const NOTE = `bread/${NAME}.md`;
const TODAY = '2026-11-22';
const REAL = join(import.meta.dirname, '../../shared/vault');

describe('mentions of a note', () => {
  const titled = `---\ntitle: Dough that waits\naliases: [retarded dough, Teig, "Gärverzögerung"]\n---\n`;
  const vault = vaultOf({ [NOTE]: titled });

  for (const [what, text, linked] of [
    ['the file name', `Well, ${NAME}.`, `Well, [[${NAME}]].`],
    ['other capitals', 'Slow Dough keeps its taste', `[[${NAME}|Slow Dough keeps its taste]]`],
    ['the title', 'dough that waits', `[[${NAME}|dough that waits]]`],
    ['an alias', '“Retarded dough”', `“[[${NAME}|Retarded dough]]”`],
    ['one long word', 'Die Gärverzögerung.', `Die [[${NAME}|Gärverzögerung]].`],
    ['accents as marks', 'Die Gärverzögerung.'.normalize('NFD'), null],
    ['in a table', `| a | ${NAME} too |`, `| a | [[${NAME}]] too |`],
    ['with an alias in a table', '| retarded dough |', `| [[${NAME}\\|retarded dough]] |`],
    ['twice', `${NAME}, ${NAME}`, `[[${NAME}]], [[${NAME}]]`],
    ['in a list and a quotation', `- > ${NAME}`, `- > [[${NAME}]]`],
  ] as const)
    it(`are found: ${what}`, () => {
      const expected = linked ?? `Die [[${NAME}|${'Gärverzögerung'.normalize('NFD')}]].`;
      assert.equal(linkAll(vault, text), expected);
    });

  for (const [what, text] of [
    ['a short word', 'Teig'],
    ['a part of words', `x${NAME} ${NAME}s`],
    ['a link', `[[${NAME}]] and [[other|${NAME}]] and ![[${NAME}]]`],
    ['a Markdown link', `[${NAME}](other.md) and [the ${NAME} page](https://a.example/x)`],
    ['a link by reference', `[${NAME}][1] and [${NAME}]: https://a.example`],
    ['an address', '<https://a.example/Gärverzögerung> https://a.example/Gärverzögerung'],
    ['a span of code', `\`${NAME}\` and \`\`\` ${NAME} \`\`\``],
    ['a block of code', `\`\`\`\n${NAME}\n\`\`\`\n\n    ${NAME}`],
    ['a comment', `<!-- ${NAME} --> %% ${NAME} %%`],
    ['math', `$${NAME}$`],
    ['an attribute', `<img alt="${NAME}">`],
    ['front matter', `---\ndescription: ${NAME}\n---\n`],
    ['a heading', `# ${NAME}\n\nMore on ${NAME} \n---\n`],
    ['another line', NAME.replace(' keeps', '\nkeeps')],
  ] as const)
    it(`are none: ${what}`, () => assert.equal(linkAll(vault, text), text));

  it('are found in time beside a line of links that do not end', () => {
    const line = '[x]('.repeat(100_000);
    const before = process.cpuUsage();
    assert.equal(linkAll(vault, `${NAME}\n\n${line}\n`), `[[${NAME}]]\n\n${line}\n`);
    // Milliseconds; each link looked for to the end of the line takes a minute.
    assert.ok(process.cpuUsage(before).user / 1000 < 10_000);
  });

  it('are looked for by names that tell, where a link can lead to the note', () => {
    const lone = vaultOf({ 'Teig.md': '', 'bread/2026-03-05.md': '', 'a #tag of mine.md': '' });
    for (const path of lone.notes()) assert.equal(mentionedNote(lone, path), null, path);
  });

  it('become a link by the shortest name that leads to that note alone', () => {
    const twins = vaultOf({ [NOTE]: '', [`cake/${NAME}.md`]: '' });
    assert.equal(linkAll(twins, NAME), `[[bread/${NAME}|${NAME}]]`);
  });
});

describe('the standing of a note', () => {
  const claim = (more: string) => `---\ntype: claim\nconfidence: likely\n${more}---\n`;

  it('tells how old its evaluation is, else when it was written', () => {
    const dated = (more: string) =>
      standingOf(vaultOf({ [NOTE]: claim(more) }), NOTE, TODAY)?.dated;
    const created = 'created: 2026-10-23\n';
    assert.deepEqual(
      [dated(''), dated(created)?.what, dated(created)?.apart?.count],
      [null, 'created', -30],
    );
    const both = dated(`${created}last_evaluated: 2026-11-20\n`);
    assert.deepEqual([both?.what, both?.date, both?.apart?.count], ['evaluated', '2026-11-20', -2]);
  });

  it('ranks the confidence among those of its type', () => {
    const rank = (word: string) => {
      const text = `---\ntype: claim\nconfidence: ${word}\n---\n`;
      return shownNote(vaultOf({ [NOTE]: text }), NOTE).confidence?.rank;
    };
    assert.deepEqual(['proven', 'speculative', 'sure'].map(rank), [0, 1, null]);
  });

  it('reports nothing of a note that the settings leave out', () => {
    const [broken, config] = [claim('domain: [\n'), readConfig('exclude: [bread]\n', []).config];
    const findings = (vault: Vault) => standingOf(vault, NOTE, TODAY)?.findings;
    assert.ok((findings(vaultOf({ [NOTE]: broken }))?.length ?? 0) > 0);
    assert.equal(findings(vaultOf({ [NOTE]: broken }, config)), null);
    assert.equal(standingOf(vaultOf({}), NOTE, TODAY), null);
  });
});

describe('sections of the real vault', () => {
  after(removeTemporaryFolders);

  it('agree with `claimwright links`', async function () {
    this.timeout(120_000);
    const vault = new Vault();
    vault.apply(realVault(this).values());
    await buildCli();
    const { stdout } = await runCli(['links', REAL, '--format', 'json', '--no-cache']);
    const { links } = JSON.parse(stdout) as { links: LinkRecord[] };
    const expected = expectedSections(vault, links);
    let notes = 0;
    for (const path of vault.notes()) {
      for (const { name, paths } of sectionsOf(vault, path)) {
        assert.deepEqual([...paths].sort(), [...(expected.get(`${name} ${path}`) ?? [])].sort());
        assert.equal(new Set(paths).size, paths.length);
        if (paths.length > 0) notes++;
        for (const each of paths) {
          const { circular, unfolds } = branchAt(vault, each, name, new Set([path]));
          assert.ok(!(circular && unfolds));
        }
        expected.delete(`${name} ${path}`);
      }
    }
    assert.ok(notes > 500);
    // What is left would be about files that are no notes.
    assert.deepEqual(
      [...expected.keys()].filter(key => key.endsWith('.md')),
      [],
    );
  });
});

/** By section and note: from links alone, without what the vault keeps of the argument. */
function expectedSections(vault: Vault, links: readonly LinkRecord[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  const add = (section: SectionName, path: string, other: string) => {
    const key = `${section} ${path}`;
    all.set(key, (all.get(key) ?? new Set()).add(other));
  };
  const typeOf = (path: string) => {
    const written = textOf(vault.note(path)?.frontmatter ?? null, 'type');
    return written === undefined ? undefined : vault.config.schema.type(written)?.name;
  };
  const made = new Set<string>();
  const rests = new Map<string, Set<string>>();
  for (const { file, field, path } of links) {
    if (path === null || path === file) continue;
    add('linked-from', path, file);
    if (typeOf(path) === 'source' && typeOf(file) !== 'source') add('sources', file, path);
    const type = textOf(vault.note(file)?.frontmatter ?? null, 'type') ?? null;
    const kind: EdgeKind | null = field === null ? null : vault.config.schema.edge(type, field);
    if (kind === null) continue;
    const onTop = kind === 'rests-on' || kind === 'supported-by' ? file : path;
    const ground = onTop === file ? path : file;
    if (/^(?:rests-on|support|extracted|enriches)/u.test(kind)) {
      rests.set(onTop, (rests.get(onTop) ?? new Set()).add(ground));
      add('supports', ground, onTop);
      if (kind === 'extracted' || kind === 'enriches') made.add(`${onTop} ${ground}`);
    } else if (kind === 'challenges' || kind === 'challenged-by') {
      const [by, whom] = kind === 'challenges' ? [file, path] : [path, file];
      add('challenged-by', whom, by);
      add('challenges', by, whom);
    } else if (kind === 'related') {
      add('related', file, path);
      add('related', path, file);
    } else {
      const [now, before] = kind === 'replaces' ? [file, path] : [path, file];
      add('replaces', now, before);
      add('replaced-by', before, now);
    }
  }
  for (const [path, grounds] of rests)
    for (const ground of grounds) {
      const isSource = typeOf(ground) === 'source' || made.has(`${path} ${ground}`);
      add(isSource ? 'sources' : 'rests-on', path, ground);
    }
  return all;
}

function vaultOf(files: Readonly<Record<string, string>>, config?: Config): Vault {
  const vault = new Vault(config);
  vault.apply(Object.entries(files).map(([path, text]) => ({ kind: 'set', path, text })));
  return vault;
}

/** The text with a link at each mention of the note. */
function linkAll(vault: Vault, text: string): string {
  const mentioned = mentionedNote(vault, NOTE);
  assert.ok(mentioned);
  const found = mentionsIn(vault, mentioned, 'diary.md', text);
  return applyEdits(
    text,
    found.map(place => mentionEdit(mentioned, text, place)),
  );
}
