/** Reads a vault's settings: what is good takes effect, and each bad part is told and left out. */
import { nearest } from '../text/nearest';
import { builtinTypes } from './builtin';
import { checkMessage } from './checkMessage';
import { checkTypes } from './checkTypes';
import { type Config, defaultConfig } from './config';
import { type ConfigForm, configForm } from './configForm';
import { drop, Findings, partsOf, textOf } from './configParts';
import { dataOf, type Entries, type Problem, readTree } from './configTree';
import type { TypeForm } from './form';
import { listed, refusals } from './formProblems';
import { messageFormat } from './messageForm';
import { matcherOf, patternFault, tidied } from './pathPatterns';
import { merged, Schema } from './Schema';

export type { Problem };

export interface ReadConfig {
  readonly config: Config;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * `codes` are those of all rules; `before` stays in force where the text as a whole cannot be read. Never throws.
 */
export function readConfig(
  text: string,
  codes: readonly string[],
  before: Config = defaultConfig,
): ReadConfig {
  const { tree, problems } = readTree(text);
  if (tree === null) return { config: before, problems };
  const found = new Findings(problems);
  shape(tree, found);
  checkExclude(tree, found);
  checkSeverity(tree, codes, found);
  checkMessage(tree, text, found);
  checkTypes(tree, found);
  const read = configForm.safeParse(dataOf(tree));
  return { config: read.success ? configOf(read.data) : before, problems: found.sorted() };
}

/** More rounds than the form has levels: what is taken out may uncover what misses it. */
const ROUNDS = 16;

function shape(tree: Entries, found: Findings): void {
  for (let round = 0; round < ROUNDS; round++) {
    const { error } = configForm.safeParse(dataOf(tree));
    if (error === undefined) return;
    // The paths of one round hold until the first part is gone.
    const all = error.issues.flatMap(issue => refusals(tree, issue));
    for (const { part, problem } of all) {
      if (problem !== null) found.add(problem);
      if (part !== null) drop(part);
    }
  }
}

function checkExclude(tree: Entries, found: Findings): void {
  for (const part of partsOf(tree, ['exclude'])) {
    const fault = patternFault(textOf(part));
    if (fault !== null) found.refuse(part, fault);
  }
}

function checkSeverity(tree: Entries, codes: readonly string[], found: Findings): void {
  const families = [...new Set(codes.map(code => code.split('/')[0] ?? ''))];
  for (const part of partsOf(tree, ['severity'])) {
    const { entry } = part;
    if (entry === null || codes.includes(entry.name) || families.includes(entry.name)) continue;
    const meant = nearest(entry.name, [...codes, ...families]);
    const asked =
      meant === null ? `Families of rules are ${listed(families)}.` : `Did you mean \`${meant}\`?`;
    found.tell(entry.key, `There is no rule \`${entry.name}\`. ${asked}`, 'error', meant);
    drop(part);
  }
}

function configOf(form: ConfigForm): Config {
  const types: Record<string, TypeForm> = {};
  for (const [name, type] of Object.entries(form.types ?? {}))
    types[name] = type.folders ? { ...type, folders: type.folders.map(tidied) } : type;
  return {
    schema:
      Object.keys(types).length === 0
        ? defaultConfig.schema
        : new Schema(merged(builtinTypes, types)),
    domains: form.domains ?? [],
    agents: form.agents ?? [],
    severity: new Map(Object.entries(form.severity ?? {})),
    message: messageFormat(form.message ?? {}),
    excludes: matcherOf(form.exclude ?? []),
  };
}
