/** Runs one suite in desktop VS Code: a program of its own, so that all of it can be stopped at once. */
import { runTests } from '@vscode/test-electron';

const [options] = process.argv.slice(2);
runTests(JSON.parse(options ?? '{}')).then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
