/** What `=== NAME at ‸` runs in a marker file: each feature tells its result as text, one thing a line. */

import { placedHints } from '../../server/core/authoring/hints/placedHints';
import { argumentOf } from '../../server/core/features/argument/argument';
import {
  type Direction,
  stepsAt,
  stepsFrom,
} from '../../server/core/features/argument/callHierarchy';
import { codeLenses } from '../../server/core/features/argument/codeLens';
import { inlayHints } from '../../server/core/features/argument/inlayHints';
import type {
  CompletionEntry,
  Completions,
} from '../../server/core/features/completion/Completions';
import { completion } from '../../server/core/features/completion/completion';
import { newNoteCompletion } from '../../server/core/features/completion/newNoteCompletion';
import { frontmatterCompletion } from '../../server/core/features/frontmatter/frontmatterCompletion';
import { frontmatterHover } from '../../server/core/features/frontmatter/frontmatterHover';
import { hintLenses } from '../../server/core/features/hints/hintLenses';
import { definition } from '../../server/core/features/navigation/definition';
import { documentLinks } from '../../server/core/features/navigation/documentLinks';
import {
  type DocumentSymbol,
  documentSymbols,
} from '../../server/core/features/navigation/documentSymbols';
import { foldingRanges } from '../../server/core/features/navigation/foldingRanges';
import { hover } from '../../server/core/features/navigation/hover';
import { references } from '../../server/core/features/navigation/references';
import { selectionRanges } from '../../server/core/features/navigation/selectionRanges';
import { titlePlace } from '../../server/core/features/navigation/titlePlace';
import { workspaceSymbols } from '../../server/core/features/navigation/workspaceSymbols';
import { renamableAt } from '../../server/core/features/rename/renameTarget';
import { lineStarts, positionAt } from '../../server/core/text/lines';
import { applyEdits, type Span, touches } from '../../server/core/text/span';
import type { Vault } from '../../server/core/vault/Vault';
import { frontmatterHoverText } from '../../server/lsp/frontmatterHoverText';
import { leadsTo } from './observations';

export interface CursorPlace {
  readonly vault: Vault;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
  /** The text of any note; `null` where there is none. */
  readonly read: (path: string) => string | null;
  readonly today: string;
}

function offered(place: CursorPlace, typing = false): Completions | null {
  const { vault, path, text, offset, read, today } = place;
  return (
    completion(vault, path, text, offset, read) ??
    newNoteCompletion(vault, path, text, offset, { today, typing }) ??
    frontmatterCompletion(vault, path, text, offset, { today, typing })
  );
}

function labels(found: Completions | null): string {
  if (found === null || found.entries.length === 0) return 'nothing';
  return found.entries.map(({ label, detail }) => `${label}${detail && ` | ${detail}`}`).join('\n');
}

function chosen(text: string, { replace }: Completions, { newText, edits = [] }: CompletionEntry) {
  return applyEdits(text, [...edits, { span: replace, newText }]);
}

/** A place as `path:line:character`, from zero. */
function toldLenses({ vault, path, text }: CursorPlace, asks: boolean): string {
  const lines = lineStarts(text);
  const lenses = hintLenses(vault, path, placedHints(vault, path, text), lines, asks);
  const told = lenses.map(
    ({ title, action, span, claim }) =>
      `line ${positionAt(lines, span.start).line + 1}: ${title} (${action}${claim === null ? '' : ` ${claim}`})`,
  );
  return told.join('\n') || 'nothing';
}

function placeIn(vault: Vault, path: string, { start }: Span): string {
  const { line, character } = positionAt(vault.note(path)?.lines ?? Uint32Array.of(0), start);
  return `${path}:${line}:${character}`;
}

/** The notes that the cursor means, and below each what one step after the other leads to. */
function hierarchy({ vault, path, text, offset }: CursorPlace, direction: Direction): string {
  const lines: string[] = [];
  const unfold = (chain: readonly string[]) => {
    for (const step of stepsFrom(vault, chain, direction)) {
      const resting = direction === 'down' ? (chain.at(-1) ?? '') : step.path;
      const said = step.said.map(each => placeIn(vault, resting, each)).join(', ');
      const mark = step.circular ? '↻ ' : '';
      lines.push(`${'- '.repeat(chain.length)}${mark}${step.title} | ${step.facts} | ${said}`);
      if (!step.circular) unfold([...chain, step.path]);
    }
  };
  for (const step of stepsAt(vault, path, text, offset)) {
    lines.push(`${step.title} | ${step.facts}`);
    unfold([step.path]);
  }
  return lines.join('\n') || 'nothing';
}

