import { expect, it } from 'vitest';
import type { ObservationLine } from '../../generated/ObservationLine';
import { missing, moved, needed } from './missing';

const line = (part: Partial<ObservationLine['observation']>, rest: Partial<ObservationLine> = {}): ObservationLine => ({
  observation: { id: 'o1', text: '', strength: 3, chart: null, pattern: null, interpretations: [], x: 0, y: 0, ...part },
  perspective: null, chart: null, lost: null, answers_changed: false, ready: false, remarks: 0, ...rest,
});
const chart = { kind: 'spread', title: '', counted: '', columns: [], rows: [], total: 0, filtered: false } as unknown as ObservationLine['chart'];

it('says what an observation still lacks, in the order in which it is made', () => {
  expect(missing(line({}))).toEqual(['text', 'chart', 'interpretations', 'perspective']);
  const two = [{ id: 'i1', text: 'Een.' }, { id: 'i2', text: 'Twee.' }];
  expect(missing(line({ text: 'Ouders noemen vaker de leraar.', interpretations: two }, { chart, perspective: 'p1' }))).toEqual([]);
  expect(missing(line({ text: ' ', interpretations: two }, { chart }))).toEqual(['text', 'perspective']);
});

it('counts how many interpretations are still needed', () => {
  expect(needed(line({}))).toBe(2);
  expect(needed(line({ interpretations: [{ id: 'i1', text: 'Een.' }] }))).toBe(1);
});

it('moves one of a list, and never out of it', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
