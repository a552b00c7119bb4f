/** What the author is asked for each move of a hint, and the move made of the answers. */
import * as vscode from 'vscode';
import type {
  AlikeClaim,
  AuthorAnswer,
  FoundNote,
  HintedNote,
  HintReference,
  Move,
  WireHint,
} from '../server/lsp/protocol';
import { author } from './author';
import type { ServerLink } from './language-client';
import { askNote } from './note-search';
import { chooseTitle, type TitleChoice } from './title-input';

/** A hint, and the note that it stands in. */
export interface HintPlace {
  readonly uri: string;
  readonly hint: HintReference;
  /** Path of the claim that the hint says to be about. */
  readonly names: WireHint['names'];
  /** Of the note; new claims are told from those of their domain. */
  readonly domain: HintedNote['domain'];
  /** What stands above each question. */
  readonly heading: string;
}

/** `null` where the author left. */
export type Made = AuthorAnswer | null;

/** Asks for the title, and shows claims that say it already: one of them can be the answer instead. */
export async function promoteHint(server: ServerLink, place: HintPlace): Promise<Made> {
  const { uri, hint, domain, heading } = place;
  let title = hint.text;
  let refused: Made = null;
  for (;;) {
    const choice = await chooseTitle(server, { uri, title, domain, heading }, true);
    if (choice === undefined) return refused;
    if (choice.kind === 'title') title = choice.title;
    // Who thinks better of it is asked for the title again.
    const made = await moveOf(choice, hint, heading);
    if (made === null) continue;
    if (made === 'open') return null;
    const answer = await move(server, place, made);
    if (answer === null || answer.refused === null) return answer;
    // So is whoever is refused, with what was typed.
    refused = answer;
  }
}

async function moveOf(
  choice: TitleChoice,
  hint: HintReference,
  heading: string,
): Promise<Move | 'open' | null> {
  if (choice.kind === 'title') return { kind: 'promote', hint, title: choice.title };
  const { claim } = choice;
  const what = choice.kind === 'alike' ? await askWhat(claim, heading) : choice.kind;
  if (what === 'open') await openClaim(claim.uri);
  return what === undefined || what === 'open'
    ? (what ?? null)
    : { kind: what, hint, claim: claim.path };
}

export function dropHint(server: ServerLink, place: HintPlace): Promise<Made> {
  return move(server, place, { kind: 'drop', hint: place.hint });
}

export async function hintExists(server: ServerLink, place: HintPlace): Promise<Made> {
  const claim = await askClaim(server, place, 'Which claim says it already?');
  return claim && move(server, place, { kind: 'exists', hint: place.hint, claim: claim.path });
}

/** Asks only where the hint does not say which claim. */
export async function enrichClaim(server: ServerLink, place: HintPlace): Promise<Made> {
  const { hint, names } = place;
  const claim = names ?? (await askClaim(server, place, 'Which claim does it enrich?'))?.path;
  return claim === undefined ? null : move(server, place, { kind: 'enrich', hint, claim });
}

export async function openClaim(uri: string): Promise<void> {
  const viewColumn = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { viewColumn });
}

async function askClaim(
  server: ServerLink,
  { uri, hint, heading }: HintPlace,
  placeHolder: string,
): Promise<FoundNote | null> {
  const question = { uri, heading, placeHolder, types: ['claim'], like: hint.text };
  return (await askNote(server, question)) ?? null;
}

async function askWhat(
  claim: AlikeClaim,
  title: string,
): Promise<'exists' | 'enrich' | 'open' | undefined> {
  const items = [
    {
      label: '$(check) It says what the hint says',
      detail: 'The source names it behind the hint; no claim is made.',
      answer: 'exists' as const,
    },
    {
      label: '$(add) The hint adds evidence to it',
      detail: 'The claim gains the evidence and a link to the source.',
      answer: 'enrich' as const,
    },
    { label: '$(go-to-file) Open it', detail: 'Nothing is changed.', answer: 'open' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: claim.title,
    ignoreFocusOut: true,
  });
  return picked?.answer;
}

function move(server: ServerLink, { uri }: HintPlace, made: Move): Promise<Made> {
  return author(server, { uri, move: made }, false);
}
