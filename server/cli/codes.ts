/** Which rules the option `--rule` asks for. */
import { invalidConfig } from '../core/features/settings/configFile';
import { rules } from '../core/rules/all';
import { type Option, UsageError, type Values } from './command';
import { listOf } from './options';

export const ruleOption: Option = {
  type: 'string',
  multiple: true,
  value: 'CODE',
  help: 'only this rule (link/missing) or family of rules (link); may be repeated',
};

/** Codes of rules, all where the option is not given. */
export function codesOf(values: Values): ReadonlySet<string> {
  const asked = listOf(values, 'rule');
  const all = [...rules, invalidConfig].map(({ code }) => code);
  if (asked.length === 0) return new Set(all);
  return new Set(
    asked.flatMap(word => {
      const codes = all.filter(code => code === word || code.startsWith(`${word}/`));
      if (codes.length > 0) return codes;
      throw new UsageError(`There is no rule "${word}". The rules are ${all.join(', ')}.`);
    }),
  );
}
