import { describe, expect, it } from 'vitest';
import type { Experience } from '../../generated/Experience';
import { filled, where, writing } from './place';

const id = `x${'0a'.repeat(10)}`;
const experience: Experience = { id, table: 3, by: 'u1', text: 'Iets', wish: '', handed_in: false, private: false };

describe('own experience', () => {
  it('opens the same words again, also when none of them was safe yet', () => {
    expect(where(writing(id, 'u1').split('/'), [])).toEqual({ at: 'write', id, by: 'u1' });
    expect(where(writing(id, null).split('/'), [])).toEqual({ at: 'write', id, by: null });
  });
  it('keeps the writer that is safe, whatever the address says', () => {
    expect(where(writing(id, 'u2').split('/'), [experience])).toEqual({ at: 'write', id, by: 'u1' });
  });
  it('leads to the start from an address of another step', () => {
    expect(where(['p4', 'p4.o2'], [experience])).toEqual({ at: 'start' });
    expect(where(['read', 'x1'], [experience])).toEqual({ at: 'start' });
    expect(where(['write'], [])).toEqual({ at: 'start' });
  });
  it('shows none that was emptied again', () => {
    expect([filled(experience), filled({ ...experience, text: '' })]).toEqual([true, false]);
  });
});
