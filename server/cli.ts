#!/usr/bin/env node
/** The command line: finds the command, runs it, and tells by the exit status how it went. */
import './engine';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { check } from './cli/check';
import { type Command, Failure, type Outcome, UsageError, type Values } from './cli/command';
import { fix } from './cli/fix';
import { graph } from './cli/graph';
import { commandHelp, generalHelp } from './cli/help';
import { hints } from './cli/hints';
import { links } from './cli/links';
import { message } from './cli/message';
import { choiceOf, common } from './cli/options';
import { paintFor, visible } from './cli/paint';
import { promote } from './cli/promote';
import { rename } from './cli/rename';
import { stats } from './cli/stats';
import { today } from './today';

/** A new command is one file and one line here. */
const commands: Readonly<Record<string, Command>> = {
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

function outcomeOf([name, ...rest]: readonly string[]): Outcome {
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
    tell: complain,
  });
}

function commandNamed(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function oneOf(): string {
  return `Claimwright has ${Object.keys(commands).join(', ')}.`;
}

function parsed(command: Command, args: string[]): { values: Values; positionals: string[] } {
  const options = { ...command.options, ...common };
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    // Node's sentence is clear; what it adds about leading dashes is not.
    const [sentence = ''] = (error as Error).message.split(/(?<=\.)\s/u);
    throw new UsageError(sentence.replace(/(?<!\.)$/u, '.'));
  }
}

function complain(sentence: string): void {
  process.stderr.write(`claimwright: ${visible(sentence)}\n`);
}

function fail(error: unknown, command: string | undefined): void {
  process.exitCode = 2;
  if (!(error instanceof Failure)) {
    process.stderr.write(
      `claimwright failed, which is a bug: ${error instanceof Error ? error.stack : error}\n`,
    );
    return;
  }
  complain(error.message);
  const known = commandNamed(command) !== undefined;
  if (error instanceof UsageError)
    process.stderr.write(`Try "claimwright ${known ? `${command} ` : ''}--help".\n`);
}

// A reader that stops early, as `head` does, wants no more and no complaint.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    fail(new Failure(`The output could not be written (${error.code}).`), undefined);
});
process.stderr.on('error', () => {});

const argv = process.argv.slice(2);
try {
  const { output, status } = outcomeOf(argv);
  // Not `process.exit`: what is written to a pipe may still be on its way.
  process.exitCode = status;
  process.stdout.write(output);
} catch (error) {
  fail(error, argv[0]);
}
