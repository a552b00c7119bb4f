/** What the author is asked while links are repaired: first about all safe ones, then about each target that is missed. */
import * as vscode from 'vscode';
import {
  type ChosenRepair,
  iconless,
  type RepairableLink,
  type RepairOffer,
} from '../server/lsp/protocol';

/** Links that miss the same target, and could mean the same notes: one question. */
export interface RepairGroup {
  readonly written: string;
  readonly links: readonly RepairableLink[];
  readonly candidates: readonly RepairOffer[];
}

/** Nothing else could be meant. */
export function isSafe({ candidates: [first, second] }: RepairableLink): boolean {
  return first?.tier === 'safe' && second?.tier !== 'safe';
}

export function safeChoices(links: readonly RepairableLink[]): ChosenRepair[] {
  return links.flatMap(({ uri, written, candidates: [first] }) =>
    first === undefined ? [] : [{ uri, written, path: first.path, safe: true }],
  );
}

/** In the order in which they are met first. */
export function groupsOf(links: readonly RepairableLink[]): RepairGroup[] {
  const groups = new Map<string, RepairableLink[]>();
  for (const link of links) {
    const paths = link.candidates.map(({ path }) => path).sort();
    const key = JSON.stringify([link.written, paths]);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()].map(each => {
    const [first] = each;
    return { written: first?.written ?? '', links: each, candidates: first?.candidates ?? [] };
  });
}

/** `undefined` where the author leaves. */
export async function askAboutSafe(
  links: readonly RepairableLink[],
): Promise<'all' | 'each' | 'none' | undefined> {
  const [one] = links;
  const example = one === undefined ? '' : `${one.link} → ${one.candidates[0]?.title ?? ''}`;
  const items = [
    {
      label: links.length === 1 ? 'Repair it' : `Repair all ${links.length}`,
      description: 'every change is shown before it is made',
      answer: 'all' as const,
    },
    { label: 'Ask about each', answer: 'each' as const },
    { label: links.length === 1 ? 'Leave it' : 'Leave them', answer: 'none' as const },
  ];
  const count = links.length === 1 ? '1 is' : `${links.length} are`;
  const picked = await vscode.window.showQuickPick(items, {
    title: `Repair links: ${count} safe, as nothing else could be meant`,
    placeHolder: example,
    ignoreFocusOut: true,
  });
  return picked?.answer;
}

type Answer = { readonly path: string | null } | 'skip' | 'stop';

/** Ends where the author stops; what was chosen until then counts. */
export async function askAboutGroups(groups: readonly RepairGroup[]): Promise<ChosenRepair[]> {
  const choices: ChosenRepair[] = [];
  for (const [index, group] of groups.entries()) {
    const answer = await ask(group, index + 1, groups.length);
    if (answer === 'stop') break;
    if (answer === 'skip') continue;
    for (const { uri } of group.links)
      choices.push({ uri, written: group.written, path: answer.path, safe: false });
  }
  return choices;
}

async function ask(group: RepairGroup, at: number, of: number): Promise<Answer> {
  const { links, candidates, written } = group;
  const [first] = links;
  const removal = removalLabel(links);
  const notes = new Set(links.map(({ path }) => path)).size;
  const used =
    links.length === 1
      ? '1 link'
      : `${links.length} links in ${notes} note${notes === 1 ? '' : 's'}`;
  const items: (vscode.QuickPickItem & { readonly answer: Answer })[] = [
    ...candidates.map(({ path, title, why, tier }) => ({
      label: iconless(title),
      // Below the title: beside a sentence nothing would be seen of it.
      detail: iconless(`${tier === 'possible' ? 'possible: ' : ''}${why} · ${folderOf(path)}`),
      answer: { path },
    })),
    separator('or'),
    { label: 'Skip', answer: 'skip' as const },
    ...(removal === null ? [] : [{ label: removal, answer: { path: null } }]),
    { label: 'Stop', description: 'and repair what was chosen', answer: 'stop' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: `Repair links, ${at} of ${of} (${used}): ${first === undefined ? '' : inContext(first)}`,
    placeHolder: `Which note is meant by “${shortened(written, 60)}”?`,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return picked?.answer ?? 'stop';
}

function separator(label: string): vscode.QuickPickItem & { readonly answer: Answer } {
  return { label, kind: vscode.QuickPickItemKind.Separator, answer: 'skip' };
}

/** `null` where one of them cannot be taken out. */
function removalLabel(links: readonly RepairableLink[]): string | null {
  const kinds = new Set(links.map(({ removable }) => removable));
  if (kinds.has(null)) return null;
  const noun = (one: string, more: string) => (links.length === 1 ? one : more);
  if (!kinds.has('entry')) return `Remove the ${noun('link', 'links')}, keep the text`;
  const entries = `Remove the ${noun('entry', 'entries')} from the front matter`;
  return kinds.has('link') ? `${entries}, and the other links but not their text` : entries;
}

/** The link with some of its line around it. */
function inContext({ before, link, behind }: RepairableLink): string {
  return `${before}${shortened(link, 90)}${shortened(behind, 50)}`.trim();
}

function folderOf(path: string): string {
  return path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}/` : 'at the root';
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
