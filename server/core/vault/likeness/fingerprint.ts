/** A long text as four characters, for where only equality counts: 64 bits, so among a million no two are ever taken for one. */
export function fingerprint(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495);
  }
  const mixed = mix(one) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  const more = mix(other) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return String.fromCharCode(mixed >>> 16, mixed & 0xffff, more >>> 16, more & 0xffff);
}

function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
}
