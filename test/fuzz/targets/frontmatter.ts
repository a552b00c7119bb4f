/** What is read of front matter, against reference readers of YAML and of blocks. */
import assert from 'node:assert/strict';
import matter from 'gray-matter';
import { parse } from 'yaml';
import { parseFrontmatter, type Value } from '../../../server/core/text/frontmatter';
import { splitFrontmatter } from '../../../server/core/text/splitFrontmatter';
import { generatedFrontmatter } from '../../support/generatedFrontmatter';
import { target } from '../Target';

/** Scalars of a value in order, as far as our reader goes: keys of inner maps are left out. */
function scalars(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(scalars);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(scalars);
  return [value];
}

/** `null` where the note has no front matter without a fault. */
export function checkFields(text: string): void {
  const block = parseFrontmatter(text);
  if (block === null || block.problems.length > 0 || block.closedBy === null) return;
  const source = text.slice(block.yaml.start, block.yaml.end);
  const names = block.fields.map(field => field.name);
  // An alias, an anchor or a tag means what stands elsewhere; repeated keys are another rule's.
  if (/(?:^|[\s,[])[&*!]/u.test(source) || new Set(names).size < names.length) return;
  const reference = parse(source, { logLevel: 'silent' }) as Record<string, unknown> | null;
  assert.deepEqual(names.sort(), Object.keys(reference ?? {}).sort(), 'the keys');
  for (const field of block.fields) {
    if (field.values.some(each => each.style === 'nested')) continue;
    const written = field.values.map(each => each.data);
    const expected = scalars(reference?.[field.name]);
    // Where no value is written YAML says null.
    const full = (all: readonly unknown[]) => all.filter(each => each !== null);
    assert.deepEqual(full(written), full(expected), field.name);
    for (const value of field.values) checkSpans(text, value);
    assert.ok(field.span.start === field.key.start && field.key.end <= field.span.end);
    const key = text.slice(field.key.start, field.key.end);
    assert.equal(String(parse(key)), field.name);
  }
}

/** What a span holds means, by itself, what the value says. */
function checkSpans(text: string, { span, inner, style, data, text: meant }: Value): void {
  const written = text.slice(span.start, span.end);
  const within = text.slice(inner.start, inner.end);
  if (style === 'block') return;
  assert.ok(!/^\s|\s$/u.test(written), JSON.stringify(written));
  if (style === 'plain' && !written.includes('\n')) assert.equal(written, meant);
  if (style === 'double') assert.equal(written, `"${within}"`);
  if (style === 'single') assert.equal(written, `'${within}'`);
  if (!written.includes('\n')) assert.equal(parse(written), data);
}

/** Where gray-matter finds a closed block it is ours, whatever else we take for one. */
export function checkBlock(text: string): void {
  const block = splitFrontmatter(text);
  const engines = { yaml: { parse: () => ({}), stringify: () => '' } };
  if (block?.closedBy !== '---' || !/^ya?ml$/u.test(block.language)) return;
  const theirs = matter(text, { engines });
  assert.equal(text.slice(block.yaml.start, block.yaml.end).trim(), theirs.matter.trim());
  assert.equal(text.slice(block.block.end).trim(), theirs.content.trim());
  assert.match(text.slice(block.close.start, block.close.end), /^---$/u);
}

export const frontmatter = target({
  name: 'front-matter',
  feeds: 'generated front matter: scalars of all styles, lists, maps, comments, faults',
  holds:
    'fields and values are those of the `yaml` package, spans hold what they say, the block is gray-matter’s',
  weight: 40,
  input: generatedFrontmatter,
  check(text) {
    checkFields(text);
    checkBlock(text);
  },
});
