/** The text of a new note: what is known is filled in, and where the author writes there is room instead of hints. */
import { bodyTemplate } from '../../schema/bodyTemplate';
import type { NoteType } from '../../schema/NoteType';
import { noteTemplate, type TemplateFacts, type TemplateLine } from '../../schema/noteTemplate';
import type { Span } from '../../text/span';
import { insideQuotes, yamlScalar } from '../../text/yamlText';

export interface Skeleton {
  readonly text: string;
  /** Where the first thing is missing: a required field, else something of the body. */
  readonly place: Span;
}

/** `said` are values of fields by name, `sections` texts that stand below the headings of that name. */
export function skeleton(
  type: NoteType,
  facts: TemplateFacts,
  said: Readonly<Record<string, string>> = {},
  sections: Readonly<Record<string, string>> = {},
): Skeleton {
  const writing = new Writing();
  for (const line of noteTemplate(type, facts)) writing.fields(line, said);
  let section: string | undefined;
  for (const line of bodyTemplate(type)) {
    const heading = /^## (.*)/u.exec(typeof line[0] === 'string' ? line[0] : '')?.[1];
    if (heading !== undefined && section !== undefined) writing.below(section);
    if (heading !== undefined) section = undefined;
    if (section !== undefined) continue;
    writing.body(line);
    if (heading !== undefined && sections[heading]) section = sections[heading];
  }
  if (section !== undefined) writing.below(section);
  return writing.done();
}

class Writing {
  private text = '';
  private missing: number | null = null;
  private room: number | null = null;

  /** A line of front matter, or the heading. */
  fields(line: TemplateLine, said: Readonly<Record<string, string>>): void {
    for (const part of line) {
      if (typeof part === 'string') {
        this.text += part;
        continue;
      }
      const { field, initial, quoted } = part;
      const known = field === null ? undefined : said[field.name];
      if (known !== undefined && known !== '') this.value(known, quoted);
      else if (initial !== '') this.text += initial;
      else if (field?.required === true && field.list !== true) this.missing ??= this.text.length;
    }
    this.end();
  }

  /** Places are left empty: a note that nobody finishes should not say what belongs there. */
  body(line: TemplateLine): void {
    const written = line.map(part => (typeof part === 'string' ? part : '')).join('');
    const hasRoom = line.some(part => typeof part !== 'string');
    if (!hasRoom) {
      if (written !== '' || !this.text.endsWith('\n\n')) this.text += `${written}\n`;
      return;
    }
    const shown = written.startsWith('- ') ? '- ' : written.replace('[[]]', '');
    // A heading without words would be none.
    if (/^#+ *$/u.test(shown)) return;
    // A blank line above is room enough.
    if (shown === '' && this.text.endsWith('\n\n')) this.room ??= this.text.length - 1;
    else {
      this.text += shown;
      this.room ??= this.text.length;
      this.end();
    }
  }

  below(section: string): void {
    this.text += `\n${section}\n\n`;
  }

  done(): Skeleton {
    // Blanks behind a mark are where its words go.
    const text = `${this.text.replace(/(?<!\n)\n+$/u, '')}\n`;
    const at = Math.min(this.missing ?? this.room ?? text.length, text.length);
    return { text, place: { start: at, end: at } };
  }

  private value(known: string, quoted: boolean): void {
    this.text += quoted ? insideQuotes(known, 'double') : yamlScalar(known);
  }

  private end(): void {
    this.text += '\n';
  }
}
