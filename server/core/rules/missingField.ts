/** A required field that is not there, or says nothing. */
import { type Frontmatter, fieldOf, isYaml } from '../text/frontmatter';
import type { Span } from '../text/span';
import { folderOf } from '../vault/names';
import { displayTitle } from '../vault/noteNames';
import { type FieldType, typeOfFolder } from '../vault/schema';
import { fieldFor, isEmpty, typeOf } from './expected';
import type { FixPlace, Place, Report, Rule } from './rule';
import { quoted, yamlScalar } from './yamlText';

export const missingField: Rule = {
  code: 'frontmatter/missing-field',
  severity: 'error',
  summary: 'A required field that is missing or empty.',
  docs:
    'Each type has fields without which the note cannot be found, weighed or traced: a claim its domain, description, confidence, ' +
    'source and date, a source its title, author, address, date, domain and status. The names that older notes use count as well.',
  check(place) {
    const { frontmatter } = place.note;
    // In a block that YAML rejects, or that is no YAML, what seems to be missing may only be unread.
    if (frontmatter === null || frontmatter.problems.length > 0 || !isYaml(frontmatter)) return [];
    const reports: Report[] = [];
    for (const field of requiredFields(place)) {
      const written = fieldFor(frontmatter, field);
      if (written === undefined) {
        const type = typeOf(place.note)?.name;
        const message =
          type === undefined
            ? '`type` is missing.'
            : `\`${field.name}\` is missing: a ${type} needs it. ${field.meaning}`;
        // Notes older than the schema often have no type.
        const severity = type === undefined ? ('warning' as const) : ('error' as const);
        reports.push({ span: where(frontmatter), message, severity });
      } else if (isEmpty(written)) {
        reports.push({
          span: written.key,
          message: `\`${written.name}\` is empty. ${field.meaning}`,
        });
      }
    }
    return reports;
  },
  fix(place, finding) {
    const { frontmatter } = place.note;
    if (frontmatter === null) return [];
    return requiredFields(place).flatMap(field => {
      const written = fieldFor(frontmatter, field);
      const value = sensibleValue(place, field);
      if (written !== undefined) {
        if (written.key.start !== finding.span.start || value === null || !isEmpty(written))
          return [];
        const at = { start: written.key.end, end: Math.max(written.span.end, written.key.end + 1) };
        const edits = [{ span: at, newText: `: ${value}` }];
        return [{ title: `Fill in \`${written.name}: ${value}\``, safe: false, edits }];
      }
      if (!finding.message.startsWith(`\`${field.name}\` `)) return [];
      const at = insertionPoint(place, frontmatter, field.name);
      const end = place.text.includes('\r\n') ? '\r\n' : '\n';
      const before = at > 0 && place.text[at - 1] !== '\n' ? end : '';
      const newText = `${before}${field.name}: ${value ?? quoted('')}${end}`;
      const title = value === null ? `Add \`${field.name}\`` : `Add \`${field.name}: ${value}\``;
      // Only what the folder says for certain is filled in unasked.
      const safe = value !== null && (field.name === 'type' || field.name === 'domain');
      return [{ title, safe, edits: [{ span: { start: at, end: at }, newText }] }];
    });
  },
};

const typeField: FieldType = {
  name: 'type',
  kind: 'text',
  required: true,
  meaning: 'What sort of note it is.',
};

/** Of a note that says no type, the type is what is missing, if its folder has one. */
function requiredFields({ note, path }: Place): readonly FieldType[] {
  const type = typeOf(note);
  if (type !== undefined) return type.fields.filter(field => field.required);
  const written = fieldOf(note.frontmatter, 'type');
  const untyped = written === undefined || isEmpty(written);
  return untyped && typeOfFolder(folderOf(path)) !== undefined ? [typeField] : [];
}

/** The type's line where there is one, else the opening line. */
function where(frontmatter: Frontmatter): Span {
  const type = fieldOf(frontmatter, 'type');
  if (type !== undefined) return type.span;
  return { start: frontmatter.block.start, end: frontmatter.block.start + 3 };
}

/** Below the last field that the schema lists before this one, so that the usual order is kept. */
function insertionPoint({ note, text }: FixPlace, frontmatter: Frontmatter, name: string): number {
  const order = ['type', ...(typeOf(note)?.fields.map(each => each.name) ?? [])];
  for (const before of order.slice(0, Math.max(0, order.indexOf(name))).reverse()) {
    const field = frontmatter.fields.findLast(each => each.name === before);
    if (field === undefined) continue;
    const newline = text.indexOf('\n', field.span.end);
    return newline < 0 || newline >= frontmatter.yaml.end ? frontmatter.yaml.end : newline + 1;
  }
  return frontmatter.yaml.start;
}

/** What can be known: from the folder, the file name, the heading and the day; else `null`. */
function sensibleValue(place: FixPlace, field: FieldType): string | null {
  const { path, today } = place;
  switch (field.name) {
    case 'type':
      return typeOfFolder(folderOf(path))?.name ?? null;
    case 'domain': {
      const [top, domain] = folderOf(path).split('/');
      return top !== undefined && domain !== undefined && typeOfFolder(top)?.name !== 'source'
        ? yamlScalar(domain)
        : null;
    }
    case 'confidence':
      return 'experimental';
    case 'status':
      return 'unprocessed';
    case 'title':
      return quoted(displayTitle(place.note));
    case 'created':
      return today;
    case 'date':
      return /(?:^|\/)(\d{4}(?:-(?!00)\d\d){0,2})-[^/]*$/u.exec(path)?.[1] ?? null;
    default:
      return null;
  }
}
