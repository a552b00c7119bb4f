/** Answers how a vault stands, in numbers, and which notes are behind each. */
import type { CancellationToken } from 'vscode-languageserver';
import { type HealthCount, healthSections, healthUnit } from '../core/features/health/form';
import { countWords, sectionLabels } from '../core/features/health/labels';
import { type VaultHealth, vaultHealth } from '../core/features/health/vaultHealth';
import { noteFacts, titleAt } from '../core/features/navigation/noteFacts';
import { readConfigFile } from '../core/features/settings/configFile';
import { baseOf } from '../core/vault/names';
import { addressOf } from './address';
import { authorPlace } from './authorPlace';
import { knownHints } from './knownHints';
import type { OpenVault } from './OpenVault';
import type {
  HealthAnswer,
  HealthNotes,
  HealthNotesParams,
  HealthNumber,
  HealthParams,
  HealthSection,
} from './protocol';
import type { Session } from './Session';
import { resultInSlices } from './slices';
import { unreadReason } from './whenRead';

const MOST_NUMBERS = 100;
const MOST_NOTES = 200;

interface Known {
  /** Of the vault and its settings, when it was looked at. */
  readonly state: string;
  readonly counted: VaultHealth;
}

/** What was told last of each vault: the notes behind a number are those that it counted. */
const known = new WeakMap<OpenVault, Known>();

export async function answerHealth(
  session: Session,
  { uri }: HealthParams,
  token: CancellationToken,
): Promise<HealthAnswer> {
  const place = authorPlace(session, uri);
  if (place === null) return refusal('This is no note or folder of a vault.');
  const { vault } = place;
  const unread = unreadReason([vault], 'the numbers would be too small');
  if (unread !== null) return refusal(unread);
  session.shown.argument.follow();
  const counted = await healthOf(session, vault, token);
  if (counted === null) return refusal('Cancelled.');
  const { notes, sections } = counted.health;
  return {
    refused: null,
    vault: addressOf(vault.root),
    name: baseOf(vault.root),
    notes,
    sections: healthSections.map((name): HealthSection => {
      const [shown, left] = [
        sections[name].slice(0, MOST_NUMBERS),
        sections[name].slice(MOST_NUMBERS),
      ];
      const count = left.reduce((sum, each) => sum + each.count, 0);
      const more = { numbers: left.length, count };
      return { name, label: sectionLabels[name], counts: shown.map(toNumber), more };
    }),
  };
}

export async function answerHealthNotes(
  session: Session,
  { uri, key, from }: HealthNotesParams,
  token: CancellationToken,
): Promise<HealthNotes> {
  const nothing = (refused: string): HealthNotes => {
    return { refused, count: 0, unit: null, notes: [] };
  };
  const vault = authorPlace(session, uri)?.vault;
  if (vault === undefined) return nothing('This is no note or folder of a vault.');
  const unread = unreadReason([vault], 'notes would be missing');
  if (unread !== null) return nothing(unread);
  const counted = known.get(vault)?.counted ?? (await healthOf(session, vault, token));
  if (counted === null) return nothing('Cancelled.');
  const notes = counted.notesBehind(key);
  if (notes === undefined) return nothing('This number is not there any more.');
  return {
    refused: null,
    count: notes.length,
    unit: healthUnit(key),
    notes: notes.slice(from, from + MOST_NOTES).map(({ path, count }) => ({
      uri: session.workspace.uriOf({ vault, path }),
      path,
      title: titleAt(vault.index, path),
      facts: noteFacts(vault.index, path),
      count,
    })),
  };
}

/** `null` where it was cancelled. What changes meanwhile is counted as it was or as it is. */
async function healthOf(
  { machine }: Session,
  vault: OpenVault,
  token: CancellationToken,
): Promise<VaultHealth | null> {
  const { index } = vault;
  const today = machine.today();
  const settings = readConfigFile(vault.configFile()).findings;
  const state = JSON.stringify([index.revision, today, settings]);
  const before = known.get(vault);
  if (before?.state === state) return before.counted;
  const work = vaultHealth({
    vault: index,
    today,
    settings,
    hintsOf: path => knownHints(vault, path),
    // Whoever checks the note for its problems is told.
    failed: () => {},
  });
  const counted = await resultInSlices(work, () => !token.isCancellationRequested);
  if (counted === null) return null;
  known.set(vault, { state, counted });
  return counted;
}

function toNumber({ key, name, count, notes, severity }: HealthCount): HealthNumber {
  return { key, ...countWords({ key, name }), count, notes, severity: severity ?? null };
}

function refusal(refused: string): HealthAnswer {
  return { refused, vault: '', name: '', notes: 0, sections: [] };
}
