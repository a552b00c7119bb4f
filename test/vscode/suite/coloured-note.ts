/** A note with everything that has a colour of its own, and the scopes that its words have. */

export const FRONT_MATTER = `---
type: claim
description: plain-words and [[embedded-name]]
confidence: likely # of-all
depends_on:
  - bare-name
  - "[[linked-name|shown-name]]"
  - other: map-value
supports: ['quoted-name', list-name, null]
challenged_by: |
  block-words
created: 2026-03-05
---
`;

export const BODY = `# Title [[heading-name]]

[[first-name]] then **bold-words [[bold-name#some-heading|bold-alias]]**

- [[item-name#^some-block]] then *item-words*
- ![[picture.png]]
- QUESTION: asked
- **QUESTION:** in bold, **QUESTION**: so, too
- [ ] SOURCE: found
> [[quoted-link]] and plain
> → CLAIM CANDIDATE: said

| head | cell |
|---|---|
|[[cell-name\\|cell-alias]] then *cell-words* | SOURCE: cell |

<div>[[tag-name]]</div>

-> FLAG @ada: look
OPEN SOURCE: no-marker
`;

/** Nothing in it is a link, a marker or front matter. */
export const NOT_LINKS = `\`[[x]] QUESTION:\` <!-- [[x]] --> \\[[x]] [[ ]] %% [[x]] %% $$[[x]]$$ [[a \`x\` b]]

    [[x]]

\`\`\`yaml
QUESTION: [[x]]
depends_on: [[x]]
confidence: likely
\`\`\`

- item
  ~~~
  [[x]]
  SOURCE: x
  ~~~
`;

export const LINK = 'constant.language.link.target.claimwright';
const ALIAS = 'constant.language.link.alias.claimwright';
const HEADING = 'constant.numeric.link.heading.claimwright';
const BLOCK = 'constant.numeric.link.block.claimwright';
export const marker = (name: string) => `keyword.control.marker.${name}.claimwright`;

/** Words of the notes above, each with its scope. */
export const SCOPES: readonly (readonly [string, string])[] = [
  ['embedded-name', LINK],
  ['likely', 'entity.name.type.confidence.likely.claimwright'],
  ['bare-name', LINK],
  ['linked-name', LINK],
  ['shown-name', ALIAS],
  ['quoted-name', LINK],
  ['list-name', LINK],
  ['heading-name', LINK],
  ['first-name', LINK],
  ['bold-name', LINK],
  ['some-heading', HEADING],
  ['bold-alias', ALIAS],
  ['item-name', LINK],
  ['some-block', BLOCK],
  ['picture.png', LINK],
  ['!', 'punctuation.definition.tag.embed.claimwright'],
  ['#', 'punctuation.definition.tag.heading.claimwright'],
  ['#^', 'punctuation.definition.tag.block.claimwright'],
  ['[[', 'punctuation.definition.tag.begin.wiki-link.claimwright'],
  [']]', 'punctuation.definition.tag.end.wiki-link.claimwright'],
  ['\\|', 'punctuation.definition.tag.alias.claimwright'],
  ['QUESTION:', marker('question')],
  ['SOURCE:', marker('source')],
  ['CLAIM CANDIDATE:', marker('claim-candidate')],
  ['quoted-link', LINK],
  ['cell-name', LINK],
  ['cell-alias', ALIAS],
  ['tag-name', LINK],
  ['FLAG', marker('flag')],
  ['@ada', 'entity.name.tag.agent.claimwright'],
];

/** The levels of a claim, each with the standard scope that gives it its colour. */
export const CONFIDENCE = {
  proven: 'constant.numeric',
  likely: 'entity.name.type',
  experimental: 'entity.name.function',
  speculative: 'keyword.control',
};
