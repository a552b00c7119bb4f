/** What an author typed or copied, as one line. */

/** Without line ends and doubled blanks, as titles and reasons are. */
export function oneLine(written: string): string {
  return written.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
