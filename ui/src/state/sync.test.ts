// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Delta } from '../generated/Delta';
import type { Entry } from '../generated/Entry';
import type { View } from '../generated/View';
import { digest } from './digest';
import { noEntities } from './store';
import { Replica } from './sync';

const note = (id: string): Entry => ({ key: `note/${id}`, entity: { type: 'note', value: { id, table: 3, kind: 'surprise', text: id, origin: { type: 'table' }, by: null, at: 0, cluster: null, place: 0, merged_into: null } } });
const view = (seq: number, run: string, ...ids: string[]): { view: View } => ({ view: { seq, run, now: 0, entities: ids.map(note) } });
const delta = (from: number, seq: number, ...ids: string[]): Delta => ({ from, seq, upserts: ids.map(note), removals: [] });
const notes = (replica: Replica): string => [...replica.entities.note.keys()].map((key) => key.slice(5)).sort().join('');

function at(seq: number, ...ids: string[]): Replica {
  const replica = new Replica();
  replica.answered(view(seq, 'r', ...ids), null);
  return replica;
}

describe('the copy of the session on a screen', () => {
  it('begins with a view, and then asks what it missed', () => {
    const replica = new Replica();
    expect(replica.question()).toEqual({ type: 'view' });
    expect(replica.answered(view(5, 'r', 'a'), null)).toBe(true);
    expect(replica.question()).toEqual({ type: 'since', seq: 5, run: 'r' });
  });

  it('takes what follows, leaves what it knows, and asks when something between is missing', () => {
    const replica = at(5, 'a');
    expect(replica.heard(delta(5, 6, 'b'))).toBe(true);
    expect(replica.heard(delta(3, 5, 'old'))).toBe(true);
    expect(replica.heard(delta(7, 8, 'd'))).toBe(false);
    expect([notes(replica), replica.at?.seq]).toEqual(['ab', 6]);
    expect(replica.answered({ delta: delta(6, 7, 'c') }, replica.at)).toBe(true);
    expect([notes(replica), replica.at?.seq]).toEqual(['abcd', 8]);
  });

  it('takes what it heard while the view was on its way on top of it', () => {
    const replica = new Replica();
    expect(replica.heard(delta(5, 6, 'b'))).toBe(false);
    expect(replica.answered(view(5, 'r', 'a'), null)).toBe(true);
    expect(notes(replica)).toBe('ab');
  });

  it('does not go back to an older view', () => {
    const replica = at(5, 'a');
    replica.heard(delta(5, 7, 'b'));
    expect(replica.answered(view(6, 'r', 'a'), null)).toBe(true);
    expect([notes(replica), replica.at?.seq]).toEqual(['ab', 7]);
  });

  it('takes the view of another opening also where its numbers are lower', () => {
    const replica = at(90, 'a');
    expect(replica.answered(view(2, 's', 'b'), replica.at)).toBe(true);
    expect([notes(replica), replica.at?.run]).toEqual(['b', 's']);
  });

  it('mixes nothing of another session in', () => {
    const replica = at(5, 'a');
    const asked = replica.at;
    replica.heard(delta(9, 10, 'x'));
    replica.forget();
    expect(replica.question()).toEqual({ type: 'view' });
    // The answer to a question of before comes late: before the view of the other session, and after it.
    expect(replica.answered({ delta: delta(5, 6, 'y') }, asked)).toBe(false);
    expect(replica.answered(view(5, 's', 'b'), null)).toBe(true);
    expect(replica.answered({ delta: delta(5, 6, 'y') }, asked)).toBe(false);
    expect(notes(replica)).toBe('b');
  });

  it('begins again with a view when what it heard never fits', () => {
    const replica = at(5, 'a');
    replica.heard(delta(90, 91, 'x'));
    let asked = 0;
    for (let whole = false; !whole; asked += 1) {
      expect(asked).toBeLessThan(10);
      const question = replica.question();
      whole = replica.answered(question.type === 'view' ? view(5, 'r', 'a') : { delta: delta(question.seq, question.seq) }, replica.at);
    }
    expect(notes(replica)).toBe('a');
  });

  it('shows what it had until there is something else', () => {
    const replica = at(5, 'a');
    replica.forget();
    expect(notes(replica)).toBe('a');
    replica.clear();
    expect(notes(replica)).toBe('');
  });
});

describe('the mark of what a screen holds', () => {
  it('is the same whatever the order in which it came, and another as soon as anything differs', () => {
    const [one, two] = [at(1, 'a', 'b'), at(9, 'b', 'a')];
    expect(digest(one.entities)).toBe(digest(two.entities));
    expect(digest(one.entities)).toMatch(/^[0-9a-f]{16}$/);
    two.heard(delta(9, 10, 'c'));
    expect(digest(one.entities)).not.toBe(digest(two.entities));
    expect(digest(noEntities())).toBe(digest(new Replica().entities));
  });
});
