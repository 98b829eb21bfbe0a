import { describe, expect, it } from 'vitest';
import type { BoardView } from '../../generated/BoardView';
import type { CheckAt } from '../../generated/CheckAt';
import type { CheckCode } from '../../generated/CheckCode';
import type { Stage } from '../../generated/Stage';
import { aboutThis, addressOf } from './where';

const line = (code: CheckCode, stage: Stage, at: CheckAt) => ({ check: { code, params: {}, blocks: true, at }, stage });
const board = {
  perspectives: [{ perspective: { id: 'p1', name: '', question: 'Wie helpt?' } }],
  observations: [{ observation: { id: 'o1', text: 'Ouders noemen de leraar.', interpretations: [{ id: 'i1', text: '' }] } }],
} as unknown as BoardView;

describe('a check', () => {
  it('leads to the place where it is mended', () => {
    expect(addressOf(line('open_masks', 'mask', { type: 'masks' }), null)).toBe('prepare/masks');
    expect(addressOf(line('open_suspicions', 'clean', { type: 'stories' }), null)).toBe('prepare/clean');
    expect(addressOf(line('few_perspectives', 'perspectives', { type: 'perspectives' }), null)).toBe('prepare/perspectives');
    expect(addressOf(line('few_support', 'perspectives', { type: 'perspective', perspective: 'p1' }), null)).toBe('prepare/perspectives/p1');
    expect(addressOf(line('hard_text', 'observations', { type: 'interpretation', interpretation: 'i1' }), board)).toBe('prepare/observations/o1');
    expect(addressOf(line('use_gone', 'recode', { type: 'question', question: 'q' }), null)).toBe('prepare/questions/uses');
    expect(addressOf(line('no_theme', 'publish', { type: 'work' }), null)).toBeNull();
  });
  it('says by name what it is about', () => {
    expect(aboutThis({ type: 'perspective', perspective: 'p1' }, board, null)).toBe('Wie helpt?');
    expect(aboutThis({ type: 'interpretation', interpretation: 'i1' }, board, null)).toBe('Ouders noemen de leraar.');
    expect(aboutThis({ type: 'masks' }, board, null)).toBe('');
  });
});
