/** The notes that a link leads to whose target is typed and the rest is not. */
import type { LinkForm } from '../../text/links';
import type { Note } from '../../text/parseNote';
import { resolve, resolveDestination } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';

/** More notes of one name are not looked at. */
const MOST = 10;

/** Several where it is ambiguous, none where it leads nowhere or to no note. `written` is empty inside the own note. */
export function halfTargets(
  vault: Vault,
  written: string,
  path: string,
  form: LinkForm,
): readonly Note[] {
  const resolution = (form === 'markdown' ? resolveDestination : resolve)(vault, written, path);
  if (resolution.kind === 'missing') return [];
  const paths = resolution.kind === 'ambiguous' ? resolution.paths : [resolution.path];
  return paths
    .slice(0, MOST)
    .map(each => vault.note(each))
    .filter(note => note !== undefined);
}
