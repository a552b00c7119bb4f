/** A link that leads to no note. */
import type { Schema } from '../schema/Schema';
import type { Link } from '../text/links';
import { retarget } from '../text/yamlText';
import { canonicalTarget } from '../vault/canonical';
import { folderOf, isNotePath, slugOf, withoutExtension } from '../vault/names';
import { displayTitle } from '../vault/noteNames';
import { PREFIX_LENGTH } from '../vault/resolve';
import { newNote } from './newNote';
import { removedEntry } from './removedEntry';
import type { Fix, Place, Rule } from './rule';

export const linkMissing: Rule = {
  code: 'link/missing',
  severity: 'error',
  summary:
    'A link to a note that does not exist; a warning for a plain string in a relation field.',
  docs:
    'The target is neither a file name nor a path in the vault, nor the title, slug or opening of one. Mostly the note was renamed, ' +
    'or it was never written. In a relation field a plain sentence may be evidence in words, so only what looks like a file name is reported there.',
  check(place) {
    return broken(place).map(link => ({
      span: link.target.span,
      message: message(place, link),
      ...(link.form === 'plain' ? { severity: 'warning' as const } : {}),
    }));
  },
  fix(place, finding) {
    const { vault, path } = place;
    const link = broken(place).find(each => each.target.span.start === finding.span.start);
    if (link === undefined) return [];
    const fixes: Fix[] = vault
      .alike(link.target.written)
      .filter(id => id !== path)
      .map(id => {
        const target = canonicalTarget(vault, id, path);
        const note = vault.note(id);
        const title = note === undefined || target.includes('/') ? target : displayTitle(note);
        return {
          title: `Link to “${shortened(title)}”`,
          safe: false,
          edits: [retarget(link, target)],
        };
      });
    const created = newNote(place, link);
    if (created !== null) fixes.push(created);
    const removal = link.field === null ? null : removedEntry(place.text, link);
    if (removal !== null) fixes.push({ title: 'Remove this entry', safe: false, edits: [removal] });
    if (link.field === null && !link.embed) {
      const text = link.alias ?? link.target.written;
      fixes.push({
        title: 'Remove the link, keep the text',
        safe: false,
        edits: [{ span: link.span, newText: text }],
      });
    }
    return fixes;
  },
};

function broken({ links, vault }: Place): Link[] {
  return links
    .filter(
      ({ link, resolution }) =>
        resolution.kind === 'missing' && meansNote(link, vault.config.schema),
    )
    .map(({ link }) => link);
}

const ATTACHMENT = /\.(?:png|jpe?g|gif|svg|webp|avif|pdf|mp[34]|mov|wav|canvas|base|csv)$/iu;

function message({ vault }: Place, link: Link): string {
  const { written } = link.target;
  const slug = slugOf(withoutExtension(written));
  const long = slug.length >= PREFIX_LENGTH && !written.includes('/');
  const several = long ? vault.notesWithSlugPrefix(slug).map(folderOf).sort() : [];
  if (several.length < 2) {
    return `No ${ATTACHMENT.test(written) ? 'file' : 'note'} is named “${shortened(written)}”.`;
  }
  const folders = several.map(folder => (folder === '' ? 'the root' : `“${folder}”`));
  return `“${shortened(written)}” is no file name, and ${several.length} notes begin like it, in ${folders.join(' and ')}.`;
}

/** A string in a relation field is a link if it is written like a file name, or stands where only notes belong. */
function meansNote(link: Link, schema: Schema): boolean {
  // A template's placeholder is filled in later.
  if (/\{\{|<%/u.test(link.target.written)) return false;
  if (link.form === 'wiki' || link.field === null) return true;
  const { written } = link.target;
  if (isNotePath(written)) return !written.includes('://');
  const slug = slugOf(written);
  if (written === slug && slug.split('-').length > 3) return true;
  return (
    !schema.allowsProse(link.field) && written.split(/\s+/u).length > 3 && folderOf(written) === ''
  );
}

export function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
