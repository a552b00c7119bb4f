/** The tree of the claim: what stands below what, asked of the model when it is unfolded. */
import * as vscode from 'vscode';
import { type ClaimParams, claimPreviewMethod } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import {
  type ClaimElement,
  type NoteElement,
  type SectionElement,
  topElements,
} from './claim-elements';
import { claimItem } from './claim-items';
import type { MentionSearch } from './claim-mentions';
import type { ClaimModel } from './claim-model';

export class ClaimTree implements vscode.TreeDataProvider<ClaimElement> {
  private readonly changes = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly server: ServerLink,
    private readonly model: ClaimModel,
    private readonly search: MentionSearch,
  ) {}

  refresh(): void {
    this.changes.fire(undefined);
  }

  getTreeItem(element: ClaimElement): vscode.TreeItem {
    return claimItem(element);
  }

  /** The preview of a note is fetched when the mouse rests on it. */
  async resolveTreeItem(
    item: vscode.TreeItem,
    element: ClaimElement,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (element.kind !== 'note' && element.kind !== 'mentioning') return item;
    const params: ClaimParams = { uri: element.note.uri };
    const asked = this.server.request<string | null>(claimPreviewMethod, params, token);
    const text = await asked.catch(() => null);
    if (text !== null) item.tooltip = new vscode.MarkdownString(text);
    return item;
  }

  async getChildren(element?: ClaimElement): Promise<ClaimElement[]> {
    const { answer, mentions } = this.model;
    if (answer === null) return [];
    const { uri } = answer.note;
    switch (element?.kind) {
      case undefined:
        return topElements(answer, mentions);
      case 'checks':
        return element.problems.map(problem => ({ kind: 'problem', uri, problem }) as const);
      case 'section':
        return this.notesBelow(uri, element);
      case 'note':
        return element.section === 'linked-from'
          ? this.placesIn(uri, element)
          : this.notesBelow(uri, element);
      case 'mentions':
        return this.mentioning(uri);
      case 'mentioning':
        return element.places.map(place => {
          return { kind: 'place', uri, holder: element.note, place, mention: true } as const;
        });
      default:
        return [];
    }
  }

  private async notesBelow(
    uri: string,
    element: SectionElement | NoteElement,
  ): Promise<ClaimElement[]> {
    const section = element.kind === 'section' ? element.name : element.section;
    const above = element.kind === 'section' ? [] : element.below;
    const answer = await this.model.notes({ section, below: above });
    const notes = answer?.notes ?? [];
    const left = (answer?.count ?? 0) - notes.length;
    return [
      ...notes.map(note => {
        return { kind: 'note', uri, section, below: [...above, note.path], note } as const;
      }),
      ...(left > 0 ? [{ kind: 'more', uri, section, below: above, left } as const] : []),
    ];
  }

  private async placesIn(uri: string, { note }: NoteElement): Promise<ClaimElement[]> {
    const places = (await this.model.places(note.path)) ?? [];
    return places.map(place => ({ kind: 'place', uri, holder: note, place, mention: false }));
  }

  private async mentioning(uri: string): Promise<ClaimElement[]> {
    const found = this.model.mentions ?? (await this.search.of(uri));
    if (this.model.mentions === null && this.model.tookMentions(uri, found)) this.refresh();
    if (found.refused !== null) return [{ kind: 'words', words: found.refused }];
    if (found.notes.length === 0) return [{ kind: 'words', words: 'No mentions without a link' }];
    const more = { kind: 'words', words: 'There are more: only the first are listed' } as const;
    return [
      ...found.notes.map(each => ({ kind: 'mentioning', uri, ...each }) as const),
      ...(found.more ? [more] : []),
    ];
  }

  dispose(): void {
    this.changes.dispose();
  }
}
