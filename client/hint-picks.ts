/** The list of open hints, from which an author chooses those to promote. */
import * as vscode from 'vscode';
import { type HintedNote, iconless, type WireHint } from '../server/lsp/protocol';
import { isOpen } from './hints';

export interface PickedHint {
  readonly note: HintedNote;
  readonly hint: WireHint;
}

export interface HintList {
  readonly hints: readonly PickedHint[];
  /** Fetches those that follow, `null` where that fails; `null` where none do. */
  readonly more: (() => Promise<HintList | null>) | null;
}

export function openHints(notes: readonly HintedNote[]): PickedHint[] {
  return notes.flatMap(note => note.hints.filter(isOpen).map(hint => ({ note, hint })));
}

type HintItem = vscode.QuickPickItem & { readonly chosen?: PickedHint };

const MORE: HintItem = {
  label: '$(ellipsis) More…',
  description: 'tick it to list the hints that come next',
  alwaysShow: true,
};

/** Of one note, its propositions are ticked. `undefined` where the author leaves; a single hint is not asked about. */
export function pickHints(list: HintList): Promise<readonly PickedHint[] | undefined> {
  if (list.hints.length === 1 && list.more === null) return Promise.resolve(list.hints);
  const [only, ...others] = new Set(list.hints.map(({ note }) => note));
  const isOne = others.length === 0 && list.more === null;
  const picker = vscode.window.createQuickPick<HintItem>();
  let items = itemsOf(list.hints, isOne);
  let { more } = list;
  const show = (ticked: readonly HintItem[]) => {
    picker.items = more === null ? items : [...items, MORE];
    picker.selectedItems = ticked;
  };
  const showMore = async (fetch: NonNullable<HintList['more']>) => {
    // It is fetched once.
    more = null;
    picker.busy = true;
    const next = await fetch();
    const added = itemsOf(next?.hints ?? [], false);
    items = [...items, ...added];
    more = next === null ? fetch : next.more;
    // What was ticked meanwhile stays so.
    show(picker.selectedItems.filter(item => item !== MORE));
    picker.activeItems = added.slice(1, 2);
    picker.busy = false;
  };
  return new Promise(resolve => {
    picker.title = isOne ? `Promote hints of “${only?.title ?? ''}”` : 'Promote hints';
    picker.placeholder = 'Which hints become claims? Space ticks one, Enter goes on.';
    picker.canSelectMany = true;
    picker.ignoreFocusOut = true;
    picker.matchOnDetail = true;
    picker.keepScrollPosition = true;
    // Not every editor knows it.
    (picker as { sortByLabel?: boolean }).sortByLabel = false;
    picker.onDidChangeSelection(ticked => {
      if (ticked.includes(MORE) && more !== null) void showMore(more);
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.flatMap(({ chosen }) => (chosen === undefined ? [] : [chosen])));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    show(isOne ? items.filter(({ chosen }) => chosen?.hint.kind === 'proposition') : []);
    picker.show();
  });
}

/** Below the name of its note where there may be several. */
function itemsOf(hints: readonly PickedHint[], isOne: boolean): readonly HintItem[] {
  const notes = [...new Set(hints.map(({ note }) => note))];
  return notes.flatMap(note => [
    ...(isOne ? [] : [separator(note)]),
    ...hints.filter(each => each.note === note).map(itemOf),
  ]);
}

function itemOf(chosen: PickedHint): HintItem {
  const { text, kind, confidence, reason } = chosen.hint;
  // Behind a sentence there is no room.
  const detail = iconless([kind, confidence, reason].filter(Boolean).join(' · '));
  return { label: iconless(text), detail, chosen };
}

function separator({ title, priority, date }: HintedNote): HintItem {
  const label = [title, priority, date].filter(Boolean).join(' · ');
  return { label: iconless(label), kind: vscode.QuickPickItemKind.Separator };
}
