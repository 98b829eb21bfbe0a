import { beforeEach, describe, expect, it } from 'vitest';
import { drafts } from '../../state/drafts';
import { begin, type Begun, begunBefore, closed, draftOf, without } from './begun';

const note = (id: string): Begun => ({ id, kind: 'surprise', origin: { type: 'table' }, by: null });

describe('a note that was begun', () => {
  beforeEach(() => localStorage.clear());

  it('stays when another begins, if it has words', () => {
    let desk = begin({ notes: [], open: null }, note('a'));
    drafts.keep(draftOf('a'), 'Wij dachten');
    desk = begin(desk, note('b'));
    desk = begin(desk, note('c'));
    expect(desk.notes.map((one) => one.id)).toEqual(['c', 'a']);
    expect(closed(desk).notes.map((one) => one.id)).toEqual(['a']);
  });
  it('is there again after a restart, open as it was', () => {
    drafts.keep('d', JSON.stringify(begin({ notes: [], open: null }, note('a'))));
    expect(begunBefore('d')).toEqual({ notes: [note('a')], open: 'a' });
    drafts.keep('d', '{"notes":3');
    expect(begunBefore('d')).toEqual({ notes: [], open: null });
  });
  it('goes once it is safe', () => expect(without({ notes: [note('a')], open: 'a' }, 'a')).toEqual({ notes: [], open: null }));
});