function outline(symbols: readonly DocumentSymbol[], text: string, indent = ''): string[] {
  return symbols.flatMap(({ kind, name, detail, span, selection, children }) => [
    `${indent}${kind}: ${name}${detail && ` (${detail})`}, [${shown(text, selection)}] in [${shown(text, span)}]`,
    ...outline(children, text, `${indent}  `),
  ]);
}

/** A part of a text in one line. */
function shown(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\r?\n/gu, '⏎');
}

/** A new feature is one entry here. */
export const cursorFeatures: Readonly<Record<string, (place: CursorPlace) => string>> = {
  link: ({ vault, path, offset }) => {
    const links = vault.note(path)?.links.filter(each => touches(each.span, offset)) ?? [];
    return links.map(link => leadsTo(vault.resolve(link, path))).join('\n');
  },
  /** What is offered: label, and what is shown beside it. */
  completion: place => labels(offered(place)),
  'completion while typing': place => labels(offered(place, true)),
  /** The line of the cursor after each entry was chosen. */
  'completed line': place => {
    const found = offered(place);
    const line = place.text.slice(0, place.offset).split('\n').length - 1;
    const lines = found?.entries.map(each => chosen(place.text, found, each).split(/\r?\n/u)[line]);
    return lines?.join('\n') ?? 'nothing';
  },
  /** The whole note after the first entry was chosen, by a client that knows no snippets. */
  'completed note': place => {
    const found = offered(place);
    const [first] = found?.entries ?? [];
    if (found === null || first === undefined) return 'nothing';
    return chosen(place.text, found, first).replace(/\n$/u, '');
  },
  /** What the first entry puts in, with its tab stops. */
  'completed snippet': place => offered(place)?.entries[0]?.snippet ?? 'nothing',
  /** What is told of the first entry. */
  'completion documentation': place => {
    const { paragraphs = [], words = [] } = offered(place)?.entries[0]?.documentation ?? {};
    return [...paragraphs, ...words.map(each => `${each.word}: ${each.meaning}`)].join('\n');
  },
  /** The hints of the note: kind, stated confidence, text, and what became of it; below each its reason. */
  hints: ({ vault, path, text }) => {
    const told = placedHints(vault, path, text).flatMap(each => {
      const sure = each.confidence === null ? '' : ` (${each.confidence})`;
      const fate = each.promoted === null ? '' : ` → ${each.promoted}`;
      const line = `${each.kind}${sure}${each.dropped ? ', dropped' : ''}: ${each.text}${fate}`;
      return [line.replace(/\r?\n/gu, '⏎'), ...(each.reason === null ? [] : [`  ${each.reason}`])];
    });
    return told.join('\n') || 'nothing';
  },
  /** What stands above the lines of hints, each with the first line on which it stands, from one. */
  'hint lenses': place => toldLenses(place, true),
  /** The same where the author cannot be asked for anything. */
  'hint lenses without questions': place => toldLenses(place, false),
  definition: ({ vault, path, offset }) =>
    definition(vault, path, offset)
      .map(each => `${each.path} at ${each.target.start}`)
      .join('\n'),
  /** What would be renamed: what stands there, and the name by which it goes. */
  'name to rename': ({ vault, path, offset, text, read }) => {
    const found = renamableAt(vault, path, offset, read);
    if (found === null) return 'nothing';
    if ('refused' in found) return `refused: ${found.refused}`;
    const { start, end } = found.span;
    return `${found.target.kind}: [${text.slice(start, end)}] ${found.name}`;
  },
  /** The lenses of the note, each with the places that it counts. */
  'code lenses': ({ vault, path }) => {
    const lenses = codeLenses(vault, path, argumentOf(vault, path));
    const told = lenses.flatMap(({ title, places }) => [
      title,
      ...places.map(place => `- ${placeIn(vault, place.path, place.span)}`),
    ]);
    return told.join('\n') || 'nothing';
  },
  /** Where the lenses stand, and what is written there. */
  'title place': ({ vault, path, text }) => {
    const note = vault.note(path);
    const place = note && titlePlace(note, text);
    return place ? `${place.start}: ${text.slice(place.start, place.end)}` : 'nothing';
  },
  'what it rests on': place => hierarchy(place, 'down'),
  'what rests on it': place => hierarchy(place, 'up'),
  /** The note with the hints in it. */
  'inlay hints': ({ vault, path, text }) => {
    const hints = inlayHints(vault, path, { start: 0, end: text.length }, text);
    const edits = hints.map(({ offset, label }) => ({
      span: { start: offset, end: offset },
      newText: ` ‹${label.slice(1, -1)}›`,
    }));
    return applyEdits(text, edits).replace(/\n$/u, '');
  },
  'inlay hint tooltips': ({ vault, path, text }) => {
    const hints = inlayHints(vault, path, { start: 0, end: text.length }, text);
    return hints.map(({ tooltip }) => tooltip).join('\n') || 'nothing';
  },
  /** What is meant behind `=`, then the links to it with what they say. */
  references: ({ vault, path, text, offset, read }) => {
    const found = references(vault, path, text, offset);
    if (found === null) return 'nothing';
    const { declaration, links } = found;
    return [
      `= ${declaration === null ? 'nothing' : placeIn(vault, declaration.path, declaration.span)}`,
      ...links.map(
        ({ from, span }) => `${placeIn(vault, from, span)} [${shown(read(from) ?? '', span)}]`,
      ),
    ].join('\n');
  },
  /** Of the whole note. */
  'document links': ({ vault, path, text }) =>
    documentLinks(vault, path)
      .map(({ span, target, title, ...link }) => {
        const place = target === null ? link.path : placeIn(vault, link.path, target);
        return `[${shown(text, span)}] to ${place} “${title}”`;
      })
      .join('\n'),
  'document symbols': ({ vault, path, text }) => {
    const note = vault.note(path);
    return note === undefined ? 'nothing' : outline(documentSymbols(note, text), text).join('\n');
  },
  /** What the line says up to the cursor is asked for. */
  'workspace symbols': ({ vault, text, offset }) => {
    const query = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    const found = workspaceSymbols(vault, query).map(
      ({ kind, name, container, path, span }) =>
        `${kind}: ${name} (${container}) at ${placeIn(vault, path, span)}`,
    );
    return found.join('\n') || 'nothing';
  },
  /** First and last line, from zero. */
  'folding ranges': ({ vault, path, text }) => {
    const note = vault.note(path);
    const ranges = note === undefined ? [] : foldingRanges(note, text);
    return ranges.map(({ start, end, kind }) => `${start}-${end} ${kind ?? ''}`.trim()).join('\n');
  },
  /** From the smallest on, one a line. */
  'selection ranges': ({ vault, path, text, offset }) => {
    const note = vault.note(path);
    const [spans = []] = note === undefined ? [] : selectionRanges(note, text, [offset]);
    return spans.map(span => `[${shown(text, span)}]`).join('\n');
  },
  /** Without the opening paragraph, which needs a text that the index does not keep. */
  hover: ({ vault, path, offset }) => {
    const found = hover(vault, path, offset, () => null);
    if (found === null) return 'nothing';
    return [
      `${found.kind}: ${found.written}`,
      ...found.notes.map(note =>
        [
          note.title,
          note.facts.join(', '),
          note.description,
          `${note.linkedFrom} links`,
          ...note.supportedBy.map(each => `+ ${each}`),
          ...note.challengedBy.map(each => `- ${each}`),
        ].join(' | '),
      ),
    ].join('\n');
  },
  /** What is hovered, then what is shown without blank lines. */
  'field hover': ({ vault, path, text, offset, today }) => {
    const found = frontmatterHover(vault, path, offset, today);
    if (found === null) return 'nothing';
    const shown = frontmatterHoverText(found).replace(/\n+/gu, '\n');
    return `[${text.slice(found.span.start, found.span.end)}]\n${shown}`;
  },
};
