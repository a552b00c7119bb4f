/** Skips a test, and says why. */
export function skipped(test: Mocha.Context, why: string): never {
  console.log(`      skipped: ${why}`);
  return test.skip();
}
