/** Whether two paths are one and the same file to macOS and Windows, which ignore case and Unicode's normal form. */
export function samePlace(a: string, b: string): boolean {
  return a === b || foldPath(a) === foldPath(b);
}

function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
