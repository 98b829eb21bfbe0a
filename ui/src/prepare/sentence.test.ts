import { describe, expect, it } from 'vitest';
import { useWords } from '../words';
import { sentence } from './sentence';

describe('a sentence of the program', () => {
  it('counts as people do: one, and thousands apart', () => {
    useWords('nl', { 'log.taken': 'Opgenomen uit {file}: {count} inzendingen.', 'log.taken.one': 'Opgenomen uit {file}: 1 inzending.' });
    const taken = (count: string): string => sentence({ key: 'log.taken', places: { file: 'a.csv', count } });
    expect(taken('2778')).toBe('Opgenomen uit a.csv: 2.778 inzendingen.');
    expect(taken('1')).toBe('Opgenomen uit a.csv: 1 inzending.');
    expect(sentence({ key: 'log.unknown', places: {} })).toBe('');
  });
});
