/** What the page of a vault's health and the extension say to each other. Each side checks what it hears. */
import type { HealthAnswer, HealthNotes, LinkHistory } from '../../../server/lsp/protocol';

/** To the page. */
export type Told =
  | { readonly kind: 'counting' }
  /** Notes changed, and counting them again takes so long that only the reader begins it. */
  | { readonly kind: 'outdated' }
  | {
      readonly kind: 'health';
      readonly health: HealthAnswer;
      /** When it was counted, as the author's clock says it. */
      readonly at: string;
    }
  /** Notes behind a number, those that follow `from` ones told before. */
  | {
      readonly kind: 'notes';
      readonly key: string;
      readonly from: number;
      readonly notes: HealthNotes;
    }
  /** Where the links led over time; `null` while that is read. */
  | { readonly kind: 'history'; readonly history: LinkHistory | null }
  /** Why there are no numbers, as a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** From the page. */
export type Asked =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refresh' }
  /** Where the links led over time: for this git is asked. */
  | { readonly kind: 'history' }
  | { readonly kind: 'notes'; readonly key: string; readonly from: number }
  /** To go on reading in the page, or to write in the note. */
  | { readonly kind: 'open'; readonly uri: string; readonly keepFocus: boolean };

export function isAsked(message: unknown): message is Asked {
  if (!isRecord(message)) return false;
  switch (message['kind']) {
    case 'ready':
    case 'refresh':
    case 'history':
      return true;
    case 'notes':
      return isText(message['key']) && isCount(message['from']);
    case 'open':
      return isText(message['uri']) && typeof message['keepFocus'] === 'boolean';
    default:
      return false;
  }
}

export function isTold(message: unknown): message is Told {
  if (!isRecord(message)) return false;
  switch (message['kind']) {
    case 'counting':
    case 'outdated':
      return true;
    case 'health':
      return isHealth(message['health']) && isText(message['at']);
    case 'notes':
      return isText(message['key']) && isCount(message['from']) && isNotes(message['notes']);
    case 'history':
      return message['history'] === null || isHistory(message['history']);
    case 'refused':
      return isText(message['why']);
    default:
      return false;
  }
}

function isHealth(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    isCount(value['notes']) &&
    isListOf(value['sections'], isSection)
  );
}

function isSection(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { name, label, counts, more } = value;
  return (
    [name, label].every(isText) &&
    isListOf(counts, isNumber) &&
    isRecord(more) &&
    isCount(more['numbers']) &&
    isCount(more['count'])
  );
}

function isNumber(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { key, label, meaning, count, notes, severity } = value;
  return (
    [key, label].every(isText) &&
    [meaning, severity].every(each => each === null || isText(each)) &&
    [count, notes].every(isCount)
  );
}

function isNotes(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { refused, count, unit, notes } = value;
  return (
    [refused, unit].every(each => each === null || isText(each)) &&
    isCount(count) &&
    isListOf(notes, isNote)
  );
}

function isNote(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { uri, path, title, facts, count } = value;
  return [uri, path, title, facts].every(isText) && isCount(count);
}

function isHistory(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { refused, commits, shallow, points } = value;
  return (
    (refused === null || isText(refused)) &&
    isCount(commits) &&
    typeof shallow === 'boolean' &&
    isListOf(points, isPoint)
  );
}

function isPoint(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { commit, date, notes, links, found, near, ambiguous, missing } = value;
  return (
    isText(commit) &&
    isText(date) &&
    !Number.isNaN(Date.parse(date)) &&
    [notes, links, found, near, ambiguous, missing].every(isCount)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isListOf(value: unknown, isEach: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEach);
}
