import { describe, expect, it } from 'vitest';
import { fromAddress, type Place, START, toAddress } from './place';

/** What the address does to a place: encoded by the browser, decoded as a whole, cut at each slash. */
const through = (place: Place): Place | null => fromAddress(decodeURIComponent(encodeURI(toAddress(place))).split('/').filter(Boolean));

describe('a place in the address', () => {
  it.each<[string, Place]>([
    ['the start', START],
    ['everything at once', {
      perspective: 'p4', observation: 'p4.o1', chartOfFilter: true, story: 218,
      reading: {
        pool: 'all', pick: { observation: 'p4.o1', row: 3, cell: 1 }, answers: { role_type: ['parents', 'pupils'], region: ['oost_groningen'] },
        good: 'high', length: 'short', ownFirst: false, order: 'latest', search: 'juf',
      },
    }],
    ['words that an address finds hard', { ...START, reading: { ...START.reading, search: '50% "a/b";c=d, ~ é 😀 (x)*' } }],
  ])('comes back as it was: %s', (_, place) => {
    expect(through(place)).toEqual(place);
  });
  it('is nothing where another step left its place', () => expect(fromAddress(['p4', 'o1'])).toBeNull());
  it('takes damaged words for nothing', () => {
    expect(fromAddress(['browse', '~E0~A4', 'q=~ZZ;l=huge;=;x', 'story', 'abc'])).toEqual(START);
  });
});
