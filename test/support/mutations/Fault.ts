/** One kind of fault: how it is put into a note, and how it must be reported and mended. */
import type { Frontmatter } from '../../../server/core/text/frontmatter';
import { fieldOf } from '../../../server/core/text/frontmatter';
import type { Span, TextEdit } from '../../../server/core/text/span';
import type { Specimen } from './Specimen';

export interface Fault {
  readonly name: string;
  /** Any of these codes reports it. */
  readonly codes: readonly string[];
  /** Whether a safe fix is due, as nothing else can be meant. */
  readonly safe?: boolean;
  /** Where it is to be reported if not in the lines that were changed. */
  readonly shownAt?: (damaged: Frontmatter) => Span | undefined;
  /** Whether a fix may work anywhere in the block, not just in the lines that were changed. */
  readonly mendedInBlock?: boolean;
  /** `null` where the note has no place for it. */
  inject(specimen: Specimen): readonly TextEdit[] | null;
}

/** The line of a field. */
export function at(name: string): (damaged: Frontmatter) => Span | undefined {
  return damaged => fieldOf(damaged, name)?.span;
}

/** The line that says the type, which stands for the note where something is not there. */
export const atType = at('type');

export function atOpening({ block }: Frontmatter): Span {
  return { start: block.start, end: block.start + 3 };
}

/** One edit or none as `inject` returns it. */
export function edit(made: TextEdit | null | undefined): readonly TextEdit[] | null {
  return made === null || made === undefined ? null : [made];
}
