/** What stands in the tree of the inbox: statuses, sources below them, hints below those. */
import * as vscode from 'vscode';
import type { InboxGroup, InboxSource, InboxStatus, WireHint } from '../../server/lsp/protocol';
import { isOpen } from '../hints';

export type InboxElement = GroupElement | SourceElement | HintElement | MoreElement;

interface GroupElement {
  readonly kind: 'group';
  readonly status: InboxStatus;
  readonly count: number;
}

export interface SourceElement {
  readonly kind: 'source';
  readonly status: InboxStatus;
  readonly source: InboxSource;
  /** Whether the vault has to be told from others. */
  readonly severalVaults: boolean;
}

export interface HintElement {
  readonly kind: 'hint';
  readonly uri: string;
  readonly hint: WireHint;
}

/** Stands for the sources that are not listed yet. */
export interface MoreElement {
  readonly kind: 'more';
  readonly status: InboxStatus;
  readonly left: number;
}

export function groupElement({ status, count }: InboxGroup): GroupElement {
  return { kind: 'group', status, count };
}

/** The sources of a group, with a last line for those that are not listed. */
export function sourceElements(group: InboxGroup, severalVaults: boolean): InboxElement[] {
  const { status, sources, count } = group;
  const left = count - sources.length;
  return [
    ...sources.map(source => ({ kind: 'source', status, source, severalVaults }) as const),
    ...(left > 0 ? [{ kind: 'more', status, left } as const] : []),
  ];
}

/** Open ones first, each kind in the order of the text. */
export function hintElements(uri: string, hints: readonly WireHint[]): HintElement[] {
  const elements = hints.map(hint => ({ kind: 'hint', uri, hint }) as const);
  const [open, others] = [true, false].map(wanted =>
    elements.filter(({ hint }) => isOpen(hint) === wanted),
  );
  return [...(open ?? []), ...(others ?? [])];
}

export function addressOf(element: SourceElement | HintElement): vscode.Uri {
  return vscode.Uri.parse(element.kind === 'hint' ? element.uri : element.source.uri);
}
