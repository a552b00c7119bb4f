/** What the page of the graph and the extension say to each other. Each side checks what it hears. */
import type { Graph, GraphScope } from '../../../server/core/features/graph/form';

/** What a person chose, as it survives a reload of the window. */
export interface Choice {
  /** Address of the root of the vault. */
  readonly vault: string;
  readonly scope: GraphScope;
  /** Whether the graph goes along with the active editor. */
  readonly follow: boolean;
}

/** To the page. */
export type Told =
  | {
      readonly kind: 'graph';
      readonly choice: Choice;
      readonly graph: Graph;
      readonly domains: readonly string[];
      /** Path of the note in the active editor, where it is of this vault. */
      readonly active: string | null;
    }
  | { readonly kind: 'active'; readonly path: string | null }
  /** Why there is no graph, as a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** From the page. */
export type Asked =
  | { readonly kind: 'ready' }
  | { readonly kind: 'scope'; readonly scope: GraphScope }
  | { readonly kind: 'follow'; readonly follow: boolean }
  /** To go on reading in the graph, or to write in the note. */
  | { readonly kind: 'open'; readonly path: string; readonly keepFocus: boolean }
  /** `text` is SVG, or PNG in base64. */
  | { readonly kind: 'save'; readonly format: PictureFormat; readonly text: string };

export type PictureFormat = 'svg' | 'png';

/** Characters; a picture of 10,000 notes has some ten million. */
const MOST_OF_PICTURE = 64_000_000;

export function isAsked(message: unknown): message is Asked {
  if (!isRecord(message)) return false;
  switch (message['kind']) {
    case 'ready':
      return true;
    case 'scope':
      return isScope(message['scope']);
    case 'follow':
      return typeof message['follow'] === 'boolean';
    case 'open':
      return typeof message['path'] === 'string' && typeof message['keepFocus'] === 'boolean';
    case 'save':
      return isPicture(message['format'], message['text']);
    default:
      return false;
  }
}

export function isTold(message: unknown): message is Told {
  if (!isRecord(message)) return false;
  switch (message['kind']) {
    case 'graph':
      return (
        isChoice(message['choice']) &&
        isGraph(message['graph']) &&
        isListOf(message['domains'], isText) &&
        isTextOrNull(message['active'])
      );
    case 'active':
      return isTextOrNull(message['path']);
    case 'refused':
      return isText(message['why']);
    default:
      return false;
  }
}

export function isChoice(value: unknown): value is Choice {
  return (
    isRecord(value) &&
    isText(value['vault']) &&
    isScope(value['scope']) &&
    typeof value['follow'] === 'boolean'
  );
}

export function sameScope(a: GraphScope, b: GraphScope): boolean {
  if (a.kind === 'note') return b.kind === 'note' && a.path === b.path && a.steps === b.steps;
  if (a.kind === 'domain') return b.kind === 'domain' && a.domain === b.domain;
  return b.kind === 'vault';
}

function isScope(value: unknown): value is GraphScope {
  if (!isRecord(value)) return false;
  const { kind, path, steps, domain } = value;
  if (kind === 'note') return isText(path) && [1, 2, 3, 4].includes(steps as number);
  return kind === 'vault' || (kind === 'domain' && isText(domain));
}

function isGraph(value: unknown): value is Graph {
  return (
    isRecord(value) &&
    isScope(value['scope']) &&
    isListOf(value['nodes'], isNode) &&
    isListOf(value['edges'], isEdge) &&
    typeof value['omitted'] === 'number'
  );
}

function isNode(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { path, title, type, confidence, domain, created, challenged, distance } = value;
  return (
    isText(path) &&
    isText(title) &&
    [type, confidence, domain, created].every(isTextOrNull) &&
    typeof challenged === 'boolean' &&
    (distance === null || typeof distance === 'number')
  );
}

function isEdge(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['from']) &&
    isText(value['to']) &&
    ['supports', 'depends', 'challenges', 'extracted', 'related'].includes(value['kind'] as string)
  );
}

function isPicture(format: unknown, text: unknown): boolean {
  if (!isText(text) || text.length > MOST_OF_PICTURE) return false;
  // The first bytes of a PNG, in base64.
  return format === 'svg'
    ? text.startsWith('<svg')
    : format === 'png' && /^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/u.test(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isListOf(value: unknown, isEach: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEach);
}
