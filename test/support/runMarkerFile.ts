/** Runs one marker file: every place that its checks see must be marked, every marker seen, every expectation met. */
import assert from 'node:assert/strict';
import type { Arranged } from '../../server/core/authoring/edits/rearrange';
import type { ReadText } from '../../server/core/authoring/edits/VaultEdit';
import type { Move } from '../../server/core/authoring/moves/Move';
import { make } from '../../server/core/authoring/moves/moves';
import { safeFixes } from '../../server/core/features/fixes/fixNote';
import { moveFiles } from '../../server/core/features/rename/moveFiles';
import { rename } from '../../server/core/features/rename/rename';
import { renamableAt } from '../../server/core/features/rename/renameTarget';
import { checkNote, fixesOf } from '../../server/core/rules/check';
import { type Fix, type FixPlace, placeOf } from '../../server/core/rules/rule';
import { applyEdits } from '../../server/core/text/span';
import { Vault } from '../../server/core/vault/Vault';
import { arrangedText } from './arrangedText';
import { authoredText } from './authoredText';
import { cursorFeatures } from './cursorFeatures';
import {
  changeOf,
  type Expectation,
  type MarkerFile,
  readMarkerFile,
  textOfLines,
  type VaultFile,
} from './markerFile';
import { type Marker, render } from './markerLine';
import { checks, fits } from './observations';

export function runMarkerFile(source: string): void {
  const file = readMarkerFile(source);
  const vault = new Vault();
  vault.apply(file.files.map(changeOf));
  for (const each of file.files) checkMarkers(file, vault, each);
  for (const expectation of file.expectations) {
    const [actual, expected] = results(file, vault, expectation);
    assert.equal(actual, expected, `=== ${expectation.header}`);
  }
}

function checkMarkers(file: MarkerFile, vault: Vault, { path, text, markers }: VaultFile): void {
  const chosen = [...file.checks].map(name => {
    const check = checks[name];
    if (check === undefined) throw new Error(`unknown check: ${name}`);
    return check;
  });
  for (const { label } of markers) {
    if (!chosen.some(check => check.label.test(label)))
      throw new Error(`no check of this file says “${label}” (=== check ${[...file.checks]})`);
  }
  const note = vault.note(path);
  if (note === undefined) {
    assert.deepEqual(markers, [], `${path} is no note`);
    return;
  }
  const unmet = [...markers];
  const observed = chosen
    .flatMap(check => check.observe(vault, note, file.today))
    .map(seen => {
      const index = unmet.findIndex(marker => matches(marker, seen));
      const [met] = index < 0 ? [] : unmet.splice(index, 1);
      return met ?? seen;
    });
  assert.equal(render(text ?? '', observed), render(text ?? '', markers), `markers of ${path}`);
}

function matches(marker: Marker, seen: Marker): boolean {
  return marker.start === seen.start && marker.end === seen.end && fits(marker.label, seen.label);
}

/** What came of the action, and what must. */
function results(file: MarkerFile, vault: Vault, expectation: Expectation): [string, string] {
  const { action, subject, title, lines, options } = expectation;
  if (action === 'author')
    return [authoredIn(file, vault, expectation).join('\n'), lines.join('\n')];
  if (action === 'cursor') return cursorResults(file, vault, expectation);
  if (action === 'rename' || action === 'move')
    return [
      arrangedText(arrange(file, vault, expectation), readIn(file)).join('\n'),
      lines.join('\n'),
    ];
  if (action === 'created') {
    const made = file.files.flatMap(each => offeredBy(file, vault, each)).map(fix => fix.creates);
    const text = made.find(each => each?.path === subject)?.text;
    return [text ?? `no fix creates ${subject}`, textOfLines(lines, options)];
  }
  const target = file.files.find(each => each.path === subject);
  if (target === undefined) throw new Error(`no such note here: ${subject}`);
  const offered = offeredBy(file, vault, target);
  if (action === 'offers') {
    const titles = offered.map(fix => `${fix.safe ? 'safe: ' : ''}${fix.title}`);
    return [titles.join('\n'), lines.join('\n')];
  }
  const kept = [...target.options].filter(each => each !== 'no final line end');
  const expected = textOfLines(lines, new Set([...kept, ...options]));
  if (action === 'safe fixes')
    return [safeFixes(vault, target.path, target.text ?? '', file.today).after, expected];
  const fitting = offered.filter(fix => fix.title.startsWith(title));
  const different = new Map(fitting.map(fix => [JSON.stringify(fix.edits), fix]));
  const [fix] = different.values();
  if (fix === undefined || different.size > 1) {
    const all = offered.map(each => `\n  ${each.title}`).join('');
    throw new Error(`${different.size} fixes of ${subject} begin with “${title}”:${all}`);
  }
  return [applyEdits(target.text ?? '', fix.edits), expected];
}

function cursorResults(
  file: MarkerFile,
  vault: Vault,
  { subject, lines, options }: Expectation,
): [string, string] {
  const { cursor, today } = file;
  const feature = cursorFeatures[subject];
  if (feature === undefined) throw new Error(`unknown feature: ${subject}`);
  if (cursor === null) throw new Error('there is no cursor ‸ in any note');
  const read = readIn(file);
  const text = read(cursor.path) ?? '';
  const result = feature({ vault, ...cursor, text, read, today }).split('\n');
  const shown = options.has('among others') ? result.filter(line => lines.includes(line)) : result;
  return [shown.join('\n'), lines.join('\n')];
}

/** The move is about the note with the cursor, where there is one. */
function authoredIn(
  file: MarkerFile,
  vault: Vault,
  { subject, title, options }: Expectation,
): string[] {
  const { cursor, today } = file;
  const read = readIn(file);
  const path = cursor?.path ?? null;
  const start = path === null || title === '' ? -1 : (read(path) ?? '').indexOf(title);
  if (title !== '' && start < 0) throw new Error(`nowhere stands “${title}”`);
  const selection = start < 0 ? null : { start, end: start + title.length };
  const agent =
    [...options].find(each => each.startsWith('agent '))?.slice('agent '.length) ?? null;
  const move = JSON.parse(subject) as Move;
  return authoredText(make({ vault, path, selection, today, agent, read }, move), read);
}

/** Renames what stands at the cursor, or moves a file or folder. */
function arrange(
  file: MarkerFile,
  vault: Vault,
  { action, subject, title }: Expectation,
): Arranged {
  const read = readIn(file);
  if (action === 'move') return moveFiles(vault, [{ from: subject, to: title }], read);
  const { cursor } = file;
  if (cursor === null) throw new Error('there is no cursor ‸ in any note');
  const found = renamableAt(vault, cursor.path, cursor.offset, read);
  if (found === null) return { refused: 'nothing here has a name' };
  return 'refused' in found ? found : rename(vault, found.target, title, false, read);
}

function readIn({ files }: MarkerFile): ReadText {
  return path => files.find(each => each.path === path)?.text ?? null;
}

function offeredBy(file: MarkerFile, vault: Vault, { path, text }: VaultFile): Fix[] {
  const place = fixPlace(vault, path, text ?? '', file.today);
  if (place === null) return [];
  return checkNote(vault, path, file.today).flatMap(finding => fixesOf(place, finding));
}

function fixPlace(vault: Vault, path: string, text: string, today: string): FixPlace | null {
  const place = placeOf(vault, path, today);
  return place === undefined ? null : { ...place, text };
}
