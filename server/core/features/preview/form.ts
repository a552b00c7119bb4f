/** What a Markdown preview needs to know of the wiki links of a note: plain data, as it goes to a client. */

export interface PreviewLink {
  /** Target and fragment as their author writes them: `name`, `name#heading`, `#^block`. */
  readonly written: string;
  /** `near` is found by another name than that of its file; `no-place` is a note without that heading or block. */
  readonly kind: 'found' | 'near' | 'no-place' | 'ambiguous' | 'missing';
  /** Relative to the note that is shown, percent-encoded; `null` where it leads to no one file. */
  readonly href: string | null;
  /** What it leads to, or why it leads nowhere, in plain words; of several lines. */
  readonly title: string;
  /** Of the note, where notes of its type have one. */
  readonly confidence: string | null;
  /** What stands in the place of `![[…]]`; `null` where nothing can, or no link of this target is one. */
  readonly embed: PreviewEmbed | null;
}

export type PreviewEmbed = EmbeddedImage | EmbeddedText | RefusedEmbed;

export interface EmbeddedImage {
  readonly kind: 'image';
}

/** A note, a section or a block of one. */
export interface EmbeddedText {
  readonly kind: 'text';
  /** What the note is called. */
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Whether more of it stands in the note. */
  readonly cut: boolean;
  /** From the note that is shown to the note of the text: what relative Markdown links in it begin with, encoded. */
  readonly folder: string;
  /** The note itself, encoded, for Markdown links inside it. */
  readonly file: string;
  /** The wiki links of the text, from the place of its own note. */
  readonly links: readonly PreviewLink[];
}

export interface RefusedEmbed {
  readonly kind: 'refused';
  /** Why it is only shown as a link, as a sentence. */
  readonly why: string;
}
