/** Reads a marker file: a small vault, what must be found in it, and what must come of it (see test/markers/README.md). */
import { isNotePath } from '../../server/core/vault/names';
import type { Change } from '../../server/core/vault/Vault';
import { type Marker, takeMarkers } from './markerLine';

/** A place in a note that a marker file asks something about. */
export interface Cursor {
  readonly path: string;
  readonly offset: number;
}

export interface VaultFile {
  readonly path: string;
  /** `null` for what is no note, and for an unreadable one. */
  readonly text: string | null;
  readonly problem: string | null;
  readonly markers: readonly Marker[];
  readonly options: ReadonlySet<string>;
}

/** A section that says what must come of an action. */
export interface Expectation {
  readonly header: string;
  readonly action:
    | 'fix'
    | 'safe fixes'
    | 'offers'
    | 'created'
    | 'rename'
    | 'move'
    | 'author'
    | 'cursor';
  /** The note's path, the name of a feature, what is moved, or the move of an author as JSON. */
  readonly subject: string;
  /** The fix's title, as far as it is given, the new name or path, or the words that the author selected. */
  readonly title: string;
  readonly options: ReadonlySet<string>;
  readonly lines: readonly string[];
}

export interface MarkerFile {
  readonly today: string;
  readonly checks: ReadonlySet<string>;
  readonly files: readonly VaultFile[];
  readonly expectations: readonly Expectation[];
  readonly cursor: Cursor | null;
}

const CURSOR = '‸';
const HEADER = /^=== +(.*?) *$/u;
const PATH = '(.+?\\.[A-Za-z0-9]+)';
const OPTIONS = '(?: \\((.*)\\))?';
const FILE = new RegExp(`^${PATH}${OPTIONS}$`, 'u');
const ACTIONS: readonly (readonly [Expectation['action'], RegExp])[] = [
  ['fix', new RegExp(`^${PATH} after fix "(.+)"${OPTIONS}$`, 'u')],
  ['safe fixes', new RegExp(`^${PATH} after all safe fixes()${OPTIONS}$`, 'u')],
  ['offers', new RegExp(`^${PATH} offers()()$`, 'u')],
  ['created', new RegExp(`^${PATH} created by fix "(.+)"()$`, 'u')],
  ['rename', new RegExp(`^(rename) at ${CURSOR} to "(.*)"()$`, 'u')],
  ['move', /^move (.+) to (.+?)()$/u],
  ['author', new RegExp(`^author (\\{.*\\})(?: selecting "(.+)")?${OPTIONS}$`, 'u')],
  ['cursor', new RegExp(`^([a-z ]+) at ${CURSOR}()${OPTIONS}$`, 'u')],
];
const FILE_OPTION = /^(?:crlf|byte-order mark|no final line end|decomposed path|unreadable: .+)$/u;

export function readMarkerFile(source: string): MarkerFile {
  const sections = sectionsOf(source);
  const files: VaultFile[] = [];
  const expectations: Expectation[] = [];
  const cursors: Cursor[] = [];
  let today = '2026-11-22';
  let silent = false;
  let checks: Set<string> | null = null;
  for (const { header, lines } of sections) {
    const expectation = expectationOf(header, lines);
    const [, path, written] = FILE.exec(header) ?? [];
    if (header.startsWith('today ')) today = header.slice(6);
    else if (header.startsWith('check ')) checks = new Set(header.slice(6).split(/, */u));
    else if (header === 'nothing is reported') silent = true;
    else if (expectation !== null) expectations.push(expectation);
    else if (path !== undefined) files.push(fileOf(path, optionsOf(written), lines, cursors));
    else throw new Error(`unknown section: === ${header}`);
  }
  if (cursors.length > 1) throw new Error(`more than one cursor ${CURSOR}`);
  const marked = files.some(file => file.markers.length > 0);
  if (silent && marked) throw new Error('`nothing is reported` and yet there are markers');
  if (!silent && !marked && expectations.length === 0)
    throw new Error('this file asserts nothing: mark something or write `=== nothing is reported`');
  const cursor = cursors[0] ?? null;
  const authored = expectations.some(({ action }) => action === 'author');
  checks ??= new Set(cursor === null && !authored ? ['diagnostics'] : []);
  return { today, checks, files, expectations, cursor };
}

/** What the vault is given of a file. */
export function changeOf({ path, text, problem }: VaultFile): Change {
  return { kind: 'set', path, text, ...(problem === null ? {} : { problem }) };
}

/** The text that lines of a section stand for, with the line ends and the byte-order mark of the note. */
export function textOfLines(lines: readonly string[], options: ReadonlySet<string>): string {
  const end = options.has('crlf') ? '\r\n' : '\n';
  const last = lines.length === 0 || options.has('no final line end') ? '' : end;
  return (options.has('byte-order mark') ? '\uFEFF' : '') + lines.join(end) + last;
}

function sectionsOf(source: string): { header: string; lines: string[] }[] {
  const sections: { header: string; lines: string[] }[] = [];
  for (const line of source.split(/\r?\n/u)) {
    const header = HEADER.exec(line)?.[1];
    if (header) sections.push({ header, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  for (const { lines } of sections) while (lines.at(-1) === '') lines.pop();
  return sections;
}

function expectationOf(header: string, lines: readonly string[]): Expectation | null {
  for (const [action, pattern] of ACTIONS) {
    const match = pattern.exec(header);
    if (match === null) continue;
    const [, subject = '', title = '', options] = match;
    return { header, action, subject, title, options: optionsOf(options), lines };
  }
  return null;
}

function optionsOf(written: string | undefined): Set<string> {
  return new Set(written ? written.split(/, */u) : []);
}

function fileOf(
  written: string,
  options: ReadonlySet<string>,
  lines: readonly string[],
  cursors: Cursor[],
): VaultFile {
  for (const option of options)
    if (!FILE_OPTION.test(option)) throw new Error(`unknown option: ${option}`);
  const path = options.has('decomposed path') ? written.normalize('NFD') : written;
  const first = options.has('byte-order mark') ? 1 : 0;
  const taken = takeMarkers(lines, options.has('crlf') ? '\r\n' : '\n', first);
  const unreadable = [...options].find(option => option.startsWith('unreadable: '));
  const problem = unreadable?.slice('unreadable: '.length) ?? null;
  let text: string | null = textOfLines(taken.lines, options);
  if (text.includes(CURSOR) && taken.markers.length > 0)
    throw new Error('a note with a cursor cannot have markers');
  for (let offset = text.indexOf(CURSOR); offset >= 0; offset = text.indexOf(CURSOR)) {
    cursors.push({ path, offset });
    text = text.slice(0, offset) + text.slice(offset + CURSOR.length);
  }
  if (problem !== null || !isNotePath(path)) {
    if (taken.lines.length > 0) throw new Error(`${path} cannot have text here`);
    text = null;
  }
  return { path, text, problem, markers: taken.markers, options };
}
