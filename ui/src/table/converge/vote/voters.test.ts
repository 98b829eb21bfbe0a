import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../generated/Participant';
import { useWords } from '../../../words';
import { voters } from './voters';

const person = (id: string, name: string): Participant => ({ id, table: 1, name, role: null, left: false });

describe('who votes', () => {
  it('tells people without a name apart, and keeps their numbers when another comes', () => {
    useWords('nl', { 'vote.nameless': 'Stemmer {n}' });
    const two = [person('u9', ''), person('u5', 'Bram'), person('u1', '')];
    const names = (people: Participant[]): [string, string][] => voters(people).map((one) => [one.id, one.name]);
    expect(names(two)).toEqual([['u5', 'Bram'], ['u9', 'Stemmer 1'], ['u1', 'Stemmer 2']]);
    expect(names([...two, person('u3', ''), person('u0', 'Ada')])).toEqual([
      ['u0', 'Ada'], ['u5', 'Bram'], ['u9', 'Stemmer 1'], ['u1', 'Stemmer 2'], ['u3', 'Stemmer 3'],
    ]);
  });
});
