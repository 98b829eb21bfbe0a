import { describe, expect, it } from 'vitest';
import type { Note } from '../generated/Note';
import * as select from './select';
import { applied, fromView, noEntities } from './store';

const note = (id: string, place: number, more: Partial<Note> = {}): Note => ({
  id, table: 3, kind: 'surprise', text: id, origin: { type: 'table' }, by: null, at: place, cluster: null, place, merged_into: null, ...more,
});
const upsert = (value: Note): { key: string; entity: { type: 'note'; value: Note } } => ({ key: `note/${value.id}`, entity: { type: 'note', value } });

describe('the entities of a screen', () => {
  it('are those of the view, changed by what comes after it', () => {
    const first = fromView({ seq: 2, now: 0, run: 'r', entities: [upsert(note('a', 2)), upsert(note('b', 1))] });
    const then = applied(first, { upserts: [upsert(note('c', 0)), upsert(note('b', 9))], removals: ['note/a'] });
    expect(select.notesIn(then, 3, null).map((n) => n.id)).toEqual(['c', 'b']);
    expect(select.notesIn(first, 3, null).map((n) => n.id)).toEqual(['b', 'a']);
  });

  it('keep the identity of what a delta does not touch, so that nothing is drawn again', () => {
    const first = noEntities();
    const then = applied(first, { upserts: [upsert(note('a', 0))], removals: [] });
    expect(then.table).toBe(first.table);
    expect(then.note).not.toBe(first.note);
  });

  it('do not show doubles among the notes, but with the one that stands for them', () => {
    const both = fromView({ seq: 1, now: 0, run: 'r', entities: [upsert(note('a', 0)), upsert(note('b', 1, { merged_into: 'a' }))] });
    expect(select.notes(both, 3).map((n) => n.id)).toEqual(['a']);
    expect(select.doubles(both, 'a').map((n) => n.id)).toEqual(['b']);
  });
});
