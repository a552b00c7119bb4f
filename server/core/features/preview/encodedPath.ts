/** Paths as the links of a preview have them: relative to the note that is shown, and percent-encoded. */
import { relativePath } from '../../vault/relativePath';

/** From a folder to a file. Begins with `./` or `../`, so that no name is ever read as the scheme of an address. */
export function encodedPath(folder: string, to: string): string {
  const path = relativePath(folder, to).split('/').map(encoded).join('/');
  return /^\.{1,2}\//u.test(path) ? path : `./${path}`;
}

/** A lone surrogate has no encoding in UTF-8. */
export function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
