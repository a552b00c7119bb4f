/** The shortest target that leads to a note and to no other: its file name, else the unique end of its path. */
import { withoutExtension } from './names';
import { type NameIndex, resolve } from './resolve';

export function canonicalTarget(index: NameIndex, path: string, from: string): string {
  const whole = withoutExtension(path);
  const segments = whole.split('/');
  for (let count = 1; count < segments.length; count++) {
    const target = segments.slice(-count).join('/');
    const resolution = resolve(index, target, from);
    if (resolution.kind === 'found' && resolution.path === path) return target;
  }
  return whole;
}
