import { describe, expect, it } from 'vitest';
import type { SuspicionLine } from '../../generated/SuspicionLine';
import { backOf, verdictOf } from './verdict';

const line = (...reasons: ('test' | 'too_short')[]): SuspicionLine => ({ story: 1, title: '', text: 'test', words: 1, verdict: null, background: [0, 0], reasons: reasons.map((reason) => ({ reason, detail: '', like: null })) });

describe('leaving a response out', () => {
  it('says the reason under which it was looked at, or else its own', () => {
    expect(verdictOf(line('test', 'too_short'), 'too_short')).toEqual({ type: 'leave_out', reason: 'too_short' });
    expect(verdictOf(line('test', 'too_short'), null)).toEqual({ type: 'leave_out', reason: 'test' });
    expect(verdictOf(line('test'), 'too_short')).toEqual({ type: 'leave_out', reason: 'test' });
    expect(verdictOf(line(), null)).toEqual({ type: 'leave_out', reason: 'other' });
  });
});

describe('putting a response back', () => {
  it('asks nobody to decide again about what was suspected, and leaves no decision about what was not', () => {
    expect(backOf(line('test'))).toEqual({ type: 'keep' });
    expect(backOf(line())).toBeNull();
  });
});
