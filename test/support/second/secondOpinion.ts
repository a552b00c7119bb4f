/** A whole vault read a second time, straight from the rules and without the product's code: every link, and what it leads to. */
import { linksOfBody, moved, readingOf, type Tree } from './bodyLinks';
import { matterOf } from './frontmatterLinks';
import { type Outcome, type SecondFile, SecondVault } from './resolveSecond';
import type { SecondLink } from './secondLink';

export interface SecondNote {
  readonly links: readonly SecondLink[];
  readonly names: readonly string[];
}

/** One note by itself. */
export function secondNote(text: string, relations: ReadonlySet<string>): SecondNote {
  const matter = matterOf(text, relations);
  const body = text.slice(matter.body);
  const reading = readingOf(body);
  const links = linksOfBody(body, reading).map(link => moved(link, matter.body));
  return {
    links: [...matter.links, ...links],
    names: [...matter.names, ...firstHeading(body, reading.tree)],
  };
}

/** Links of each note by its path, each with its outcome. `null` for files that are no notes. */
export function secondOpinion(
  texts: ReadonlyMap<string, string | null>,
  relations: ReadonlySet<string>,
): Map<string, readonly (readonly [SecondLink, Outcome])[]> {
  const notes = new Map<string, SecondNote>();
  const files: SecondFile[] = [];
  for (const [path, text] of texts) {
    const isNote = /\.(?:md|markdown)$/iu.test(path);
    const note = isNote && text !== null ? secondNote(text, relations) : { links: [], names: [] };
    if (isNote) notes.set(path, note);
    files.push({ path, isNote, names: note.names });
  }
  const vault = new SecondVault(files);
  return new Map(
    [...notes].map(([path, { links }]) => [
      path,
      links.map(link => [link, vault.resolve(link, path)] as const),
    ]),
  );
}

/** The text of the first heading as it is written, where it is of level one. */
function firstHeading(body: string, tree: Tree): string[] {
  const first = headings(tree).next().value;
  if (first?.depth !== 1) return [];
  const raw = body.slice(first.position?.start.offset, first.position?.end.offset);
  const text = raw.startsWith('#')
    ? raw.replace(/^#[ \t]*/u, '').replace(/(?:^|[ \t]+)#+[ \t]*$/u, '')
    : raw.replace(/\r?\n[^\n]*$/u, '');
  return text.trim() === '' ? [] : [text.trim()];
}

function* headings(node: Tree): Generator<Tree, undefined> {
  if (node.type === 'heading') yield node;
  for (const child of node.children ?? []) yield* headings(child);
}
