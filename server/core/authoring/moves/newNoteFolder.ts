/** The folders in which a new note of a type can stand, and the one that is surely meant. */
import type { NoteType } from '../../schema/NoteType';
import type { FolderWords } from '../../schema/Schema';
import { textOf } from '../../text/frontmatter';
import { nameFault } from '../../vault/fileName';
import { folderOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import type { Author } from './Author';

export interface NewNoteFolders {
  /** Where nothing has to be asked; `null` where the author has to choose one. */
  readonly sure: string | null;
  /** The likeliest first. */
  readonly all: readonly string[];
}

/** Among more nobody would look for a folder. */
const MOST_WORDS = 100;
const PLACE = /<(domain|agent)>/u;

/** Folders that the schema gives to the type, with the words of the author's note, or else any that the vault has. */
export function newNoteFolders(author: Author, type: NoteType): NewNoteFolders {
  const { vault, path } = author;
  const own = path === null ? null : folderOf(path);
  const described = type.folders.filter(each => fits(each, own ?? ''));
  const words = wordsOf(author);
  const { agent } = vault.config.schema.wordsOfFolder(own ?? '');
  // Raw material begins in its queue, and who the author says to be has folders of their own.
  const stays = described.some(each => PLACE.test(each)) && (!agent || agent === words.agent);
  const here = own !== null && stays ? [own] : [];
  const filled = type.folders.flatMap(each => withWords(vault, each, words));
  const there = filled.filter(each => vault.tree.isFolder(each));
  const any = type.folders.flatMap(each => withAnyWords(vault, each));
  const all = [...new Set([...here, ...there, ...filled, ...any])];
  const [first] = here.length > 0 ? here : there.length > 0 ? there : filled;
  return { sure: first ?? (all.length === 1 ? (all[0] ?? null) : null), all };
}

/** Whether a word can be a folder's name: whatever is said in settings and notes, none of it may lead elsewhere. */
export function isFolderName(word: string): boolean {
  return nameFault(word) === null;
}

/** The domain and the agent of the author's note; who the author says to be comes first. */
export function wordsOf({ vault, path, agent }: Author): FolderWords {
  const { schema } = vault.config;
  const words: { domain?: string; agent?: string } =
    path === null ? {} : { ...schema.wordsOfFolder(folderOf(path)) };
  for (const kind of ['domain', 'agent'] as const) {
    const said = path === null ? undefined : textOf(vault.note(path)?.frontmatter ?? null, kind);
    if (words[kind] === undefined && said && vault.vocabulary.knows(kind, said.trim()))
      words[kind] = said.trim();
  }
  return agent === null ? words : { ...words, agent };
}

function fits(described: string, folder: string): boolean {
  const [wanted, parts] = [described.split('/'), folder.split('/')];
  return (
    parts.length >= wanted.length &&
    wanted.every((each, index) => PLACE.test(each) || each === parts[index])
  );
}

/** Words that the vault has only one of are known as well. */
function withWords(vault: Vault, described: string, words: FolderWords): string[] {
  const parts = described.split('/').map(part => {
    const kind = PLACE.exec(part)?.[1] as keyof FolderWords | undefined;
    if (kind === undefined) return part;
    const [only, more] = words[kind] === undefined ? vault.vocabulary.known(kind) : [words[kind]];
    return more === undefined && only !== undefined && isFolderName(only) ? only : undefined;
  });
  return parts.includes(undefined) ? [] : [parts.join('/')];
}

function withAnyWords(vault: Vault, described: string): string[] {
  const kind = PLACE.exec(described)?.[1] as keyof FolderWords | undefined;
  if (kind === undefined) return [described];
  const words = vault.vocabulary.known(kind).slice(0, MOST_WORDS).filter(isFolderName);
  return words.flatMap(word => withAnyWords(vault, described.replace(`<${kind}>`, word)));
}
