/** The inputs of the group: what each note holds, and what has to be said of it. */
export interface Strange {
  readonly input: string;
  readonly content: string | Uint8Array;
  /** What an editor shows where it is no UTF-8, or what only an editor can hold. */
  readonly shown?: string;
  readonly path?: string;
  /** Errors and warnings that have to be among those reported. */
  readonly codes?: readonly string[];
  /** How its links resolve, in their order. */
  readonly links?: string;
}

const LINKS = '[[there]] [[not there]]\n';
const head = (yaml: string) => `---\ntype: source\n${yaml}---\n`;
const note = `${head('title: a note\n')}${LINKS}`;
const READ = { links: 'found missing', codes: ['link/missing'] };
const UNREADABLE = { codes: ['note/unreadable'], links: '' };

const utf16 = Buffer.from(note, 'utf16le');
const utf32 = Buffer.from([...note].flatMap(each => [each.charCodeAt(0), 0, 0, 0]));

/** What stands in the prototype of every object, or leads to it. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

const ESCAPES = '\u001b[2J\u001b]0;owned\u0007\u001b[31m\u009b2J\r\b';
const COMMANDS = '::error file=a.md::owned %0A::stop-commands::x';

export const strange: readonly Strange[] = [
  { input: 'NUL bytes', content: note.replace('a note', 'a\0note'), ...UNREADABLE },
  { input: 'UTF-16 LE', content: utf16, ...UNREADABLE },
  {
    input: 'UTF-16 LE with its mark',
    content: Buffer.from(`\ufeff${note}`, 'utf16le'),
    ...UNREADABLE,
  },
  { input: 'UTF-16 BE', content: Buffer.from(utf16).swap16(), ...UNREADABLE },
  {
    input: 'UTF-16 BE with its mark',
    content: Buffer.from(`\ufeff${note}`, 'utf16le').swap16(),
    ...UNREADABLE,
  },
  { input: 'UTF-32', content: utf32, ...UNREADABLE },
  { input: 'Latin-1', content: Buffer.from(`café ${note}`, 'latin1'), shown: note, ...UNREADABLE },
  {
    input: 'bytes that end in the middle of a character',
    content: Buffer.from([0x61, 0xe2, 0x82]),
    ...UNREADABLE,
  },
  { input: 'a surrogate in UTF-8', content: Buffer.from([0x61, 0xed, 0xa0, 0x80]), ...UNREADABLE },
  {
    input: 'lone surrogates, in an editor',
    content: note,
    shown: `\ud800${note}\udfff[[a\ud800]]`,
    ...READ,
  },
  { input: 'NUL in an editor', content: note, shown: note.replace('a note', 'a\0note\0'), ...READ },
  { input: 'Windows line ends', content: note.replaceAll('\n', '\r\n'), ...READ },
  { input: 'mixed line ends', content: note.replace('\n', '\r\n'), ...READ },
  { input: 'carriage returns alone', content: note.replaceAll('\n', '\r') },
  {
    input: 'U+2028, U+2029 and U+0085',
    content: `${note}a\u2028b\u2029c\u0085d [[there]]`,
    links: 'found missing found',
  },
  { input: 'U+2028 in front matter', content: `${head('title: a\u2028b\n')}${LINKS}`, ...READ },
  { input: 'a byte-order mark', content: `\ufeff${note}`, ...READ },
  { input: 'a byte-order mark twice', content: `\ufeff\ufeff${note}`, links: 'found missing' },
  {
    input: 'a byte-order mark in the middle',
    content: note.replace(LINKS, `\ufeff${LINKS}`),
    ...READ,
  },
  {
    input: 'names of every object as keys',
    content: `${head(NAMES.map(each => `${each}: { polluted: 1 }\n`).join(''))}${LINKS}`,
    ...READ,
  },
  {
    input: 'names of every object as values',
    content: `---\ntype: constructor\nconfidence: __proto__\ndomain: toString\nstatus: valueOf\npriority: hasOwnProperty\nformat: prototype\n---\n${LINKS}`,
    ...READ,
  },
  {
    input: 'names of every object as values of a claim',
    content: `---\ntype: claim\nconfidence: constructor\ndomain: __proto__\nsupports: [${NAMES.join(', ')}]\ncreated: toString\n---\n`,
    codes: ['frontmatter/invalid-value'],
  },
  {
    input: 'names of every object as titles, aliases and tags',
    content: `${head(`title: __proto__\naliases: [${NAMES.join(', ')}]\ntags: [${NAMES.join(', ')}]\n`)}${LINKS}`,
    ...READ,
  },
  {
    input: 'names of every object as targets',
    content: NAMES.map(
      each => `[[${each}#${each}|${each}]] [[${each}/${each}]] [a](${each}.md)\n\n`,
    ).join(''),
  },
  {
    input: 'a note called `__proto__` in a domain called `constructor`',
    content: `---\ntype: claim\ndomain: constructor\n---\n${LINKS}`,
    path: 'domains/constructor/__proto__.md',
    ...READ,
  },
  {
    input: 'names of every object in `.claimwright.yaml`',
    content: `domains: [${NAMES.join(', ')}]\nagents: [constructor]\nseverity: { __proto__: off, constructor: off, toString: error }\ntypes:\n  __proto__: { folders: [a] }\n  constructor:\n    fields: { __proto__: {}, toString: { kind: relation }, hasOwnProperty: { words: [a] } }\n__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n`,
    path: '.claimwright.yaml',
    codes: ['config/invalid'],
  },
  {
    input: 'marks that turn the direction of text',
    content: `${head('title: "a \u202egpj.exe\u202c\u2066x\u2069"\n')}[[not \u202ethere\u202c]] [[the\u200bre]]\n`,
    links: 'missing missing',
  },
  {
    input: 'characters of no width',
    content: `${head('title: "\u200b\u200c\u200d\u2060"\n')}[[\u200b]] [[there\u2060]]\n`,
  },
  {
    input: 'escape sequences in a text',
    content: `${head(`title: a\nstatus: "x\\e[2J\\e]0;owned\\a"\n`)}[[not${ESCAPES}there]]\n`,
    codes: ['link/missing'],
  },
  {
    input: 'escape sequences in keys and values',
    content: `${head(`"k\\e[2J": a\nstatus: "${'\\x1b'}[31mred"\n`)}`,
  },
  {
    input: 'commands for the log of a workflow',
    content: `${head(`status: "${COMMANDS}"\n`)}[[${COMMANDS}]]\n\n${COMMANDS}\n`,
    codes: ['link/missing'],
  },
  {
    input: 'a line end in a value, before a command',
    content: `${head(`status: "a\\n::error::owned\\r\\n::add-mask::x"\n`)}`,
    codes: ['frontmatter/invalid-value'],
  },
];
