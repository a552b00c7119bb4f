/** Something that a run found wrong: a promise of the server's that did not hold. */
export class Finding extends Error {
  constructor(
    message: string,
    /** What whoever looks for the fault may want to see whole. */
    readonly evidence: unknown = null,
  ) {
    super(message);
  }
}
