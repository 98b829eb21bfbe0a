import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import nl from '../../../assets/locales/nl/kit.json';
import { drafts } from '../state/drafts';
import { useWords } from '../words';
import SharedArea from './SharedArea.svelte';
import { clean, type Saved } from './textSaver';

const field = (): HTMLTextAreaElement => screen.getByRole('textbox');
const settled = () => vi.advanceTimersByTimeAsync(1000);
const tap = async (name: string): Promise<void> => {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const type = async (text: string): Promise<void> => {
  field().focus();
  await fireEvent.input(field(), { target: { value: text } });
  await settled();
};

/** A text on the laptop that refuses what was written over another, as the real one does. */
let is = '';
const send = async (text: string, was: string): Promise<Saved> => {
  if (was !== is && clean(text) !== is) return { type: 'changed', text: is, base: is };
  is = clean(text);
  return { type: 'saved' };
};
const props = () => ({ text: is, base: is, send, draft: 'note.n1', label: 'De notitie', table: 3, place: 'note/n1' });

beforeEach(() => {
  localStorage.clear();
  useWords('nl', nl);
  vi.useFakeTimers();
  is = 'Bellen';
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Two people in one text: another writes while the words here are on their way. */
async function collide() {
  const shown = render(SharedArea, props());
  is = 'Bellen op vrijdag';
  await type('Bellen, elke week');
  return shown;
}

describe('two people in one text', () => {
  it('leaves my words in the field and shows what the other wrote', async () => {
    const { rerender } = await collide();
    expect(field().value).toBe('Bellen, elke week');
    expect(screen.getByText('Bellen op vrijdag')).toBeTruthy();
    expect(is).toBe('Bellen op vrijdag');
    // The other goes on: nothing of mine moves, and what can be chosen is the newest.
    is = 'Bellen op vrijdagmiddag';
    await rerender(props());
    await type('Bellen, elke week weer');
    expect(field().value).toBe('Bellen, elke week weer');
    expect(screen.getByText('Bellen op vrijdagmiddag')).toBeTruthy();
    expect(is).toBe('Bellen op vrijdagmiddag');
  });

  it.each([
    ['Mijn tekst houden', 'Bellen, elke week'],
    ['De andere tekst nemen', 'Bellen op vrijdag'],
    ['Allebei, bij elkaar', 'Bellen op vrijdag\nBellen, elke week'],
  ])('%s leaves: %s', async (choice, left) => {
    const { rerender } = await collide();
    await tap(choice);
    await rerender(props());
    expect(field().value).toBe(left);
    expect(is).toBe(left);
    expect(screen.queryByRole('button', { name: choice })).toBeNull();
    expect(drafts.read('note.n1')).toBeNull();
  });

  it('takes what the other writes while nobody types here', async () => {
    const { rerender } = render(SharedArea, props());
    is = 'Bellen op vrijdag';
    await rerender(props());
    expect(field().value).toBe('Bellen op vrijdag');
    await type('Bellen op vrijdag, om tien uur');
    expect(is).toBe('Bellen op vrijdag, om tien uur');
  });

  it('knows after a restart what unsent words started from', async () => {
    await collide();
    cleanup();
    render(SharedArea, props());
    await settled();
    expect(field().value).toBe('Bellen, elke week');
    expect(is).toBe('Bellen op vrijdag');
    expect(screen.getByRole('button', { name: 'De andere tekst nemen' })).toBeTruthy();
  });
});
