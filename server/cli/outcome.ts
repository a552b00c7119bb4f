/** What a command line asks for, done: the table of commands, and how their options are read. */
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { today } from '../today';
import { check } from './check';
import { type Command, type Outcome, UsageError, type Values } from './command';
import { fix } from './fix';
import { graph } from './graph';
import { commandHelp, generalHelp } from './help';
import { hints } from './hints';
import { links } from './links';
import { message } from './message';
import { choiceOf, common } from './options';
import { paintFor } from './paint';
import { promote } from './promote';
import { rename } from './rename';
import { stats } from './stats';

/** A new command is one file and one line here. */
export const commands: Readonly<Record<string, Command>> = {
  check,
  links,
  graph,
  hints,
  promote,
  fix,
  rename,
  stats,
  message,
};

export const commandNames: readonly string[] = Object.keys(commands);

/** Throws a `Failure` where it cannot be done. `tell` hears what is said beside the output. */
export function outcomeOf(
  [name, ...rest]: readonly string[],
  tell: (sentence: string) => void,
): Outcome {
  if (name === '--help' || name === '-h') return { output: generalHelp(commands), status: 0 };
  if (name === '--version' || name === '-V') return { output: `${version}\n`, status: 0 };
  if (name === undefined) throw new UsageError(`Which command? ${oneOf()}`);
  if (name.startsWith('-')) {
    throw new UsageError(`The command comes first, then its options; "${name}" is no command.`);
  }
  const command = commandNamed(name);
  if (command === undefined) throw new UsageError(`There is no command "${name}". ${oneOf()}`);
  const { values, positionals } = parsed(command, rest);
  const { help } = values;
  if (help === true) return { output: commandHelp(name, command), status: 0 };
  const color = choiceOf(values, 'color', ['auto', 'always', 'never'], 'auto');
  return command.run({
    values,
    operands: positionals,
    paint: paintFor(color, process.stdout),
    today: today(),
    tell,
  });
}

export function commandNamed(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function oneOf(): string {
  return `Claimwright has ${commandNames.join(', ')}.`;
}

function parsed(command: Command, args: string[]): { values: Values; positionals: string[] } {
  const options = { ...command.options, ...common };
  try {
    return withFormat(parseArgs({ args, options, strict: true, allowPositionals: true }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Node's sentence is clear; what it adds about leading dashes is not.
    const [sentence = ''] = (error as Error).message.split(/(?<=\.)\s/u);
    throw new UsageError(sentence.replace(/(?<!\.)$/u, '.'));
  }
}

function withFormat<Parsed extends { values: Values }>(asked: Parsed): Parsed {
  const { json, format } = asked.values;
  if (json !== true) return asked;
  if (format !== undefined && format !== 'json')
    throw new UsageError(`--json is --format json, and does not go with --format ${format}.`);
  return { ...asked, values: { ...asked.values, format: 'json' } };
}
