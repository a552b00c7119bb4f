/** The schemas for other tools accept what the rules accept in the example vault, and refuse what they refuse. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkNote } from '../server/core/rules/check';
import { placeOf } from '../server/core/rules/rule';
import { builtinSchema } from '../server/core/schema/builtin';
import { configForm } from '../server/core/schema/configForm';
import type { FieldForm } from '../server/core/schema/form';
import { NoteType } from '../server/core/schema/NoteType';
import {
  configJsonSchema,
  noteJsonSchema,
  noteSchema,
  valueSchema,
} from '../server/core/schema/noteSchema';
import { Vault } from '../server/core/vault/Vault';
import { TODAY } from './support/day';

const EXAMPLE = join(__dirname, '..', 'examples', 'vault');

type Data = Record<string, unknown>;

interface SoundNote {
  readonly path: string;
  readonly type: NoteType;
  readonly data: Data;
}

/** Notes of the example vault of which nothing is reported. */
function soundNotes(): SoundNote[] {
  const vault = new Vault();
  const texts = new Map<string, string>();
  for (const entry of readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(relative(EXAMPLE, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
  }
  vault.apply([...texts].map(([path, text]) => ({ kind: 'set' as const, path, text })));
  return [...texts].flatMap(([path, text]) => {
    const place = placeOf(vault, path, TODAY);
    const block = place?.note.frontmatter;
    if (!place?.type || !block || checkNote(vault, path, TODAY).length > 0) return [];
    const data = parse(text.slice(block.yaml.start, block.yaml.end)) as Data;
    return [{ path, type: place.type, data }];
  });
}

const bothForms = new Map<NoteType, readonly z.ZodType[]>();

/** Both forms of one schema must say the same. */
function accepts(type: NoteType, data: Data): boolean {
  let schemas = bothForms.get(type);
  if (schemas === undefined) {
    schemas = [noteSchema(type), fromJson(noteJsonSchema(type))];
    bothForms.set(type, schemas);
  }
  const [here, elsewhere] = schemas.map(schema => schema.safeParse(data).success);
  assert.equal(elsewhere, here, `JSON Schema and zod differ on ${JSON.stringify(data)}`);
  return here === true;
}

function fromJson(schema: object): z.ZodType {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

describe('schemas for other tools', () => {
  const sound = soundNotes();

  it('accept every note of the example vault without a fault, of every type', () => {
    const types = new Set(sound.map(note => note.type.name));
    assert.deepEqual([...types].sort(), builtinSchema.types.map(type => type.name).sort());
    for (const { path, type, data } of sound) {
      const result = noteSchema(type).safeParse(data);
      assert.ok(result.success, `${path}: ${result.error}`);
      assert.ok(accepts(type, data), path);
    }
  });

  it('refuse them without a required field, or with nothing in it', () => {
    for (const { path, type, data } of sound) {
      for (const field of type.fields.filter(each => each.required === true)) {
        const { [field.name]: _, ...without } = data;
        assert.ok(!accepts(type, without), `${path} without ${field.name}`);
        assert.ok(!accepts(type, { ...data, [field.name]: null }), `${path}: ${field.name}`);
        if (field.list !== true)
          assert.ok(!accepts(type, { ...data, [field.name]: '' }), `${path}: ${field.name}`);
      }
    }
  });

  it('refuse another type, other words, impossible dates, and lists for single values', () => {
    for (const { path, type, data } of sound) {
      assert.ok(!accepts(type, { ...data, type: 'other' }));
      for (const field of type.fields.filter(each => each.name in data)) {
        const where = `${path}: ${field.name}`;
        const one = field.list === true ? [data[field.name]] : data[field.name];
        if (field.kind !== 'any' && field.kind !== 'map')
          assert.ok(!accepts(type, { ...data, [field.name]: field.list ? 'x' : [one] }), where);
        if (field.kind === 'choice' && field.open !== true)
          assert.ok(!accepts(type, { ...data, [field.name]: 'no such word' }), where);
        if (field.kind === 'date')
          for (const date of ['2026-02-30', '2026-13', 'soon', 3])
            assert.ok(!accepts(type, { ...data, [field.name]: date }), where);
      }
    }
  });

  it('know every kind of value', () => {
    const cases: readonly (readonly [FieldForm, readonly unknown[], readonly unknown[]])[] = [
      [{}, ['words', 2035, true], ['', ' ', null, ['words'], { a: 1 }]],
      [{ values: ['a', '2', 'true'] }, ['a', '2', 2, 'true', true], ['b', 3, false]],
      [{ values: ['a'], open: true }, ['a', 'b', 1], ['', null]],
      [
        { kind: 'date' },
        ['2024-02-29', '2026-03', '2026', 2026, '2026-03-05 10:00'],
        ['2025-02-29', '2026-00', 26],
      ],
      [{ kind: 'number' }, [0, -1.5], ['1', null]],
      [{ kind: 'boolean' }, [true, false], ['true', 0]],
      [{ kind: 'url' }, ['https://example.org/a?b#c'], ['example', 1]],
      [
        { kind: 'relation', list: true },
        [[], ['a note', '[[a note]]']],
        ['a note', [['a']], [null]],
      ],
      [{ kind: 'tag', list: true }, [['a', 2026]], ['a']],
      [{ kind: 'map' }, [{ a: [1] }], ['a', [1]]],
      [{ kind: 'any' }, ['a', 1, [1], { a: 1 }], []],
    ];
    for (const [form, good, bad] of cases) {
      const [field] = new NoteType('own', { fields: { it: form } }).fields;
      assert.ok(field);
      const here = valueSchema(field);
      const elsewhere = fromJson(z.toJSONSchema(here, { target: 'draft-7' }));
      for (const schema of [here, elsewhere]) {
        for (const value of good)
          assert.ok(schema.safeParse(value).success, `${JSON.stringify([form, value])}`);
        for (const value of bad)
          assert.ok(!schema.safeParse(value).success, `${JSON.stringify([form, value])}`);
      }
    }
  });

  it('ask for no field that only some sub-types have', () => {
    const type = new NoteType('own', {
      subtype: 'sort',
      fields: { sort: { values: ['a', 'b'] }, extra: { required: true, for: ['a'] } },
    });
    assert.ok(accepts(type, { type: 'own', sort: 'b' }));
    assert.ok(!accepts(type, { type: 'own', sort: 'b', extra: ['x'] }));
  });

  it('accept the settings of the example vault, and no key that there is not', () => {
    const settings = (parse(readFileSync(join(EXAMPLE, '.claimwright.yaml'), 'utf8')) ??
      {}) as Data;
    const elsewhere = fromJson(configJsonSchema());
    const own = { types: { recipe: { fields: { yield: { kind: 'number', required: true } } } } };
    for (const schema of [configForm, elsewhere]) {
      assert.ok(schema.safeParse(settings).success);
      assert.ok(schema.safeParse({ ...own, severity: { link: 'off' } }).success);
      for (const wrong of [
        { domain: ['a'] },
        { domains: 'a' },
        { severity: { link: 'loud' } },
        { types: { recipe: { field: {} } } },
        { types: { recipe: { fields: { yield: { kind: 'amount' } } } } },
      ])
        assert.ok(!schema.safeParse(wrong).success, JSON.stringify(wrong));
    }
  });
});
