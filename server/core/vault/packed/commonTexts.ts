/** Texts that very many notes have, which are packed as their place in this list. */
export const COMMON_TEXTS: readonly string[] = [
  '',
  ...['yaml', 'type', 'domain', 'created', 'status', 'description', 'source', 'confidence'],
  ...['tags', 'title', 'author', 'url', 'date', 'format', 'processed_date', 'processed_by'],
  ...['secondary_domains', 'extraction_notes', 'extraction_model', 'priority', 'depends_on'],
  ...['claims_extracted', 'enrichments', 'enrichments_applied', 'challenged_by', 'challenges'],
  ...['supports', 'related', 'tradition', 'name', 'agent', 'entity_type', 'parent_entity'],
  ...['tracked_by', 'last_updated', 'last_evaluated', 'linked_set', 'key_metrics', 'category'],
  ...['summary', 'scope', 'sourcer', 'notes', 'aliases', 'handles', 'founded', 'website'],
  ...['claim', 'belief', 'position', 'entity', 'sector', 'musing', 'conviction', 'map'],
  ...['proven', 'likely', 'experimental', 'speculative', 'unprocessed', 'processing'],
  ...['processed', 'null-result', 'retired', 'active', 'developing', 'seed', 'high', 'medium'],
  ...['low', 'article', 'paper', 'report', 'company', 'data', 'true', 'false'],
  ...['Content', 'Summary', 'Agent Notes', 'Key Facts', 'Evidence', 'Challenges', 'Links'],
  ...['Overview', 'Timeline', 'Relevant Notes', 'Topics'],
];

/** What is not in the list counts from here; whatever is below 128 takes one byte. */
export const OWN_TEXTS = 104;

const longest = COMMON_TEXTS.reduce((most, { length }) => Math.max(most, length), 0);
const places = new Map(COMMON_TEXTS.map((text, place) => [text, place]));

/** Its place in the list. */
export function commonText(text: string): number | undefined {
  return text.length > longest ? undefined : places.get(text);
}
