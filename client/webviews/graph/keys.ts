/** What keys do while the graph has the focus. */
import { type Direction, isDirection } from './neighbours';

interface KeyUse {
  /** Along the edges. */
  step(direction: Direction): void;
  pan(direction: Direction): void;
  /** By what `KeyboardEvent.key` says. */
  readonly keys: Readonly<Record<string, () => unknown>>;
}

export function listenToKeys(root: HTMLElement, { step, pan, keys }: KeyUse): void {
  root.addEventListener('keydown', event => {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isDirection(key)) (shiftKey ? pan : step)(key);
    else if (Object.hasOwn(keys, key)) keys[key]?.();
    else return;
    event.preventDefault();
  });
}
