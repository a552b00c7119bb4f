#!/usr/bin/env node
/** The command line: finds the command, runs it, and tells by the exit status how it went. */
import './engine';
import { Failure, UsageError } from './cli/command';
import { commandNamed, outcomeOf } from './cli/outcome';
import { visible } from './cli/paint';

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
  const { output, status } = outcomeOf(argv, complain);
  // Not `process.exit`: what is written to a pipe may still be on its way.
  process.exitCode = status;
  process.stdout.write(output);
} catch (error) {
  fail(error, argv[0]);
}
