import { beforeEach, describe, expect, it } from 'vitest';
import { pointing, waitsHere } from './pointed';

const at = 1_000_000;
const fresh = { away: 0, own: null };

describe('a story that someone points at', () => {
  beforeEach(() => localStorage.clear());
  const ada = { story: 218, by: 'u1', at };

  it('waits on the other screens until it is put away there', () => {
    expect(waitsHere(ada, fresh, null, at + 1000)).toBe(ada);
    expect(waitsHere(ada, { ...fresh, away: at }, null, at + 1000)).toBeNull();
    expect(waitsHere({ ...ada, at: at + 5 }, { ...fresh, away: at }, null, at + 1000)).not.toBeNull();
  });
  it('does not come back to who sent it', () => {
    expect(waitsHere(ada, fresh, 'u1', at)).toBeNull();
    pointing.send(3, 218, at);
    expect(waitsHere({ ...ada, by: null }, pointing.read(3), null, at)).toBeNull();
    expect(waitsHere({ ...ada, by: null, story: 7 }, pointing.read(3), null, at)).not.toBeNull();
  });
  it('goes by itself when the table is long past it', () => expect(waitsHere(ada, fresh, null, at + 20 * 60_000)).toBeNull());
  it('is put away for good on this device, and per table', () => {
    pointing.keep(3, { away: at, own: null });
    expect([pointing.read(3).away, pointing.read(4).away]).toEqual([at, 0]);
  });
});
