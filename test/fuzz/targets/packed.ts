/** Notes as bytes: they come back the same, and damaged ones are refused. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinSchema } from '../../../server/core/schema/builtin';
import { type Note, parseNote } from '../../../server/core/text/parseNote';
import { Entry } from '../../../server/core/vault/entry';
import { DamagedNote } from '../../../server/core/vault/packed/bytes';
import { PackedNote } from '../../../server/core/vault/packed/PackedNote';
import { packNote } from '../../../server/core/vault/packed/packNote';
import { Vault } from '../../../server/core/vault/Vault';
import { target } from '../Target';
import { shortText } from './anyText';

export const PATH = 'domains/food/note.md';

export function parsed(text: string): Note {
  return parseNote(PATH, text, builtinSchema.relationFields);
}

export function packed(note: Note): Uint8Array {
  return packNote(note, new Entry(note.path, note, null).marks());
}

/** With its parts as properties of its own, as deep equality compares them. */
function unpacked(bytes: Uint8Array): Note {
  const note = new PackedNote(PATH, bytes);
  const { path, frontmatter, fault, misplaced, headings, blocks, links } = note;
  const { body, code, signs, lines } = note;
  return { path, frontmatter, fault, misplaced, headings, blocks, links, body, code, signs, lines };
}

export function assertPacked(text: string): void {
  const note = parsed(text);
  assert.deepEqual(unpacked(packed(note)), note);
}

/** One byte of a packed note that is another, or where it is cut off. */
export interface Damage {
  readonly text: string;
  readonly place: number;
  readonly byte: number;
  readonly cut: boolean;
}

export const damageOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Damage> =>
  fc.record({
    text,
    place: fc.nat(),
    byte: fc.integer({ min: 0, max: 255 }),
    cut: fc.boolean(),
  });

const BEFORE = { kind: 'set', path: PATH, text: '# Before\n[[x]]' } as const;

export function vaultBefore(): Vault {
  const vault = new Vault();
  vault.load([BEFORE]);
  return vault;
}

/** Whether the vault refused it; it is as it was afterwards. */
export function refuses(vault: Vault, { text, place, byte, cut }: Damage): boolean {
  let bytes = packed(parsed(text));
  const at = place % bytes.length;
  if (cut) bytes = bytes.slice(0, at);
  else bytes[at] = byte;
  let refused = false;
  try {
    vault.apply([{ kind: 'set', path: PATH, packed: bytes }]);
    vault.apply([BEFORE]);
  } catch (error) {
    assert.ok(error instanceof DamagedNote, String(error));
    refused = true;
  }
  assert.equal(vault.note(PATH)?.headings[0]?.text, 'Before');
  return refused;
}

const vault = vaultBefore();

export const packedNotes = target({
  name: 'packed-notes',
  feeds: 'notes as the cache keeps them, with a byte changed or an end cut off',
  holds: 'they are refused as damaged or taken whole, and the vault is as before',
  weight: 30,
  input: damageOf(shortText),
  check: damage => refuses(vault, damage),
});
