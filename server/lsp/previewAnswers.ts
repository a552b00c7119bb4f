/** Answers what the wiki links of a note lead to, for a Markdown preview. */
import { preview } from '../core/features/preview/preview';
import { isNotePath } from '../core/vault/names';
import type { PreviewAnswer, PreviewParams } from './protocol';
import type { Session } from './Session';

/** At once, as a preview waits for it; `null` for what is no note of a vault. */
export function answerPreview(session: Session, { uri }: PreviewParams): PreviewAnswer | null {
  session.shown.previews.follow();
  const place = session.workspace.placeOf(uri);
  if (place === null || !isNotePath(place.path)) return null;
  const { vault, path } = place;
  if (!vault.complete) return { complete: false, links: [] };
  if (!vault.index.has(path)) return null;
  return { complete: true, links: preview(vault.index, path, each => vault.text(each)) };
}
