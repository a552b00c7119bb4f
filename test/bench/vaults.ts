/** The vaults that are measured: generated ones of some sizes, and a real one where there is one. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateVault } from './generateVault';

export interface MeasuredVault {
  readonly name: string;
  /** Of a generated vault, the number of notes asked for; `null` of a real one. */
  readonly size: number | null;
  /** Written where it is measured, never the author's own: storms change it. */
  readonly write: (folder: string) => string;
}

/** `given` is a vault of the user's; the default is that in `../shared/vault` beside the checkout; `null` is none. */
export function measuredVaults(
  sizes: readonly number[],
  given: string | null | undefined,
): MeasuredVault[] {
  const beside = join(import.meta.dirname, '../../../shared/vault');
  const generated = sizes.map(size => ({
    name: size % 1000 === 0 ? `${size / 1000}k` : String(size),
    size,
    write: (folder: string) => writeVault(folder, size),
  }));
  if (given === null) return generated;
  const real = given === undefined ? beside : resolve(given);
  if (!existsSync(real)) {
    if (given !== undefined) throw new Error(`${real} is not there`);
    process.stderr.write(
      'There is no vault in ../shared/vault: only generated ones are measured.\n',
    );
    return generated;
  }
  const copy = (folder: string) => {
    const filter = (source: string) => !/[\\/]\.git$/u.test(source);
    cpSync(real, folder, { recursive: true, filter });
    return folder;
  };
  return [{ name: 'real', size: null, write: copy }, ...generated];
}

export function writeVault(folder: string, count: number): string {
  const made = new Set<string>();
  for (const { path, text } of generateVault(count)) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  }
  return folder;
}
