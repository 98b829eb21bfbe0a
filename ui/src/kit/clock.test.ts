import { beforeEach, describe, expect, it } from 'vitest';
import nl from '../../../assets/locales/nl/kit.json';
import { useWords } from '../words';
import { leftText, minutesText } from './clock';

beforeEach(() => useWords('nl', nl));

describe('the clock in words', () => {
  const at = 1_000_000;
  it.each([
    [at + 19 * 60_000, 'nog 19 min'],
    [at + 18 * 60_000 + 1001, 'nog 19 min'],
    [at + 25 * 60_000 + 900, 'nog 25 min'],
    [at + 45_000, 'nog 45 sec'],
    [at, 'tijd is om'],
    [at - 30_000, 'tijd is om'],
    [at - 3 * 60_000, '3 min over de tijd'],
  ])('says for an end at %d: %s', (ends, words) => {
    expect(leftText({ type: 'running', ends, started: 0 }, at)).toBe(words);
  });

  it('says that it stands still', () => {
    expect(leftText({ type: 'paused', left: 5 * 60_000 }, at)).toBe('nog 5 min · pauze');
    expect(leftText({ type: 'off' }, at)).toBe('');
  });

  it('writes minutes after midnight as a time of day', () => {
    expect(minutesText(720)).toBe('12:00');
    expect(minutesText(905)).toBe('15:05');
  });
});
