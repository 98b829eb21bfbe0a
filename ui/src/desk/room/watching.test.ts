import { beforeAll, describe, expect, it } from 'vitest';
import dutch from '../../../../assets/locales/nl/desk.json';
import watch from '../../../../assets/locales/nl/watch.json';
import { useWords } from '../../words';
import { watchPlace, watchText } from './watching';

describe('what asks for attention', () => {
  beforeAll(() => useWords('nl', { ...dutch, ...watch }));

  it('is a sentence without codes', () => {
    expect(watchText({ code: 'nothing_new', table: 5, minutes: 9 })).toBe('Tafel 5 leest al 9 minuten niets nieuws.');
    expect(watchText({ code: 'behind', table: 2, step: 'gather' })).toBe('Tafel 2 is nog bij samenbrengen.');
    expect(watchText({ code: 'time', minutes: -4 })).toContain('4 minuten om');
    expect(watchText({ code: 'time', minutes: 1 })).toBe('Nog 1 minuut voor deze stap.');
  });

  it('leads to its table, or to the posters', () => {
    expect(watchPlace({ code: 'silent', table: 3, minutes: 8 })).toBe('desk/table/3');
    expect(watchPlace({ code: 'posters', ready: 1, of: 6 })).toBe('desk/posters');
  });
});
