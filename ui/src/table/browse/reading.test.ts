import { beforeAll, describe, expect, it } from 'vitest';
import type { SnapshotView } from '../../generated/SnapshotView';
import { useWords } from '../../words';
import { EVERYTHING, type Reading } from './place';
import { actives, filterOf, GOOD_BOUNDS, LENGTH_BOUNDS, onlyVoice, queryOf, toggled } from './reading';

const snapshot = {
  about: { uses: { good: 'good', voice: 'role_type' } },
  questions: [
    { id: 'role_type', short: 'Verteller', kind: { type: 'choice', choices: [{ id: 'parents', label: 'Ouders' }] } },
    { id: 'good', short: 'Goed onderwijs', kind: { type: 'slider', left: 'Nee', right: 'Ja' } },
  ],
  perspectives: [{
    observations: [{
      id: 'o1',
      chart: {
        kind: 'bars', counted: 'goed tot perfect', columns: [],
        rows: [{ label: 'Relaties', cells: [{ select: [{ question: 'about', test: { type: 'any_of', options: ['relations'] } }] }] }],
      },
    }],
  }],
} as unknown as SnapshotView;
const at = { snapshot, perspective: 'p4', table: 3, offset: 0, limit: 50 };

beforeAll(() => useWords('nl', { 'browse.good.high': '{right}', 'browse.length.short': 'kort', 'browse.search_chip': '“{words}”' }));

describe('what the list asks for', () => {
  it('asks exactly the stories of a tapped bar, together with the filter', () => {
    const reading: Reading = { ...EVERYTHING, pool: 'all', pick: { observation: 'o1', row: 0, cell: 0 }, answers: { role_type: ['parents'] } };
    expect(queryOf(reading, at).filter.conditions).toEqual([
      { question: 'role_type', test: { type: 'any_of', options: ['parents'] } },
      { question: 'about', test: { type: 'any_of', options: ['relations'] } },
    ]);
  });
  it('leaves no place of the slider and no length out, and has none twice', () => {
    const places = Object.values(GOOD_BOUNDS).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
    expect(places).toEqual(Array.from({ length: 101 }, (_, n) => n));
    expect([LENGTH_BOUNDS.short[1], LENGTH_BOUNDS.medium[0], LENGTH_BOUNDS.medium[1], LENGTH_BOUNDS.long[0]]).toEqual([99, 100, 250, 251]);
  });
  it('looks in all stories once something is filtered', () => {
    expect(queryOf(EVERYTHING, at).pool).toEqual({ type: 'support', perspective: 'p4' });
    expect(queryOf(toggled(EVERYTHING, 'role_type', 'parents'), at).pool).toEqual({ type: 'all' });
    expect(onlyVoice({ ...EVERYTHING, length: 'long', search: 'x' }, 'role_type', 'pupils')).toMatchObject({ pool: 'all', length: null, search: '' });
  });
});

describe('what narrows the list', () => {
  it('is shown one by one, and each can be taken away alone', () => {
    let reading: Reading = {
      ...EVERYTHING, pick: { observation: 'o1', row: 0, cell: 0 }, answers: { role_type: ['parents'] }, good: 'high', length: 'short', search: 'juf',
    };
    expect(actives(reading, snapshot).map((one) => one.words)).toEqual(['Relaties · goed tot perfect', 'Ouders', 'Goed onderwijs: Ja', 'kort', '“juf”']);
    for (let left = 5; left > 0; left -= 1) {
      expect(actives(reading, snapshot)).toHaveLength(left);
      reading = actives(reading, snapshot).at(-1)?.without ?? reading;
    }
    expect(filterOf(reading, snapshot)).toEqual({ conditions: [], min_words: null, max_words: null });
  });
});
