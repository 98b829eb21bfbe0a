import { describe, expect, it } from 'vitest';
import type { Chart } from '../../generated/Chart';
import type { Participant } from '../../generated/Participant';
import type { SetView } from '../../generated/SetView';
import { moved, toggled } from './choice';
import { largestDifference } from './compare';
import { shuffled } from './order';
import { where } from './place';
import { ballotFrom, notVoted, tally } from './votes';

const chart = (...shares: [number, 'enough' | 'too_few'][]): Chart => ({
  kind: 'bars', title: '', counted: '', columns: [], total: 100, filtered: false,
  rows: shares.map(([per_hundred, few], index) => ({
    label: `rij ${index}`, cells: [{ count: per_hundred, of: 100, per_hundred, expected: null, few, select: [] }],
  })),
});
const observation = (id: string) => ({ id, code: id, text: id, chart: chart([10, 'enough']), interpretations: [] });
const set: SetView[] = ['p1', 'p2'].map((id) => ({
  id, code: id, name: id, short: id, question: '', support: [], observations: [observation(`${id}.o1`), observation(`${id}.o2`)],
}));

describe('the address', () => {
  it('opens the same observation again', () => {
    expect(where(['p2', 'p2.o2'], set, false)).toMatchObject({ at: 'observation', index: 1, observation: { id: 'p2.o2' } });
  });
  it('leads to the cards when it belongs to another step or set', () => {
    expect(where(['story', '218'], set, false)).toEqual({ at: 'cards' });
    expect(where(['p9', 'p9.o1'], set, true)).toEqual({ at: 'fixed' });
  });
  it('lets a table look at the cards again after fixing', () => {
    expect(where(['cards'], set, true)).toEqual({ at: 'cards' });
    expect(where(['p1'], set, true)).toMatchObject({ at: 'observation', index: 0 });
  });
});

describe('the choice', () => {
  it('never holds more than three, and a fourth throws none out', () => {
    expect(toggled(['a', 'b', 'c'], 'd')).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });
  it('moves one place, and stays within its ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('the guess', () => {
  it('tells the largest difference of the rows that were guessed', () => {
    expect(largestDifference(chart([41, 'enough'], [9, 'enough'], [30, 'enough']), [45, 25, null])).toEqual({ label: 'rij 1', guessed: 25, seen: 9 });
  });
  it('says nothing of rows with too few stories, or without a guess', () => {
    expect(largestDifference(chart([0, 'too_few']), [80])).toBeNull();
    expect(largestDifference(chart([50, 'enough']), [null])).toBeNull();
    expect(largestDifference(chart([50, 'enough']), [])).toBeNull();
  });
});

describe('the order of interpretations', () => {
  const items = ['p1.o1.a', 'p1.o1.b'].map((id) => ({ id }));
  it('is the same every time', () => {
    expect(shuffled(items, '3/p1.o1')).toEqual(shuffled([...items].reverse(), '3/p1.o1'));
  });
  it('favours none: over many tables and observations each is first about half the time', () => {
    let first = 0;
    for (let table = 1; table <= 6; table += 1) {
      for (let n = 1; n <= 50; n += 1) {
        const of = ['a', 'b'].map((letter) => ({ id: `p${n}.o1.${letter}` }));
        if (shuffled(of, `${table}/p${n}.o1`)[0]?.id.endsWith('a')) first += 1;
      }
    }
    expect(first).toBeGreaterThan(110);
    expect(first).toBeLessThan(190);
  });
});

describe('personal votes', () => {
  const votes = [{ table: 3, participant: 'u1', perspectives: ['p1', 'p2'], given: 2 }];
  const people = ['u1', 'u2'].map((id): Participant => ({ id, table: 3, name: id, role: null, left: false }));
  it('counts a person once', () => {
    expect([tally(votes, 'p1'), tally(votes, 'p9')]).toEqual([1, 0]);
    expect(notVoted(people, votes).map((person) => person.id)).toEqual(['u2']);
  });
  it('takes up a ballot that was not given yet, without doubles and without more than three', () => {
    expect(ballotFrom('p1 p1 p9 p2 p3 p4', ['p1', 'p2', 'p3', 'p4'])).toEqual(['p1', 'p2', 'p3']);
    expect(ballotFrom(null, ['p1'])).toEqual([]);
  });
});
