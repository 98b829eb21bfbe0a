import { describe, expect, it } from 'vitest';
import type { ColumnView } from '../../generated/ColumnView';
import { begunWith, joinable } from './joining';

const column = (header: string, plan: ColumnView['plan'] = null): ColumnView => ({ header, plan, columns: [0], item: 0, examples: [], filled: 0, empty: 0, distinct: 0, top: [], warnings: [] });

describe('columns put together', () => {
  it('begin with a question of the words that they share', () => {
    expect(begunWith([column('Wat was er nodig? - tijd'), column('Wat was er nodig? - hulp')])).toBe('Wat was er nodig?');
    expect(begunWith([column('Nodig [tijd]'), column('Nodig [tijdelijke hulp]')])).toBe('Nodig');
    expect(begunWith([column('Reden'), column('Reden 2')])).toBe('Reden');
    expect(begunWith([column('Tijd'), column('Tijdelijk')])).toBe('');
    expect(begunWith([column('Tijd')])).toBe('');
  });

  it('are no experience, title, date or person', () => {
    expect(joinable(column('x', { type: 'story' }))).toBe(false);
    expect(joinable(column('x', { type: 'told', order: 'iso' }))).toBe(false);
    expect(joinable(column('x', { type: 'left_out', reason: 'decided' }))).toBe(true);
    expect(joinable(column('x'))).toBe(true);
  });
});
