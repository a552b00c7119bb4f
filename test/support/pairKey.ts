/** Names a pair of notes without saying what they are called. */
import { createHash } from 'node:crypto';
import { nameOf } from '../../server/core/vault/names';

/** The same for both orders, and for notes of these names in any folders. */
export function pairKey(a: string, b: string): string {
  const names = [nameOf(a), nameOf(b)].sort().join('\n');
  return createHash('sha256').update(names).digest('hex').slice(0, 12);
}
