/** A file name that Windows cannot hold, or that links cannot. */
import { nameFault } from '../../vault/fileName';
import { nameOf } from '../../vault/names';
import type { Place, Rule } from '../rule';
import { shorterName } from './shorterName';
import { titleSpan } from './titleSpan';

export const fileName: Rule = {
  code: 'file/name',
  severity: 'warning',
  alone: true,
  summary: 'A file name that Windows or links cannot hold.',
  docs:
    'Windows forbids `\\ : * ? " < > |` and names such as `con`, so a clone of the vault fails there. The marks `# ^ [ ] |` mean something ' +
    'inside a wiki link, so Obsidian cannot link to such a note. The fix gives the file a name without them; the title keeps every mark.',
  check(place) {
    const fault = faultOf(place);
    return fault === null ? [] : [{ span: titleSpan(place.note), message: fault }];
  },
  fix(place) {
    const fix = shorterName(place, 'Rename the file, keep the title');
    return fix === null ? [] : [fix];
  },
};

/** A dot in front of the extension does no harm in a file that is there. */
function faultOf({ path }: Place): string | null {
  return nameFault(nameOf(path).replace(/(?<=[^. ])\.+$/u, ''));
}
