/** Random edits of a vault of real notes, as people and agents make them; the same seed makes the same edits. */
import { isNotePath, nameOf, slugOf } from '../../server/core/vault/names';
import type { Change } from '../../server/core/vault/Vault';
import { random } from '../bench/titles';

export interface VaultEdit {
  /** What sort of edit it is, for the statistics. */
  readonly kind: keyof typeof kinds;
  readonly changes: readonly Change[];
}

type Files = ReadonlyMap<string, Change>;
type Note = { readonly path: string; readonly text: string };

const WORDS = [
  'bread',
  ' and ',
  'the',
  '\n\n',
  '. ',
  '🧪',
  'naïve',
  '- ',
  '> ',
  '`',
  '[[',
  ']]',
  '```\n',
  '\n## Part\n',
  ' ^id\n',
];

const WORD_KEYS = ['domain', 'domains', 'secondary_domains', 'agent', 'tracked_by'];

/** How often each kind comes. */
const kinds = {
  word: 40,
  cut: 14,
  replace: 14,
  link: 16,
  field: 10,
  title: 6,
  rename: 7,
  remove: 5,
  restore: 5,
  unreadable: 2,
  file: 2,
} as const;

export class VaultEdits {
  private readonly next: () => number;
  private readonly removed: Note[] = [];

  constructor(seed: number) {
    this.next = random(seed);
  }

  edit(files: Files): VaultEdit {
    const total = Object.values(kinds).reduce((sum, each) => sum + each, 0);
    let at = this.next() * total;
    for (const [kind, weight] of Object.entries(kinds) as [VaultEdit['kind'], number][]) {
      at -= weight;
      if (at < 0) return { kind, changes: this.changes(kind, files) };
    }
    return { kind: 'word', changes: [] };
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  private changes(kind: VaultEdit['kind'], files: Files): Change[] {
    const note = this.note(files);
    const { path, text } = note;
    const set = (edited: string): Change[] => [{ kind: 'set', path, text: edited }];
    const at = Math.floor(this.next() * (text.length + 1));
    const width = 1 + Math.floor(this.next() * 40);
    const splice = (start: number, end: number, inserted: string) =>
      set(text.slice(0, start) + inserted + text.slice(end));
    switch (kind) {
      case 'word':
        return splice(at, at, this.pick(WORDS.slice(0, 7)) ?? '');
      case 'cut':
        return splice(at, at + width, '');
      case 'replace':
        return splice(at, at + width, this.pick(WORDS) ?? '');
      case 'link': {
        const links = [...text.matchAll(/\[\[[^\]\n]*\]\]/gu)];
        const link = this.pick(links);
        const start = link?.index ?? at;
        return splice(start, start + (link?.[0].length ?? 0), `[[${this.target(files)}]]`);
      }
      case 'field': {
        const lines = [...text.slice(0, 2000).matchAll(/^[a-z_]+:.*$/gmu)];
        const line = this.pick(lines);
        const [start, end] =
          line === undefined ? [0, 0] : [line.index, line.index + line[0].length];
        return splice(start, end, this.field(files));
      }
      case 'title': {
        const title = /^(?:title: .*|# .*)$/mu.exec(text);
        const start = title?.index ?? text.length;
        const named = `${title?.[0].startsWith('title') ? 'title: ' : '# '}${this.target(files)}`;
        return splice(start, start + (title?.[0].length ?? 0), named);
      }
      case 'rename':
        this.removed.push(note);
        return [
          { kind: 'remove', path },
          { kind: 'set', path: this.newPath(files, path), text },
        ];
      case 'remove':
        this.removed.push(note);
        return [{ kind: 'remove', path }];
      case 'restore': {
        const back = this.pick(this.removed);
        return back === undefined ? [] : [{ kind: 'set', ...back }];
      }
      case 'unreadable':
        this.removed.push(note);
        return [{ kind: 'set', path, text: null, problem: 'This note is not UTF-8.' }];
      case 'file': {
        const file = `assets/${this.pick(['a.png', 'b.pdf', 'A.png', '_map.canvas'])}`;
        return [
          files.has(file)
            ? { kind: 'remove', path: file }
            : { kind: 'set', path: file, text: null },
        ];
      }
    }
  }

  private note(files: Files): Note {
    const all = [...files.values()];
    for (;;) {
      const file = this.pick(all);
      if (file?.kind === 'set' && file.text !== null) return { path: file.path, text: file.text };
    }
  }

  /** A note's name, as it is or in a form that is more or less like it. */
  private target(files: Files): string {
    const { path, text } = this.note(files);
    const name = nameOf(path);
    const title = /^(?:title: |# )"?(.*?)"?$/mu.exec(text)?.[1] ?? name;
    const forms = [
      name,
      name,
      name.toUpperCase(),
      slugOf(name),
      name.slice(0, 10 + this.next() * 60),
    ];
    const others = [
      title,
      path,
      `../${name}`,
      `${name}.md`,
      `${name}#Part|shown`,
      'nowhere',
      'a.png',
      `${name}#${this.part(text)}`,
      `${name}#^id`,
    ];
    return this.pick([...forms, ...others]) ?? name;
  }

  /** A heading of the note, if it has one. */
  private part(text: string): string {
    const headings = [...text.matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) => heading);
    return this.pick(headings) ?? 'Part';
  }

  private field(files: Files): string {
    const values = [
      'type: claim',
      'type: musing',
      'type: source',
      'type: clam',
      'confidence: likley',
      'created: 2026-02-30',
      'type: entity',
      'status: processed',
      '---',
      '',
    ];
    const words = WORD_KEYS.map(key => `${key}: ${this.ownWord(files)}`);
    const relations = ['supports', 'depends_on', 'depends_on'].map(
      key =>
        `${key}: [${JSON.stringify(this.target(files))}, ${JSON.stringify(this.target(files))}]`,
    );
    return (
      this.pick([
        ...values,
        ...words,
        ...relations,
        `aliases: [${JSON.stringify(this.target(files))}]`,
      ]) ?? ''
    );
  }

  /** The name of a folder, which may be a domain or an agent, as it is or with a slip. */
  private ownWord(files: Files): string {
    const parts = this.note(files).path.split('/');
    const word = parts.at(-2) ?? 'food';
    return (
      this.pick([word, word.slice(1), `${word}s`, word.toUpperCase(), `[${word}, x${word}]`]) ??
      word
    );
  }

  private newPath(files: Files, path: string): string {
    const name = nameOf(path);
    const other = nameOf(this.note(files).path);
    const folders = [...files.keys()]
      .filter(isNotePath)
      .map(each => each.slice(0, each.lastIndexOf('/') + 1));
    const names = [
      name,
      other,
      name.toUpperCase(),
      slugOf(name) || name,
      `${other} and more`,
      'bread',
    ];
    const known = this.pick(folders) ?? '';
    // Now and then a folder that is new, a slip away from one that is there.
    const folder = this.next() < 0.2 && known !== '' ? known.replace(/\/$/u, 's/') : known;
    return `${folder}${this.pick(names) ?? name}.md`;
  }
}
