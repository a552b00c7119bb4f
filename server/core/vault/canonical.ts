/** The shortest target that leads to a note and to no other: its file name, else the unique end of its path. */
import { baseOf, foldName, isNotePath, withoutExtension } from './names';
import { type NameIndex, resolve } from './resolve';

export function canonicalTarget(index: NameIndex, path: string, from: string): string {
  const whole = withoutExtension(path);
  const segments = whole.split('/');
  // Other tools do not know that the note's own folder comes first, so a name that stands twice is not enough.
  const key = foldName(baseOf(whole));
  const shared = (isNotePath(path) ? index.notesNamed(key) : index.filesNamed(key)).length > 1;
  for (let count = shared ? 2 : 1; count < segments.length; count++) {
    const target = segments.slice(-count).join('/');
    const resolution = resolve(index, target, from);
    if (resolution.kind === 'found' && resolution.path === path) return target;
  }
  return whole;
}
