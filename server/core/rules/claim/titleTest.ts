/** The claim test of a title: “This note argues that” and the title make a sentence, one that says no more than it can show. */
import { labelFault } from './labelFault';
import { universalIn } from './universalIn';

export interface TitleRemark {
  readonly severity: 'error' | 'warning';
  /** A sentence. */
  readonly message: string;
}

/** What speaks against a title as that of a claim, for whoever is writing it. */
export function titleRemarks(title: string): TitleRemark[] {
  const label = labelFault(title);
  if (label !== null) return [{ severity: 'warning', message: label }];
  const universal = universalIn(title);
  return universal === null ? [] : [{ severity: 'warning', message: universal.message }];
}
