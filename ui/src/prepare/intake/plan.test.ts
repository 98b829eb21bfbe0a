import { describe, expect, it } from 'vitest';
import type { ColumnView } from '../../generated/ColumnView';
import type { MappingView } from '../../generated/MappingView';
import { idOf, keysOf, moved, planAs, sortOf } from './plan';
import { headerOf, parted } from './words';

const column = (over: Partial<ColumnView> = {}): ColumnView => ({
  item: 0, columns: [0], header: 'Hoe oud bent u?', plan: null, examples: ['34'], filled: 10, empty: 1, distinct: 3, top: [{ value: 'Jong', count: 6 }, { value: 'Oud', count: 4 }], warnings: [], ...over,
});

describe('what a column becomes', () => {
  it('is a choice of the answers that stand in it, each with an id of its own', () => {
    const plan = planAs('choice', column({ top: [{ value: 'Één', count: 3 }, { value: 'een', count: 2 }] }), []);
    expect(plan.type === 'question' && plan.question.coding).toEqual({
      type: 'choice',
      layout: { type: 'cell' },
      choices: [{ id: 'een', label: 'Één', values: ['Één'], columns: [] }, { id: 'een-2', label: 'een', values: ['een'], columns: [] }],
    });
  });
  it('keeps the words of a question when only its kind changes', () => {
    const first = planAs('choice', column(), ['hoe-oud-bent-u']);
    const again = planAs('text', column({ plan: first }), []);
    expect(again).toEqual({ type: 'question', question: { ...(first.type === 'question' ? first.question : {}), coding: { type: 'text' } } });
    expect(first.type === 'question' && first.question.id).toBe('hoe-oud-bent-u-2');
  });
  it('takes the ends of a scale from its numbers', () => {
    const ends = (...values: string[]) => {
      const plan = planAs('slider', column({ examples: [], top: values.map((value) => ({ value, count: 1 })) }), []);
      return plan.type === 'question' && plan.question.coding.type === 'slider' ? [plan.question.coding.from, plan.question.coding.to] : null;
    };
    expect(ends('1', '4', '5')).toEqual([1, 5]);
    expect(ends('0', '10')).toEqual([0, 10]);
    expect(ends('3', '88')).toEqual([0, 100]);
  });
  it('is left out by decision of the preparer', () => {
    expect(planAs('left_out', column(), [])).toEqual({ type: 'left_out', reason: 'decided' });
    expect(sortOf(planAs('several', column(), []))).toBe('several');
  });
});

describe('the columns of a line', () => {
  it('are found again by their place when a group was taken apart and all have the same header', () => {
    const apart = [4, 5].map((at) => column({ item: null, columns: [at], header: 'Wie?' }));
    const key = (nth: number) => ({ header: 'Wie?', second: nth === 0 ? 'Leraar' : 'Ouder', nth: 0 });
    const known = { header: 'Sekse', second: '', nth: 0 };
    const mapping = {
      fit: null,
      columns: [column(), ...apart],
      codebook: { items: [{ columns: [known], plan: { type: 'story' } }] },
      outcome: { unmapped: [{ type: 'column', key: known, filled: 1 }, { type: 'column', key: key(0), filled: 2 }, { type: 'column', key: key(1), filled: 3 }] },
    } as unknown as MappingView;
    expect(apart.map((one) => keysOf(one, mapping))).toEqual([[key(0)], [key(1)]]);
    expect(keysOf(column(), mapping)).toEqual([known]);
  });
});

describe('small words of the codebook', () => {
  it('are ids, headers and lists', () => {
    expect(idOf('  ¿? ', [])).toBe('vraag');
    expect(headerOf({ header: 'Sekse', second: 'Response', nth: 0 })).toBe('Sekse · Response');
    expect(headerOf({ header: 'Sekse', second: '', nth: 0 })).toBe('Sekse');
    expect(parted('n.v.t., , geen antwoord, n.v.t.')).toEqual(['n.v.t.', 'geen antwoord']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});
