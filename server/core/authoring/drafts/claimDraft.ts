/** A claim made from a source, from a musing or from nothing, as complete as what is known allows. */
import { lineEndOf } from '../../rules/frontmatter/frontmatterText';
import type { NoteType } from '../../schema/NoteType';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { canonicalTarget } from '../../vault/canonical';
import { folderOf, nameOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { aboutIt } from './aboutIt';
import { usualAgent } from './agentOf';
import { claimPath } from './claimFile';
import { claimRelations, fittingRelation } from './claimRelations';
import { claimText } from './claimText';
import { connectionsOf } from './connections';
import { describing } from './description';
import { descriptionsBeside } from './descriptionsBeside';
import { domainOf } from './domainOf';
import { mapOf } from './mapOf';
import { materialOf } from './materialOf';
import { plainTitle, plainWords } from './plainWords';
import { type SourceWords, sourceLine, sourcerOf, sourceWords } from './sourceLine';

/** What the claim shall say. */
export interface ClaimWish {
  readonly title: string;
  /** `null` where the source or the vault has to tell. */
  readonly domain: string | null;
  readonly confidence: string | null;
  /** What named it, where that may say it in other words than the title. */
  readonly hint?: string;
  /** What is said for it; may hold Markdown. */
  readonly reason: string | null;
  /** The words it rests on, where the author chose them; else they are looked for in the source. */
  readonly quoted: string | null;
  readonly today: string;
  /** Who the author says to be. */
  readonly agent: string | null;
}

/** What it is made from. */
export interface ClaimOrigin {
  readonly note: Note;
  readonly text: string;
  readonly type: NoteType | undefined;
}

export interface ClaimDraft {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** Of the description in the text, which its author goes on with. */
  readonly description: Span;
  /** Who writes it, as far as anybody can tell. */
  readonly agent: string | null;
}

/** The sentence says why there can be none. */
export function claimDraft(
  vault: Vault,
  wish: ClaimWish,
  origin: ClaimOrigin | null,
): ClaimDraft | string {
  const type = vault.config.schema.type('claim');
  const title = plainTitle(wish.title);
  if (type === undefined || title === '') return 'A claim needs a title.';
  const domain = wish.domain ?? (origin && domainOf(vault, origin));
  const path = claimPath(vault, title, domain);
  if (path === null) return `No file can be called “${title}”.`;
  const folder = folderOf(path);
  const agent = wish.agent ?? usualAgent(vault, folder);
  const from = origin && sourceWords(origin.note, origin.type);
  const material = origin && materialOf(origin, title, wish);
  const quote = material?.quote ?? [];
  const taken = origin === null ? new Set<string>() : descriptionsBeside(vault, origin);
  const said = describing(title, material?.candidates ?? [], taken);
  // A claim without one is not complete: where its source says nothing else, that is what it says.
  const description = said !== '' || from === null ? said : `Argued in ${named(from)}`;
  const reason = wish.reason === null ? '' : plainWords(wish.reason);
  const beside =
    origin === null || material === null
      ? []
      : connectionsOf(vault, origin.note, material.parts).filter(each => each.path !== path);
  const connections = aboutIt(vault, beside, title, wish.hint ?? '', reason, said);
  const target = (to: string) => canonicalTarget(vault, to, path);
  const map = mapOf(vault, folder, domain);
  const isSource = origin !== null && origin.type?.name !== 'musing';
  const made = claimText(
    type,
    {
      title,
      fields: {
        domain: domain ?? '',
        description,
        confidence: confidenceIn(type, wish.confidence),
        source: from === null ? (agent ?? '') : lineFrom(from, isSource),
        created: wish.today,
        title: nameOf(path) === title ? '' : title,
        agent: uses(vault, 'agent') ? (agent ?? '') : '',
        sourcer: from !== null && uses(vault, 'sourcer') ? sourcerOf(from) : '',
        ...claimRelations(vault, type, connections, target),
      },
      argument: argumentOf(
        reason,
        from === null || quote.length === 0 ? [] : [...quote, '>', `> — ${named(from)}`],
      ),
      evidence:
        !isSource || from === null
          ? []
          : [evidenceBullet(target(origin.note.path), from, quote.length > 0)],
      relevant: connections
        .filter(each => each.remark !== '' || fittingRelation(vault, type, each) === null)
        .map(each => `[[${target(each.path)}]]${each.remark === '' ? '' : ` — ${each.remark}`}`),
      topics: map === null ? [] : [`[[${target(map)}]]`],
    },
    lineEndOf(origin?.text ?? ''),
  );
  return { path, title, ...made, agent };
}

/** “Author, “title””, for what is quoted. */
export function named({ author, title }: SourceWords): string {
  return [author, `“${title}”`].filter(each => each !== '').join(', ');
}

function evidenceBullet(target: string, from: SourceWords, quoted: boolean): string {
  return `[[${target}]] — ${quoted ? 'the passages quoted above' : named(from)}`;
}

function lineFrom(from: SourceWords, isSource: boolean): string {
  return `${sourceLine(from)}${isSource ? '' : ' (musing)'}`;
}

function confidenceIn(type: NoteType, stated: string | null): string {
  const field = type.field('confidence');
  const known = field?.values.find(({ name }) => name === stated?.trim().toLowerCase());
  return known?.name ?? field?.initial ?? '';
}

function argumentOf(reason: string, quoted: readonly string[]): string[] {
  const said = reason === '' ? [] : [sentence(reason)];
  return said.length > 0 && quoted.length > 0 ? [...said, '', ...quoted] : [...said, ...quoted];
}

function sentence(words: string): string {
  const opened = /^\p{Ll}+(?![\p{Lu}\p{N}])/u.test(words)
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words;
  // Words alone must not make a list or a heading.
  const safe = /^(?:[#>+*=~-]|\d{1,9}[.)] )/u.test(opened) ? `\\${opened}` : opened;
  return /[.!?…]["”’)]?$/u.test(safe) ? safe : `${safe}.`;
}

/** Whether claims of this vault have the field; in a vault without claims every field is as good. */
function uses(vault: Vault, field: string): boolean {
  const { vocabulary } = vault;
  return vocabulary.notesOf('claim') === 0 || vocabulary.notesWithField('claim', field) > 0;
}
