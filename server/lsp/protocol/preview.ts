/** What the Markdown preview draws of a note. */
import type { PreviewLink } from '../../core/features/preview/form';

/** `claimwright/preview`, from the client: what the wiki links of a note lead to; `null` for what is no note of a vault. */
export const previewMethod = 'claimwright/preview';

/** `claimwright/previewChanged`, from the server, without parameters: another answer may be given now. Only for clients that asked once. */
export const previewChangedMethod = 'claimwright/previewChanged';

export interface PreviewParams {
  readonly uri: string;
}

export interface PreviewAnswer {
  /** False while notes are read: nothing is known of links yet. */
  readonly complete: boolean;
  /** Each target of the body once. */
  readonly links: readonly PreviewLink[];
}
