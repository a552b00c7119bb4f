/** What usually stands in the body of a new note, by its type, as lines with places to fill in. */
import type { NoteType } from './NoteType';
import type { TemplateLine, TemplatePart } from './noteTemplate';

/** A place is between ‹ and ›, with what belongs there. Those in brackets are empty: completion offers notes there. */
const BODIES: Readonly<Record<string, string>> = {
  claim: `
‹Why it holds: what is known, and how that leads to the title.›

## Evidence
- [[‹›]] — ‹what it adds›

## Challenges
‹What speaks against it, and when it would not hold.›

---

Relevant Notes:
- [[‹›]] — ‹how the two belong together›

Topics:
- [[‹›]]
`,
  source: `## Content

‹What it says: the passages that claims can rest on.›

## Agent Notes
**Why this matters:** ‹What it changes.›

**KB connections:** ‹Notes of this vault that it supports, challenges or adds to.›

**Extraction hints:**
- ‹A claim that it could yield, as a whole sentence›

## Curator Notes
PRIMARY CONNECTION: [[‹›]]
WHY ARCHIVED: ‹Why it is worth reading.›
EXTRACTION HINT: ‹Where to look first.›
`,
  belief: `
‹How this reading follows from the claims.›

## Grounding
- [[‹›]] — ‹what it contributes›

## Challenges Considered
‹What speaks against it, and the answer.›
`,
  position: `
‹The case for it, from the beliefs to this stance.›

## Reasoning Chain
- [[‹›]] — ‹how it leads here›

## Performance Criteria
**Validates if:** ‹What would show that it held.›
**Invalidates if:** ‹What would show that it did not.›

## What Would Change My Mind
‹Events or findings that call for another look.›
`,
  conviction: `
‹Why somebody believes it, beyond the evidence.›

---

Relevant Notes:
- [[‹›]] — ‹how the two belong together›
`,
  entity: `
## Overview
‹What it is, and why it is tracked.›

## Timeline
- **‹When›** — ‹what happened›
`,
  sector: `
## Market Thesis
‹Where this market is heading, and why.›

## Player Map
- [[‹›]] — ‹what it offers›

## Timeline
- **‹When›** — ‹what happened›
`,
  map: `
‹What this topic is about, and where to begin.›

## ‹A part of the topic›
- [[‹›]] — ‹why to read it›
`,
};

/** Empty where notes of the type have no usual form; a vault's own type has none. */
export function bodyTemplate({ name }: NoteType): TemplateLine[] {
  const body = Object.hasOwn(BODIES, name) ? BODIES[name] : undefined;
  return body === undefined ? [] : body.trimEnd().split('\n').map(lineOf);
}

/** Words between ‹ and › are places, which show their hint until they are filled in. */
export function lineOf(text: string): TemplateLine {
  return text.split(/(‹[^‹›]*›)/u).flatMap((part): TemplatePart[] => {
    if (!part.startsWith('‹')) return part === '' ? [] : [part];
    const hint = part.slice(1, -1);
    return [{ field: null, role: 'words', initial: hint, choices: [], hint, quoted: false }];
  });
}
