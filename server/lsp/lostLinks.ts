/** Tells of links that a rename cannot keep. */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Arrangement } from '../core/authoring/edits/rearrange';
import type { OpenVault } from './OpenVault';
import { unlinked } from './protocol';

/** Characters of a link or path that are shown. */
const SHOWN = 120;

/** Before anything is renamed; `lost` has one link at least. */
export function lostSentence(
  { index }: OpenVault,
  [first, ...others]: Arrangement['lost'],
  will: 'would' | 'will',
): string {
  if (first === undefined) return '';
  const { path, link } = first;
  const { written, fragment } = link.target;
  const resolution = index.resolve(link, path);
  const note = 'path' in resolution ? resolution.path : written;
  const place = fragment === null ? quote(note) : `${quote(fragment)} in ${quote(note)}`;
  const said = quote(fragment === null ? written : `${written}#${fragment}`);
  const more =
    others.length === 0
      ? ''
      : ` So it is with ${others.length === 1 ? 'one more link' : `${others.length} more links`}.`;
  return `The link ${said} in ${quote(path)} leads to ${place}, and no way of writing it ${will} lead there any more.${more}`;
}

function quote(text: string): string {
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text}”`;
}

export function warn(connection: Connection, message: string): void {
  const type = MessageType.Warning;
  void connection.sendNotification(ShowMessageNotification.type, {
    type,
    message: unlinked(message),
  });
}
