/** What is said of a title while it is typed. */

/** `claimwright/title`, from the client, with each letter of a title: what speaks against it, and the claims like it. */
export const titleMethod = 'claimwright/title';

export interface TitleParams {
  /** Address of the note that the claim is made from, or of the vault's root. */
  readonly uri: string;
  readonly title: string;
  /** Of the note to be; that of a claim where it is missing. */
  readonly type?: string;
  readonly domain?: string | null;
}

export interface TitleAnswer {
  /** The note that it would become, as a path; `null` where the title can be none. */
  readonly path: string | null;
  /** Bytes of the file name, with its extension, and how many travel everywhere. */
  readonly bytes: number;
  readonly portableBytes: number;
  readonly remarks: readonly { readonly severity: 'error' | 'warning'; readonly message: string }[];
  /** At most five claims that may say the same, the likest first. */
  readonly alike: readonly AlikeClaim[];
}

export interface AlikeClaim {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly confidence: string | null;
  /** 0 to 1, 1 for the same words. */
  readonly score: number;
}
