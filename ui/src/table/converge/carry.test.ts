import { describe, expect, it } from 'vitest';
import { before, type Column, laidDown, lastOf, LOOSE, moved, neighbour, NEW, placeOf } from './carry';

const columns: Column[] = [
  { key: LOOSE, notes: ['a', 'b', 'c'] },
  { key: 'k1', notes: ['d'] },
  { key: 'k2', notes: [] },
  { key: NEW, notes: [] },
];

describe('a note on its way', () => {
  it('stays where it is when it is laid where it lay', () => {
    for (const note of ['a', 'b', 'c', 'd']) expect(laidDown(columns, note, placeOf(columns, note), 1, 'x')).toBeNull();
  });

  it('goes before another, to the end, loose, or into a new cluster', () => {
    expect(laidDown(columns, 'a', before(columns, 'd', 'a'), 1, 'x')).toEqual({ type: 'move_note', note: 'a', cluster: 'k1', before: 'd' });
    expect(laidDown(columns, 'a', lastOf(columns, 'k1', 'a'), 1, 'x')).toEqual({ type: 'move_note', note: 'a', cluster: 'k1', before: null });
    expect(laidDown(columns, 'd', { column: LOOSE, index: 1 }, 1, 'x')).toEqual({ type: 'move_note', note: 'd', cluster: null, before: 'b' });
    expect(laidDown(columns, 'a', lastOf(columns, NEW, 'a'), 1, 'x')).toEqual({ type: 'add_cluster', id: 'x', table: 1, name: '', notes: ['a'] });
  });

  it('counts places without itself', () => {
    expect(laidDown(columns, 'a', { column: LOOSE, index: 1 }, 1, 'x')).toEqual({ type: 'move_note', note: 'a', cluster: null, before: 'c' });
    expect(laidDown(columns, 'a', lastOf(columns, LOOSE, 'a'), 1, 'x')).toEqual({ type: 'move_note', note: 'a', cluster: null, before: null });
  });

  it('moves by arrows and never runs off an end', () => {
    let at = placeOf(columns, 'c');
    at = moved(columns, 'c', at, 'ArrowRight')!;
    expect(at).toEqual({ column: 'k1', index: 1 });
    at = moved(columns, 'c', at, 'ArrowUp')!;
    at = moved(columns, 'c', at, 'ArrowUp')!;
    expect(at).toEqual({ column: 'k1', index: 0 });
    for (let i = 0; i < 9; i += 1) at = moved(columns, 'c', at, 'ArrowRight')!;
    expect(at).toEqual({ column: NEW, index: 0 });
    expect(moved(columns, 'c', at, 'a')).toBeNull();
  });

  it('finds the neighbour of a note, past empty columns', () => {
    expect(neighbour(columns, 'b', 'ArrowUp')).toBe('a');
    expect(neighbour(columns, 'c', 'ArrowDown')).toBeNull();
    expect(neighbour(columns, 'c', 'ArrowRight')).toBe('d');
    expect(neighbour(columns, 'd', 'ArrowRight')).toBeNull();
    expect(neighbour(columns, 'd', 'ArrowLeft')).toBe('a');
  });
});
