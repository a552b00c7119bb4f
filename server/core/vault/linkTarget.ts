/** The targets by which a link may lead to a file, those most like what its author wrote first. */
import type { Link } from '../text/links';
import { canonicalTarget } from './canonical';
import { exactName, folderOf, isNotePath, nameOf, slugOf, withoutExtension } from './names';
import { relativePath } from './relativePath';
import type { FoundHow, NameIndex, NearHow } from './resolve';

/** None of them is checked: a name may belong to several notes. `how` is how the link led to its note before. */
export function targetsLike(
  index: NameIndex,
  link: Link,
  how: FoundHow | NearHow,
  path: string,
  from: string,
): string[] {
  const { written } = link.target;
  const whole = isNotePath(written) ? path : withoutExtension(path);
  const relative = relativePath(folderOf(from), whole);
  const near = relative.startsWith('../') ? relative : `./${relative}`;
  const rooted = `/${whole}`;
  const last = whole.slice(whole.lastIndexOf('/') + 1);
  const likeWritten = written.startsWith('/')
    ? [rooted]
    : /^\.{1,2}\//u.test(written)
      ? [near]
      : link.form === 'markdown' && how === 'relative'
        ? [relative]
        : how === 'path' && written.includes('/')
          ? [whole]
          : written.includes('/')
            ? suffixes(whole, written.split('/').length)
            : how === 'slug' && written === slugOf(written)
              ? [slugOf(nameOf(path)), last]
              : [last];
  const any =
    link.form === 'markdown'
      ? [relative, near, rooted]
      : [canonicalTarget(index, path, from), whole, rooted];
  return [...new Set([...likeWritten, ...any])];
}

/** Ends of a path with as many parts as were written, then with more. */
function suffixes(path: string, count: number): string[] {
  const parts = path.split('/');
  const longer = parts.map((_, index) => parts.slice(index).join('/')).reverse();
  return longer.slice(Math.min(count, parts.length) - 1);
}

/** Whether a target is written just as the path it leads to, as far as it names it. */
export function isExact(written: string, path: string): boolean {
  const ending = (each: string) => (isNotePath(each) ? /\.\w+$/u.exec(each)?.[0] : undefined);
  if (isNotePath(written) && ending(written) !== ending(path)) return false;
  const parts = (each: string) => exactName(withoutExtension(each)).split('/');
  const there = parts(path).reverse();
  return parts(written.replace(/\\/gu, '/'))
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .reverse()
    .every((part, index) => part.trim() === there[index]?.trim());
}
