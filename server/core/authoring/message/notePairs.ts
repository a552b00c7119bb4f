/** Which notes differ from the last commit, each as it was and is. */
import type { Schema } from '../../schema/Schema';
import { baseOf, foldName, isNotePath } from '../../vault/names';
import { likestPairs } from './likestPairs';
import { type NotePair, pathOf, takeOut, type Unpaired } from './NotePair';
import { type NoteState, noteState } from './NoteState';
import type { WorkingChange } from './WorkingChange';

/** A note that went and one that came are the same where their texts, their names, or most of their lines are. */
export function* notePairs(
  schema: Schema,
  changes: Iterable<WorkingChange>,
): Generator<null, NotePair[]> {
  const pairs: NotePair[] = [];
  const gone: NoteState[] = [];
  const come: NoteState[] = [];
  for (const { path, before, after } of changes) {
    if (!isNotePath(path)) continue;
    yield null;
    const [was, is] = [before, after].map(text => (text === null ? null : plain(text)));
    const state = (text: string) => noteState(schema, path, text);
    if (was != null && is != null) {
      if (was !== is) pairs.push({ before: state(was), after: state(is) });
    } else if (was != null) gone.push(state(was));
    else if (is != null) come.push(state(is));
  }
  const left = { gone, come };
  const moved = [
    ...samePairs(left, ({ text }) => text),
    ...samePairs(left, ({ path }) => foldName(baseOf(path))),
    ...likestPairs(left),
  ];
  return [
    ...pairs,
    ...moved,
    ...left.gone.map(before => ({ before, after: null })),
    ...left.come.map(after => ({ before: null, after })),
  ].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

/** Pairs those that alone have the same key. */
function samePairs(left: Unpaired, keyOf: (state: NoteState) => string): NotePair[] {
  const [went, came] = [left.gone, left.come].map(states => {
    const only = new Map<string, NoteState | null>();
    for (const state of states) {
      const key = keyOf(state);
      only.set(key, only.has(key) ? null : state);
    }
    return only;
  });
  const pairs: NotePair[] = [];
  for (const [key, before] of went ?? []) {
    const after = came?.get(key);
    if (before && after) pairs.push({ before, after });
  }
  takeOut(left, pairs);
  return pairs;
}

/** Git may convert line ends, and an editor keeps a byte-order mark to itself. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
}
