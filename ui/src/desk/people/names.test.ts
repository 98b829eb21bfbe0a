import { describe, expect, it } from 'vitest';
import { readNames, spread } from './names';

const roles = [{ id: 'parent', label: 'Ouder' }, { id: 'pupil', label: 'Leerling' }];

describe('a list of people', () => {
  it('reads names with their role, whatever stands between', () => {
    expect(readNames('Ada, ouder\nBram;leer\nEva\tOuder\n\n  Tom ', roles)).toEqual([
      { name: 'Ada', role: 'parent' },
      { name: 'Bram', role: 'pupil' },
      { name: 'Eva', role: 'parent' },
      { name: 'Tom', role: null },
    ]);
  });

  it('leaves out bullets and numbers, and keeps what is no role in the name', () => {
    expect(readNames('1. Ada\n- Jansen, Bram', roles).map((who) => who.name)).toEqual(['Ada', 'Jansen, Bram']);
  });

  it('is spread evenly, first to where the fewest sit', () => {
    const seated = spread(['a', 'b', 'c'], [{ table: 1, taken: 2 }, { table: 2, taken: 0 }]);
    expect(seated.map((one) => one.table)).toEqual([2, 2, 1]);
  });
});
