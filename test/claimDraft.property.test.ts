/** Whatever a source holds and a title says, a claim made of it is sound, and making it takes no longer than it must. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimDraft } from '../server/core/authoring/drafts/claimDraft';
import { typeOf } from '../server/core/authoring/drafts/typeOf';
import { frontmatterFault } from '../server/core/authoring/edits/fieldEdit';
import { sectionEntry } from '../server/core/authoring/edits/sectionEntry';
import { textOf } from '../server/core/text/frontmatter';
import { parseNote } from '../server/core/text/parseNote';
import { applyEdits } from '../server/core/text/span';
import { baseOf, byteLength } from '../server/core/vault/names';
import { Vault } from '../server/core/vault/Vault';
import { adversarial } from './support/adversarialTexts';
import { TODAY } from './support/day';
import { strangeName, strangeText } from './support/strangeTexts';

const PATH = 'inbox/queue/rain.md';
const KNOWN = 'domains/weather/rain falls on old towns.md';
const vault = new Vault();
vault.apply([{ kind: 'set', path: KNOWN, text: '---\ntype: claim\ndomain: weather\n---\n' }]);

function drafted(source: string, title: string, reason: string, quoted: string | null = null) {
  vault.apply([{ kind: 'set', path: PATH, text: source }]);
  const note = vault.note(PATH);
  assert.ok(note);
  const origin = { note, text: source, type: typeOf(vault, PATH) };
  const wish = { title, domain: null, confidence: 'likely', reason, quoted };
  return claimDraft(vault, { ...wish, today: TODAY, agent: null }, origin);
}

const sourceWith = (title: string, body: string) =>
  `---\ntype: source\ndomain: weather\ntitle: ${JSON.stringify(title)}\nauthor: ${JSON.stringify(title)}\n---\n${body}`;

describe('a claim made of anything', () => {
  it('has front matter that can be read, one heading, and only links that lead somewhere', () => {
    let done = 0;
    fc.assert(
      fc.property(
        strangeText,
        strangeName,
        strangeText,
        fc.boolean(),
        (body, name, reason, chosen) => {
          const content = `## Content\n\nRain falls on old towns, ${body}\n\n**KB connections:** Supports [[rain falls on old towns]] — ${body}`;
          const selected = chosen ? `Rain, ${body}` : null;
          const draft = drafted(sourceWith(name, content), `rain falls ${name}`, reason, selected);
          if (typeof draft === 'string') return;
          done++;
          const { path, text, title } = draft;
          assert.ok(byteLength(baseOf(path)) <= 143, path);
          assert.ok(!vault.has(path));
          vault.apply([{ kind: 'set', path, text }]);
          const note = vault.note(path);
          assert.equal(frontmatterFault(note?.frontmatter ?? null), null, text);
          assert.equal(textOf(note?.frontmatter ?? null, 'type'), 'claim');
          assert.ok(textOf(note?.frontmatter ?? null, 'description'), text);
          assert.equal(
            text.slice(draft.description.start, draft.description.end).includes('\n'),
            false,
          );
          const [first, ...more] = note?.headings ?? [];
          assert.equal(first?.level, 1, text);
          assert.equal(first?.text, title.replace(/(?:^|[ \t])#+[ \t]*$/u, ''), text);
          assert.deepEqual(
            more.map(each => each.text),
            ['Evidence'],
            text,
          );
          assert.ok(!/^ *(?:`{3}|~{3}|<!--|%%)/mu.test(text), text);
          for (const link of note?.links ?? [])
            assert.equal(
              vault.resolve(link, path).kind,
              'found',
              `${link.target.written}\n${text}`,
            );
          vault.apply([{ kind: 'remove', path }]);
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(done > 700, `${done}`);
  });
});

describe('a source made to be slow', function () {
  this.timeout(10_000);
  for (const [unit, make] of Object.entries(adversarial)) {
    it(`${JSON.stringify(unit)} over and over`, () => {
      const long = make(50_000);
      for (const body of [long, `## Content\n${long}`, `**KB connections:** ${long}`])
        drafted(sourceWith('rain', body), 'rain falls on old towns again', make(20_000));
      drafted(sourceWith('rain', long), 'rain falls on old towns again', '', long);
      const text = `# a\n\n## Evidence\n${long}`;
      const note = parseNote('a.md', text, new Set());
      const section = { called: /^evidence/iu, heading: 'Evidence', above: /^challenges/iu };
      applyEdits(text, [sectionEntry(note, text, section, ['x'])]);
    });
  }
});
