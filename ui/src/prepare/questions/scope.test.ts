import { expect, it } from 'vitest';
import type { QuestionLine } from '../../generated/QuestionLine';
import { isOpen } from './scope';

const line = (little: 'one_answer' | null, out: boolean, kept: boolean): QuestionLine => ({ scope: { little, top: 'ja', top_per_hundred: 99, out, kept } }) as unknown as QuestionLine;

it('waits only for a decision that was not taken', () => {
  expect(isOpen(line('one_answer', false, false))).toBe(true);
  expect(isOpen(line('one_answer', true, false))).toBe(false);
  expect(isOpen(line('one_answer', false, true))).toBe(false);
  expect(isOpen(line(null, false, false))).toBe(false);
});
