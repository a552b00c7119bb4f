/** Files by the names they have, and notes by the names that their links say: what links are resolved and found by. */
import type { Entry } from './entry';
import { baseOf, foldName, isNotePath, nameOf, ownCopy } from './names';
import { PathSets } from './PathSets';
import type { NameIndex } from './resolve';
import { SlugIndex } from './SlugIndex';
import { UnresolvedNames } from './UnresolvedNames';

export class NameIndexes implements NameIndex {
  /** Notes by their folded file name. */
  readonly stems = new PathSets();
  /** Files by the slugs of their names. */
  readonly names = new SlugIndex();
  /** Notes by the slugs of what their links name. */
  readonly mentions = new SlugIndex();
  /** The same of links to a heading or block. */
  readonly fragments = new SlugIndex();
  /** What is linked to and not written yet. */
  readonly unresolved = new UnresolvedNames(this.names, this.mentions);
  private readonly attachments = new PathSets();
  private readonly titles = new PathSets();

  add(path: string, entry: Entry): void {
    this.change(path, entry, 'add');
  }

  remove(path: string, entry: Entry): void {
    this.change(path, entry, 'remove');
  }

  notesNamed(key: string): readonly string[] {
    return this.stems.get(key);
  }

  filesNamed(key: string): readonly string[] {
    return this.attachments.get(key);
  }

  notesTitled(key: string): readonly string[] {
    return this.titles.get(key);
  }

  notesWithSlug(slug: string): readonly string[] {
    return this.names.exact(slug).filter(isNotePath);
  }

  notesWithSlugPrefix(prefix: string): readonly string[] {
    return this.names.startingWith(prefix).filter(isNotePath);
  }

  private change(path: string, entry: Entry, step: 'add' | 'remove'): void {
    const stem = entry.note === null ? null : foldName(nameOf(path));
    if (stem === null) this.attachments[step](foldName(baseOf(path)), path);
    else this.stems[step](stem, path);
    for (const title of entry.titles) this.changeTitle(foldName(title), stem, path, step);
    for (const slug of entry.slugs) {
      this.names[step](slug, path, this.mentions);
      this.unresolved.nameChanged(slug);
    }
    for (const slug of entry.mentions) {
      this.mentions[step](slug, path, this.names);
      this.unresolved.mentionChanged(slug);
    }
    for (const slug of entry.fragments) this.fragments[step](slug, path, this.mentions);
  }

  private changeTitle(title: string, stem: string | null, path: string, step: 'add' | 'remove') {
    if (step === 'remove') this.titles.remove(title, path);
    else if (!this.titles.addToKnown(title, path))
      this.titles.addNew(title === stem ? stem : ownCopy(title), path);
  }
}
