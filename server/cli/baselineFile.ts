/** The file that a baseline is kept in: JSON, sorted, one finding a line, so that git shows and merges it well. */
import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Entry } from './baseline';
import { Failure, UsageError, type Values } from './command';
import { writeWhole } from './writeWhole';

export const usualBaseline = '.claimwright-baseline.json';

/** A larger one is not read. */
const MAX_BYTES = 256 * 1024 * 1024;

const VERSION = 1;

const entryForm = z.object({
  file: z.string(),
  code: z.string(),
  field: z.string().default(''),
  text: z.string(),
  count: z.int().min(1).default(1),
});

const endForm = z.object({ baseline: z.literal('claimwright'), version: z.int() });

/** What the options ask for, as an absolute path; `null` where no baseline is to be used. */
export function baselineOf(values: Values, root: string): string | null {
  const { baseline, 'no-baseline': none, 'write-baseline': write } = values;
  if (none === true && (baseline !== undefined || write === true))
    throw new UsageError('--no-baseline leaves out what the other option asks for.');
  if (none === true) return null;
  if (baseline === '') throw new UsageError('--baseline takes the name of a file.');
  if (typeof baseline === 'string') return resolve(baseline);
  const usual = join(root, usualBaseline);
  return write === true || statsOf(usual, lstatSync) !== undefined ? usual : null;
}

/** `null` where there is no such file. Throws a `Failure` where it is no baseline. */
export function readBaseline(file: string): Entry[] | null {
  const stats = statsOf(file, statSync);
  if (stats === undefined) return null;
  if (!stats.isFile()) throw new Failure(`The baseline “${file}” is no file.`);
  if (stats.size > MAX_BYTES) throw new Failure(`The baseline “${file}” is too large.`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`The baseline “${file}” could not be read (${code}).`);
  }
  return entriesIn(text.replace(/^\uFEFF/u, ''), file);
}

function entriesIn(text: string, file: string): Entry[] {
  const list = parsed(text);
  const end = endForm.safeParse(Array.isArray(list) ? list.at(-1) : undefined);
  if (!Array.isArray(list) || !end.success) throw damaged(file, 'it is none, or not whole');
  if (end.data.version > VERSION)
    throw new Failure(`The baseline “${file}” is of a newer Claimwright; use that one to check.`);
  const entries = z.array(entryForm).safeParse(list.slice(0, -1));
  if (entries.success) return entries.data;
  const [index] = entries.error.issues[0]?.path ?? [];
  throw damaged(file, `entry ${Number(index) + 1} says nothing`);
}

function damaged(file: string, why: string): Failure {
  return new Failure(
    `The baseline “${file}” cannot be used: ${why}. Restore it, or remove it and run --write-baseline.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All of it or nothing. Throws a `Failure` where it may not be written, or a link leads out of the vault. */
export function writeBaseline(root: string, file: string, entries: readonly Entry[]): void {
  const lines = entries.map(({ file, code, field, text, count }) =>
    JSON.stringify({
      file,
      code,
      ...(field === '' ? {} : { field }),
      text,
      ...(count === 1 ? {} : { count }),
    }),
  );
  // Last, so that every line of an entry ends in the same way, whichever comes or goes.
  const end = JSON.stringify({ baseline: 'claimwright', version: VERSION });
  const json = `[\n${[...lines, end].join(',\n')}\n]\n`;
  try {
    writeWhole(placeOf(root, file), json.replace(UNSAFE, escaped));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(`The baseline “${file}” could not be written (${code}).`);
  }
}

// What a terminal obeys, or an editor takes for the end of a line.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Where to write: the file that a link leads to, but from inside the vault only one in the vault. */
function placeOf(root: string, file: string): string {
  const folder = realpathSync(dirname(file));
  const stats = statsOf(file, statSync);
  if (stats !== undefined && !stats.isFile())
    throw new Failure(`The baseline “${file}” is no file.`);
  const real = stats === undefined ? join(folder, basename(file)) : realpathSync(file);
  if (isIn(root, file) && !isIn(realpathSync(root), real))
    throw new Failure(`The baseline “${file}” is a link that leaves the vault.`);
  return real;
}

function isIn(folder: string, file: string): boolean {
  return file.startsWith(join(folder, sep));
}

function statsOf(file: string, stat: (path: string) => Stats): Stats | undefined {
  try {
    return stat(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw new Failure(`The baseline “${file}” could not be read (${code}).`);
  }
}
