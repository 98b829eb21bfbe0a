import { describe, expect, it } from 'vitest';
import type { Entity } from '../../generated/Entity';
import { fromView } from '../../state/store';
import { notesBehind, numbered } from './numbers';

const note = (id: string, at: number, table = 3, merged_into: string | null = null): [string, Entity] => [
  `note/${id}`,
  { type: 'note', value: { id, table, kind: 'surprise', text: id, origin: { type: 'table' }, by: null, at, cluster: null, place: 0, merged_into } },
];
const e = fromView({
  seq: 1, now: 0, run: 'r',
  entities: [note('c', 30), note('a', 10), note('b', 20, 3, 'a'), note('x', 5, 4)].map(([key, entity]) => ({ key, entity })),
});

describe('notes by number', () => {
  it('count in the order in which they were written, doubles too, and only those of the table', () => {
    expect(numbered(e, 3).map(({ number, note: { id } }) => [number, id])).toEqual([[1, 'a'], [2, 'b'], [3, 'c']]);
  });
  it('lead to the notes that stand, each once, and say which numbers are of none', () => {
    expect(notesBehind(numbered(e, 3), [2, 1, 3, 9])).toEqual({ ids: ['a', 'c'], unknown: [9] });
  });
});
