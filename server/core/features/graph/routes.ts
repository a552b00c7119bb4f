/** Ways of long edges around the notes between their ends. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points on the way, from the lower end to the upper one, without the ends; by both ends. */
export type Routes = ReadonlyMap<string, readonly Point[]>;

export function routeKey(a: string, b: string): string {
  return a < b ? `${a}\0${b}` : `${b}\0${a}`;
}
