/** Texts out of bytes. */

/** Every engine has it, though the language itself does not tell of it. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

const decoder = new TextDecoder('utf-8');

/** The text of bytes below 128: for all but the shortest several times as fast as `String.fromCharCode`. */
export function asciiText(bytes: Uint8Array, end: number): string {
  return decoder.decode(bytes.subarray(0, end));
}
