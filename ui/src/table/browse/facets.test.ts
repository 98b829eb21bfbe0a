import { describe, expect, it } from 'vitest';
import { facetCount } from './facets';
import { EVERYTHING } from './place';

const facets = new Map([
  ['role.parents', new Set([1, 2, 3])], ['role.pupils', new Set([4, 5])], ['feeling.hope', new Set([1, 4])], ['length.short', new Set([1, 2, 4])],
]);
const base = [1, 2, 3, 4, 5];

describe('the number behind an answer', () => {
  it('is what the list would hold with only that answer in its group', () => {
    const reading = { ...EVERYTHING, answers: { role: ['parents'], feeling: [] }, length: 'short' as const };
    expect(facetCount(base, facets, reading, 'feeling', 'feeling.hope')).toBe(1);
    expect(facetCount(base, facets, reading, 'role', 'role.pupils')).toBe(1);
    expect(facetCount(base, facets, reading, 'role', 'role.parents')).toBe(2);
    expect(facetCount([2, 3], facets, EVERYTHING, 'role', 'role.parents')).toBe(2);
  });
});
