/** A note that is packed and unpacked is the same note, whatever its text; damaged bytes are refused and change nothing. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mentionSlugs } from '../server/core/vault/noteNames';
import { COMMON_TEXTS, OWN_TEXTS } from '../server/core/vault/packed/commonTexts';
import { ANY_NAME, nameMark } from '../server/core/vault/packed/links';
import { PackedNote } from '../server/core/vault/packed/PackedNote';
import { standsFor } from '../server/core/vault/SlugIndex';
import { Vault } from '../server/core/vault/Vault';
import {
  assertPacked,
  damageOf,
  PATH,
  packed,
  parsed,
  refuses,
  vaultBefore,
} from './fuzz/targets/packed';
import { adversarial } from './support/adversarialTexts';
import { generatedFrontmatter } from './support/generatedFrontmatter';
import { generatedMarkdown } from './support/generatedMarkdown';
import { readMarkerFile } from './support/markerFile';
import { notesOf, realVault } from './support/realVault';
import { freshVault, snapshot } from './support/snapshot';
import { strangeText } from './support/strangeTexts';

/** The texts of all marker files. */
function markerTexts(): string[] {
  const root = join(import.meta.dirname, 'markers');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt'))
    .flatMap(name => readMarkerFile(readFileSync(join(root, name), 'utf8')).files)
    .flatMap(({ text }) => text ?? []);
}

/** A text with a part of it cut out, doubled or replaced. */
const mutated = (texts: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(80), fc.string({ unit: 'binary' }))
    .map(([text, at, length, other]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + other + text.slice(start + length);
    });

describe('a packed note', () => {
  const texts = markerTexts();

  it('is the same note, in every marker file', () => {
    assert.ok(texts.length > 500);
    for (const text of texts) assertPacked(text);
  });

  it('is the same note, in a real vault', function () {
    this.timeout(60_000);
    for (const [, text] of notesOf(realVault(this))) assertPacked(text);
  });

  it('is the same note, whatever its text', function () {
    this.timeout(120_000);
    const text = fc.oneof(strangeText, generatedMarkdown, generatedFrontmatter, mutated(texts));
    fc.assert(fc.property(text, assertPacked), { numRuns: 5000 });
  });

  it('is the same note where it is long and of one piece', function () {
    this.timeout(120_000);
    for (const make of Object.values(adversarial)) assertPacked(make(3000));
  });

  it('keeps characters of all kinds, lone surrogates among them', () => {
    for (const name of ['', 'é', '—', '漢字', '🧪', '\ud800', '\udc00x', 'ÿĀ', 'a'.repeat(9000)])
      assertPacked(
        `---\ntitle: ${name}\ndescription: "${name} ${name}"\n---\n# ${name}\n[[${name}]]`,
      );
  });

  it('of five megabytes is the same', function () {
    this.timeout(60_000);
    const line =
      '[[a name that is read]] and [text](to%20it.md#there), `code`\n\n## Heading — of it\n\n';
    assertPacked(`---\ntype: claim\n---\n${line.repeat(5e6 / line.length)}`);
  });

  it('has room for all common texts, each once', () => {
    assert.ok(COMMON_TEXTS.length <= OWN_TEXTS);
    assert.equal(new Set(COMMON_TEXTS).size, COMMON_TEXTS.length);
  });

  it('takes a small part of what its text takes', () => {
    const fields =
      'type: claim\ntitle: slow bread tastes better since enzymes need a whole night\n';
    const link = '- [[a claim of usual length that says something of dough and of patience]]\n';
    const words = `${'Many words that stand in the body of a note and say what nobody packs. '.repeat(10)}\n\n`;
    const text = `---\n${fields}---\n# Slow bread\n\n${words.repeat(9)}${link.repeat(8)}`;
    assert.ok(text.length > 6500);
    assert.ok(packed(parsed(text)).length < 400);
  });
});

describe('the marks of links', () => {
  const name = fc.oneof(
    fc.constantFrom('a', 'a b', 'slow bread tastes', 'slow bread tastes better', 'x.md', '😀', ''),
    fc.string({ maxLength: 20 }),
  );

  it('let none pass that may mean the name', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), name, (targets, wanted) => {
        const note = parsed(targets.map(target => `[[${target}]]`).join('\n'));
        const slugs = note.links.flatMap(mentionSlugs).concat(wanted.toLowerCase());
        for (const slug of slugs) {
          const expected = note.links.filter(link => {
            const mentions = mentionSlugs(link);
            return mentions.length !== 1 || mentions.some(each => standsFor(each, slug));
          });
          const found = new PackedNote(PATH, packed(note)).linksMarked(new Set([nameMark(slug)]));
          for (const link of expected)
            assert.ok(found.some(({ span }) => span.start === link.span.start));
          assert.notEqual(nameMark(slug), ANY_NAME);
        }
      }),
    );
  });
});

describe('a vault made of packed notes', () => {
  it('is the same vault', function () {
    this.timeout(120_000);
    const files = realVault(this);
    const first = freshVault(files);
    const second = new Vault();
    second.load(
      [...files.values()].map(change => {
        const bytes = first.packed(change.path);
        return bytes === null ? change : { kind: 'set', path: change.path, packed: bytes };
      }),
    );
    assert.deepEqual(snapshot(second), snapshot(first));
  });

  it('refuses damaged ones, and is as it was', () => {
    const texts = markerTexts().slice(0, 200);
    const vault = vaultBefore();
    const before = snapshot(vault);
    let refused = 0;
    fc.assert(
      fc.property(damageOf(fc.constantFrom(...texts)), damage => {
        if (refuses(vault, damage)) refused++;
      }),
      { numRuns: 2000 },
    );
    assert.ok(refused > 500);
    assert.deepEqual(snapshot(vault), before);
  });
});
