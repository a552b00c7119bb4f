/** Answers what would be reported of a note that nobody has written yet. */
import { checkDraft } from '../core/authoring/drafts/checkDraft';
import { rangeOf } from '../core/text/lines';
import { authorOf, authorPlace } from './authorPlace';
import type { CheckDraftParams, CheckedDraft } from './protocol';
import type { Session } from './Session';
import { unreadReason } from './whenRead';

export function answerCheckDraft(
  session: Session,
  { uri, text, path }: CheckDraftParams,
): CheckedDraft {
  const place = authorPlace(session, uri);
  if (place === null) return refusal('That is in no vault.');
  const { vault } = place;
  const unread = unreadReason([vault], 'nothing can be said of it');
  if (unread !== null) return refusal(unread);
  const report = checkDraft(authorOf(session, vault, place.path), { text, path });
  if ('refused' in report) return refusal(report.refused);
  const { lines } = report.note;
  const problems = report.findings.map(({ severity, code, message, span }) => {
    return { severity, code, message, range: rangeOf(lines, span) };
  });
  const alike = report.alike.map(each => ({
    ...each,
    uri: session.workspace.uriOf({ vault, path: each.path }),
  }));
  return { refused: null, path: report.path, problems, alike };
}

function refusal(refused: string): CheckedDraft {
  return { refused, path: null, problems: [], alike: [] };
}
