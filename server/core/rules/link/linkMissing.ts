/** A link that leads to no note. */
import type { Schema } from '../../schema/Schema';
import type { Link } from '../../text/links';
import { retarget } from '../../text/yamlText';
import { folderOf, isNotePath, slugOf, withoutExtension } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import { joinPath, PREFIX_LENGTH } from '../../vault/resolve';
import { repairTarget } from '../repair/repairTarget';
import type { Fix, Place, Rule } from '../rule';
import { linkFound } from './linkFound';
import { meantFiles } from './meantNotes';
import { newNotes } from './newNote';
import { removedEntry } from './removedEntry';
import { shortened } from './shortened';
import { unlinked } from './unlinked';

export const linkMissing: Rule = {
  code: 'link/missing',
  severity: 'error',
  asks: true,
  summary:
    'A link to a note that does not exist; a warning for a plain string in a relation field.',
  docs:
    'The target is neither a file name nor a path in the vault, nor the title, slug or opening of one. Mostly the note was renamed, ' +
    'or it was never written. In a relation field a plain sentence may be evidence in words, so only what looks like a file name is reported there; ' +
    'of Markdown links only those to notes and other files that a vault holds.',
  check(place) {
    return broken(place).map(link => ({
      span: link.target.span,
      message: message(place, link),
      ...(link.form === 'plain' ? { severity: 'warning' as const } : {}),
    }));
  },
  fix(place, finding) {
    const { vault, path } = place;
    const link = linkFound(place, finding)?.link;
    if (link === undefined) return [];
    const fixes: Fix[] = meantFiles(vault, link, path).map(id => {
      const target = repairTarget(vault, link, id, path);
      const note = vault.note(id);
      const title = note === undefined || target.includes('/') ? target : displayTitle(note);
      return {
        title: `Link to “${shortened(title)}”`,
        safe: false,
        edits: [retarget(link, target)],
      };
    });
    fixes.push(...newNotes(place, link));
    const removal = link.field === null ? null : removedEntry(place.text, link);
    if (removal !== null) fixes.push({ title: 'Remove this entry', safe: false, edits: [removal] });
    const bare = unlinked(link);
    if (bare !== null)
      fixes.push({ title: 'Remove the link, keep the text', safe: false, edits: [bare] });
    return fixes;
  },
};

function broken(place: Place): Link[] {
  return place.links
    .filter(({ link, resolution }) => resolution.kind === 'missing' && meansFile(place, link))
    .map(({ link }) => link);
}

const ATTACHMENT = /\.(?:png|jpe?g|gif|svg|webp|avif|pdf|mp[34]|mov|wav|canvas|base|csv)$/iu;

function message({ vault, type }: Place, link: Link): string {
  const { written } = link.target;
  const slug = slugOf(withoutExtension(written));
  const long = slug.length >= PREFIX_LENGTH && !written.includes('/');
  const several = long ? vault.notesWithSlugPrefix(slug).map(folderOf).sort() : [];
  if (several.length < 2) {
    const made =
      link.field !== null &&
      vault.config.schema.edge(type?.name ?? null, link.field) === 'extracted';
    const what = ATTACHMENT.test(written) ? 'file' : 'note';
    return `No ${what} is named “${shortened(written)}”${made ? ', though this source says that it yielded it' : ''}.`;
  }
  const folders = several.map(folder => (folder === '' ? 'the root' : `“${folder}”`));
  return `“${shortened(written)}” is no file name, and ${several.length} notes begin like it, in ${folders.join(' and ')}.`;
}

function meansFile({ path, vault }: Place, link: Link): boolean {
  const { written } = link.target;
  // A template's placeholder is filled in later.
  if (/\{\{|<%/u.test(written)) return false;
  if (link.form === 'markdown') return isInVault(path, written);
  return link.form === 'wiki' || link.field === null || meansNote(link, vault.config.schema);
}

/** Websites and programs have paths of their own, and hidden folders are not read. */
function isInVault(from: string, written: string): boolean {
  if (!isNotePath(written) && !ATTACHMENT.test(written)) return false;
  const path = joinPath(written.startsWith('/') ? '' : folderOf(from), written);
  return path !== null && !path.split('/').some(part => part.startsWith('.'));
}

/** A string in a relation field is a link if it is written like a file name, or stands where only notes belong. */
function meansNote({ target: { written }, field }: Link, schema: Schema): boolean {
  if (isNotePath(written)) return !written.includes('://');
  const slug = slugOf(written);
  if (written === slug && slug.split('-').length > 3) return true;
  const isSentence = written.split(/\s+/u).length > 3 && folderOf(written) === '';
  return field !== null && isSentence && !schema.allowsProse(field);
}
