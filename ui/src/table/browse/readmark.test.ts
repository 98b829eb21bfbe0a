import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Look } from './readmark';

describe('a story counts as read', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const after = (ms: number, more: number): number => {
    const read = vi.fn();
    const look = new Look(read);
    vi.advanceTimersByTime(ms);
    look.leave();
    vi.advanceTimersByTime(more);
    return read.mock.calls.length;
  };
  it('once after two seconds, or when it is left after a real look', () => {
    expect(after(2500, 5000)).toBe(1);
    expect(after(1200, 5000)).toBe(1);
  });
  it('not when somebody skips through', () => expect(after(300, 5000)).toBe(0));
});
