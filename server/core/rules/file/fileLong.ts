/** A file name that is too long for some systems, or for nearly all. */
import { MAX_BYTES, PORTABLE_BYTES } from '../../vault/fileName';
import { baseOf, byteLength } from '../../vault/names';
import type { Rule } from '../rule';
import { shorterName } from './shorterName';
import { titleSpan } from './titleSpan';

export const fileLong: Rule = {
  code: 'file/long',
  severity: 'hint',
  alone: true,
  summary: `A file name longer than ${PORTABLE_BYTES} bytes; an error from ${MAX_BYTES + 1} bytes on.`,
  docs:
    `Most file systems hold names of ${MAX_BYTES} bytes, encrypted ones (eCryptfs, some network drives) ${PORTABLE_BYTES}, and a letter outside ASCII takes two ` +
    'bytes or more. A sentence fits as a rule. The fix gives the file the opening of the sentence as its name and keeps the whole as its title. ' +
    'Set `severity: { file/long: warning }` in a vault that has to live on such systems.',
  check({ path, note }) {
    const bytes = byteLength(baseOf(path));
    if (bytes <= PORTABLE_BYTES) return [];
    const works = bytes <= MAX_BYTES;
    const message = works
      ? `This file name has ${bytes} bytes; encrypted file systems hold ${PORTABLE_BYTES}.`
      : `This file name has ${bytes} bytes; most file systems hold ${MAX_BYTES}.`;
    return [{ span: titleSpan(note), message, ...(works ? {} : { severity: 'error' as const }) }];
  },
  fix(place) {
    const fix = shorterName(place, 'Shorten the file name, keep the title');
    return fix === null ? [] : [fix];
  },
};
