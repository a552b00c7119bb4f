/** What a vault's settings say, and what is wrong with them. */
import { rules } from '../../rules/all';
import type { Finding, Fix, Rule } from '../../rules/rule';
import { type Config, defaultConfig } from '../../schema/config';
import { type Problem, readConfig } from '../../schema/readConfig';
import type { Change } from '../../vault/Vault';

/** Documented as a rule is, though no note can break it. */
export const invalidConfig: Pick<Rule, 'code' | 'severity' | 'summary' | 'docs'> = {
  code: 'config/invalid',
  severity: 'error',
  summary: 'A part of `.claimwright.yaml` that means nothing; a warning where it may not be meant.',
  docs:
    'A mistyped key or a name that nothing has would be passed over in silence, and the vault would not be checked as its ' +
    'authors agreed. Only the part that is marked has no effect; all else in the file holds. Where YAML cannot read the ' +
    'file at all, the settings before it stay in force.',
};

export interface ConfigFinding extends Finding {
  readonly fixes: readonly Fix[];
}

export interface ReadConfigFile {
  readonly config: Config;
  readonly findings: readonly ConfigFinding[];
}

const codes = rules.map(({ code }) => code);

/** Without a file of settings, what is usual. `before` stays in force where the file cannot be read. */
export function readConfigFile(file: Change, before: Config = defaultConfig): ReadConfigFile {
  if (file.kind === 'remove') return { config: defaultConfig, findings: [] };
  if (file.text === null) {
    const message = file.problem ?? 'This file could not be read.';
    const problem = { span: { start: 0, end: 0 }, message, severity: 'error' } as const;
    return { config: before, findings: [findingOf(problem)] };
  }
  const { config, problems } = readConfig(file.text, codes, before);
  return { config, findings: problems.map(findingOf) };
}

function findingOf({ span, message, severity, instead }: Problem): ConfigFinding {
  const fixes =
    instead === undefined
      ? []
      : [{ title: `Change to \`${instead}\``, safe: false, edits: [{ span, newText: instead }] }];
  return { code: invalidConfig.code, severity, span, message, fixes };
}
