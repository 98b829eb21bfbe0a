import { cleanup, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import gather from '../../../../assets/locales/nl/gather.json';
import phone from '../../../../assets/locales/nl/phone.json';
import { noEntities } from '../../state/store';
import { program } from '../../state/program.svelte';
import { useWords } from '../../words';
import { atTable, ME, sending, table, told, vote } from '../testing';
import Gather from './Gather.svelte';

const show = (change = {}) => render(Gather, { table: table(change), me: ME, place: [], go: vi.fn() });
const circle = (name: string): HTMLButtonElement => screen.getByRole('button', { name: `Stem op ${name}` });
const tap = async (button: HTMLElement): Promise<void> => {
  button.click();
  await tick();
};
let sent: ReturnType<typeof sending>['sent'] = [];

beforeEach(() => {
  localStorage.clear();
  useWords('nl', { ...gather, ...phone });
  program.entities = noEntities();
  atTable();
  const laptop = sending();
  sent = laptop.sent;
  vi.spyOn(program, 'send').mockImplementation(laptop.send);
});
afterEach(cleanup);

describe('the votes on a phone', () => {
  it('are at most three, and go as a whole', async () => {
    show();
    for (const id of ['p1', 'p3', 'p4']) await tap(circle(`Kaart ${id}`));
    expect(circle('Kaart p2').disabled).toBe(true);
    expect(sent).toEqual([]);
    await tap(screen.getByRole('button', { name: 'Geef mijn 3 stemmen' }));
    expect(sent).toEqual([{ type: 'vote', participant: ME, perspectives: ['p1', 'p3', 'p4'] }]);
  });

  it('are kept on this device until they are given', async () => {
    show();
    await tap(circle('Kaart p2'));
    cleanup();
    show();
    expect(circle('Kaart p2').getAttribute('aria-pressed')).toBe('true');
  });

  it('of others are a count and nothing more until the table shows them', async () => {
    told({ type: 'vote', value: vote('u2', [], 2) }, { type: 'vote', value: vote('u3', [], 3) });
    show();
    await tap(circle('Kaart p1'));
    expect(document.body.textContent).toContain('2 van 3 hebben gestemd');
    expect(screen.queryByText(/^\d+ stem/)).toBeNull();
  });

  it('are shown per card, the most first, once the table shows them', () => {
    told({ type: 'vote', value: vote('u2', ['p3']) }, { type: 'vote', value: vote(ME, ['p3', 'p4']) });
    show({ votes_shown: true });
    const names = screen.getAllByRole('button').map((button) => button.textContent?.match(/Kaart p\d/)?.[0]);
    expect(names.slice(0, 2)).toEqual(['Kaart p3', 'Kaart p4']);
    expect(screen.getByText('2 stemmen')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Stem op/ })).toBeNull();
  });

  it('stay on the screen when the vote was closed meanwhile', async () => {
    vi.spyOn(program, 'send').mockResolvedValue(false);
    show();
    await tap(circle('Kaart p2'));
    await tap(screen.getByRole('button', { name: 'Geef mijn stem' }));
    await tick();
    expect(circle('Kaart p2').getAttribute('aria-pressed')).toBe('true');
  });
});
