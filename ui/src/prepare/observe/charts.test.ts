import { describe, expect, it } from 'vitest';
import type { PatternChart } from '../../generated/PatternChart';
import type { PatternLine } from '../../generated/PatternLine';
import type { Question } from '../../generated/Question';
import { chartOf, isOf, once, sameSpec } from './charts';

const question = (id: string, kind: Question['kind']): Question => ({ id, text: id, short: id, group: 'interpretive', kind });
const role = question('role', { type: 'choice', choices: [{ id: 'parent', label: 'Ouder' }] });
const support = question('support', { type: 'several', choices: [{ id: 'home', label: 'Thuis' }] });
const good = question('good', { type: 'slider', left: 'nee', right: 'ja' });

describe('a chart of one’s own', () => {
  it('shows the answers to one question, or beside those to another', () => {
    expect(chartOf(role, null)?.type).toBe('spread');
    expect(chartOf(role, support)).toMatchObject({ type: 'cells', rows: 'role', columns: 'support' });
    expect(chartOf(role, role)?.type).toBe('spread');
    expect(chartOf(role, good)?.type).toBe('spread');
  });

  it('has every place of a slider in one range', () => {
    const chart = chartOf(good, null);
    const bins = chart?.type === 'ranges' ? chart.bins : [];
    const held = Array.from({ length: 101 }, (_, place) => bins.filter(([from, to]) => from <= place && place <= to).length);
    expect(held.every((count) => count === 1)).toBe(true);
    expect([bins[0]?.[2], bins.at(-1)?.[2]]).toEqual(['nee (0–19)', 'ja (81–100)']);
  });

  it('cannot be made of open answers', () => {
    expect(chartOf(question('why', { type: 'text' }), null)).toBeNull();
  });
});

it('shows each chart once, whatever the order of its fields', () => {
  const one = { type: 'spread', question: 'role', only: [], within: [] } as const;
  const other = { within: [], only: [], question: 'role', type: 'spread' } as const;
  expect(sameSpec(one as never, other as never)).toBe(true);
  const charts = [{ spec: one, chart: {} }, { spec: other, chart: {} }] as unknown as PatternChart[];
  expect(once(charts)).toHaveLength(1);
});

it('keeps a pattern under its option, and under a key of all options', () => {
  const line = { key: { one: 'role', other: 'support', within: null, other_option: 'home' } } as unknown as PatternLine;
  expect(isOf(line, line.key)).toBe(true);
  expect(isOf(line, { ...line.key, other_option: 'school' })).toBe(false);
  expect(isOf(line, { one: 'role', other: 'support', within: null })).toBe(true);
  expect(isOf(line, { one: 'role', other: 'good', within: null })).toBe(false);
});
