import { describe, expect, it } from 'vitest';
import type { Derived } from '../../generated/Derived';
import type { QuestionLine } from '../../generated/QuestionLine';
import type { Recode } from '../../generated/Recode';
import { evenBins, missingOf, optionRows, withEdge } from './recode';

const option = (id: string, count: number) => ({ id, label: id.toUpperCase(), count, per_hundred: count, thin: count < 20 });
function line(recode: Partial<Recode>, options = [option('a', 50), option('b', 30), option('c', 5)]): QuestionLine {
  return {
    raw: { id: 'q', text: 'Vraag', short: 'Vraag', group: 'interpretive', kind: { type: 'choice', choices: [] } }, now: null, derived: null, edit: null,
    recode: { question: 'q', merges: [], labels: [], hidden: [], order: [], ...recode },
    answered: 85, raw_options: [option('a', 50), option('b', 30), option('c', 5)], options, spread: [], scope: { little: null, top: '', top_per_hundred: 0, kept: false, out: false },
  };
}

describe('the options of a question', () => {
  it('show a merge once, in the place of its first, with what it was made of', () => {
    const rows = optionRows(line({ merges: [{ id: 'm', label: 'B en C', options: ['b', 'c'] }] }, [option('a', 50), { ...option('m', 35), label: 'B en C' }]));
    expect(rows.map((row) => [row.id, row.label, row.count])).toEqual([['a', 'A', 50], ['m', 'B en C', 35]]);
    expect(rows[1]?.merged.map((one) => [one.id, one.count])).toEqual([['b', 30], ['c', 5]]);
  });
  it('keep what is hidden in view, with the count as it was taken in', () => {
    const rows = optionRows(line({ hidden: ['c'], order: ['b'] }, [option('b', 30), option('a', 50)]));
    expect(rows.map((row) => [row.id, row.hidden, row.count])).toEqual([['b', false, 30], ['a', false, 50], ['c', true, 5]]);
  });
  it('say how a renamed one was taken in', () => {
    expect(optionRows(line({ labels: [['a', 'Ander woord']] }))[0]).toMatchObject({ label: 'Ander woord', was: 'A' });
  });
});

describe('groups of a slider', () => {
  it('cover it from end to end without gaps, however many', () => {
    for (const count of [2, 3, 5, 7]) {
      const bins = evenBins(count, String);
      expect([bins[0]?.from, bins.at(-1)?.to]).toEqual([0, 100]);
      for (const [at, bin] of bins.entries()) expect(bin.from).toBe(at === 0 ? 0 : (bins[at - 1]?.to ?? -9) + 1);
    }
  });
  it('never overlap nor become empty when an edge is moved', () => {
    const bins = withEdge(evenBins(3, String), 0, 99);
    expect(bins.map((bin) => [bin.from, bin.to])).toEqual([[0, 65], [66, 66], [67, 100]]);
    expect(withEdge(bins, 2, 5)).toEqual(bins);
  });
});

describe('a derived question', () => {
  const derived = (over: Partial<Derived>): Derived => ({ id: 'q', text: 'x', short: 'x', group: 'open', rule: { type: 'rows', choices: [{ id: 'o', label: 'Ja' }], rows: [{ option: 'o', when: [{ question: 'a', test: { type: 'any_of', options: ['b'] } }] }], otherwise: null }, ...over });
  it('is not made without a name, words for its answers, and something that each follows from', () => {
    expect(missingOf(derived({}))).toBe('');
    expect(missingOf(derived({ short: ' ' }))).toBe('prepare.derive.no_name');
    expect(missingOf(derived({ rule: { type: 'rows', choices: [{ id: 'o', label: '' }], rows: [], otherwise: null } }))).toBe('prepare.derive.no_label');
    expect(missingOf(derived({ rule: { type: 'rows', choices: [{ id: 'o', label: 'Ja' }], rows: [{ option: 'o', when: [{ question: 'a', test: { type: 'any_of', options: [] } }] }], otherwise: null } }))).toBe('prepare.derive.no_rule');
  });
});
