/** Answers what speaks against a title while it is typed, and which claims say nearly the same. */
import { titleReport } from '../core/authoring/drafts/titleReport';
import { authorOf, authorPlace } from './authorPlace';
import type { TitleAnswer, TitleParams } from './protocol';
import type { Session } from './Session';
import { unreadReason } from './whenRead';

/** `null` for what is in no vault. */
export function answerTitle(
  session: Session,
  { uri, title, type = 'claim', domain = null }: TitleParams,
): TitleAnswer | null {
  const place = authorPlace(session, uri);
  if (place === null) return null;
  const { vault, path } = place;
  const report = titleReport(authorOf(session, vault, path), { title, type, domain });
  const alike = report.alike.map(each => ({
    ...each,
    uri: session.workspace.uriOf({ vault, path: each.path }),
  }));
  const unread = unreadReason([vault], 'claims like it may be missed');
  const unsure = unread === null ? [] : [{ severity: 'warning' as const, message: unread }];
  return { ...report, remarks: [...report.remarks, ...unsure], alike };
}
