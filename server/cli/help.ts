/** The texts of `--help`. */
import type { Command, Option } from './command';
import { common } from './options';
import { padRight, widest } from './pretty';

export const STATUS =
  'Exit status: 0 clean, 1 errors found (check) or left (fix), 2 wrong usage or failure.';

export function generalHelp(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, command]) => [name, command.summary] as const);
  return [
    'Usage: claimwright COMMAND [OPTION…] [--] [OPERAND…]',
    '',
    'Works on a vault: a folder of Markdown notes that link to each other.',
    '',
    'Commands:',
    ...table(rows),
    '',
    'Options:',
    ...table([
      ['-h, --help', 'show this help; after a command, help for that command'],
      ['-V, --version', 'show the version'],
    ]),
    '',
    STATUS,
    '',
  ].join('\n');
}

export function commandHelp(name: string, command: Command): string {
  const options = Object.entries<Option>({ ...command.options, ...common });
  return [
    `Usage: claimwright ${name} [OPTION…] [--] ${command.operands}`,
    '',
    command.description,
    '',
    'Options:',
    ...table(options.map(([long, option]) => [written(long, option), option.help])),
    '',
    STATUS,
    '',
  ].join('\n');
}

function written(long: string, { short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${long}${value === undefined ? '' : ` ${value}`}`;
}

function table(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = widest(rows.map(([left]) => left));
  return rows.map(([left, right]) => `  ${padRight(left, width)}  ${right}`);
}
