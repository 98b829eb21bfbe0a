import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drafts } from '../state/drafts';
import TextArea from './TextArea.svelte';

const field = (): HTMLTextAreaElement => screen.getByRole('textbox');
const settled = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a field that saves by itself', () => {
  it('keeps the words on this device until the laptop has them', async () => {
    let safe = false;
    const save = vi.fn(async () => safe);
    render(TextArea, { draft: 'd', label: 'Wat gebeurde er?', save });
    await fireEvent.input(field(), { target: { value: 'Niemand belde.' } });
    await settled();
    expect(drafts.read('d')).toBe('Niemand belde.');
    safe = true;
    await fireEvent.blur(field());
    await settled();
    expect(save).toHaveBeenLastCalledWith('Niemand belde.');
    expect(drafts.read('d')).toBeNull();
  });

  it('sends the words of before a restart, once', async () => {
    drafts.keep('d', 'Onze zoon zat thuis.');
    const save = vi.fn(async () => true);
    render(TextArea, { draft: 'd', label: 'Wat gebeurde er?', save });
    await settled();
    expect(field().value).toBe('Onze zoon zat thuis.');
    expect(save).toHaveBeenCalledExactlyOnceWith('Onze zoon zat thuis.');
  });

  it('does not take the space away from who types on', async () => {
    const save = vi.fn(async () => true);
    const { rerender } = render(TextArea, { value: '', draft: 'd', label: 'Wat gebeurde er?', save });
    field().focus();
    await fireEvent.input(field(), { target: { value: 'Onze ' } });
    await settled();
    await rerender({ value: 'Onze' });
    expect(field().value).toBe('Onze ');
  });
});
