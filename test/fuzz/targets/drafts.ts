/** Whatever a source holds and a title says, a claim made of it is sound. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimDraft } from '../../../server/core/authoring/drafts/claimDraft';
import { typeOf } from '../../../server/core/authoring/drafts/typeOf';
import { frontmatterFault } from '../../../server/core/authoring/edits/fieldEdit';
import { textOf } from '../../../server/core/text/frontmatter';
import { baseOf, byteLength } from '../../../server/core/vault/names';
import { Vault } from '../../../server/core/vault/Vault';
import { TODAY } from '../../support/day';
import { strangeName, strangeText } from '../../support/strangeTexts';
import { target } from '../Target';

const PATH = 'inbox/queue/rain.md';
const KNOWN = 'domains/weather/rain falls on old towns.md';
const vault = new Vault();
vault.apply([{ kind: 'set', path: KNOWN, text: '---\ntype: claim\ndomain: weather\n---\n' }]);

export function drafted(
  source: string,
  title: string,
  reason: string,
  quoted: string | null = null,
) {
  vault.apply([{ kind: 'set', path: PATH, text: source }]);
  const note = vault.note(PATH);
  assert.ok(note);
  const origin = { note, text: source, type: typeOf(vault, PATH) };
  const wish = { title, domain: null, confidence: 'likely', reason, quoted };
  return claimDraft(vault, { ...wish, today: TODAY, agent: null }, origin);
}

export const sourceWith = (title: string, body: string) =>
  `---\ntype: source\ndomain: weather\ntitle: ${JSON.stringify(title)}\nauthor: ${JSON.stringify(title)}\n---\n${body}`;

export const draftParts = fc.tuple(strangeText, strangeName, strangeText, fc.boolean());

/** Whether one can be made of these. */
export function assertDraftSound([body, name, reason, chosen]: [
  string,
  string,
  string,
  boolean,
]): boolean {
  const content = `## Content\n\nRain falls on old towns, ${body}\n\n**KB connections:** Supports [[rain falls on old towns]] — ${body}`;
  const selected = chosen ? `Rain, ${body}` : null;
  const draft = drafted(sourceWith(name, content), `rain falls ${name}`, reason, selected);
  if (typeof draft === 'string') return false;
  const { path, text, title } = draft;
  assert.ok(byteLength(baseOf(path)) <= 143, path);
  assert.ok(!vault.has(path));
  vault.apply([{ kind: 'set', path, text }]);
  const note = vault.note(path);
  assert.equal(frontmatterFault(note?.frontmatter ?? null), null, text);
  assert.equal(textOf(note?.frontmatter ?? null, 'type'), 'claim');
  assert.ok(textOf(note?.frontmatter ?? null, 'description'), text);
  assert.equal(text.slice(draft.description.start, draft.description.end).includes('\n'), false);
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
    assert.equal(vault.resolve(link, path).kind, 'found', `${link.target.written}\n${text}`);
  vault.apply([{ kind: 'remove', path }]);
  return true;
}

export const drafts = target({
  name: 'drafts',
  feeds: 'claims drafted from sources whose title, content, reasons and selections are anything',
  holds:
    'front matter that can be read, one heading, a file name that fits, links that lead somewhere, no open code or comment',
  weight: 2,
  input: draftParts,
  check: assertDraftSound,
});
