import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drafts } from '../state/drafts';
import { program } from '../state/program.svelte';
import { noEntities } from '../state/store';
import { chosenLanguage, loadWords } from '../words';
import { notes } from './notes/notes.svelte';
import { draftOf } from '../table/browse/begun';
import Phone from './Phone.svelte';
import { atTable, ME, sending, table, told } from './testing';

// A step is fetched when the table comes to it, which takes a while on a busy machine.
const LONG = { timeout: 10_000 };
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let sent: ReturnType<typeof sending>['sent'] = [];
const moved = (step: 'gather' | 'converge'): void => told({ type: 'table', value: table({ step }) });
const pill = (): string => document.querySelector('.pill')?.textContent ?? '';

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/');
  await loadWords(chosenLanguage());
  program.entities = noEntities();
  vi.spyOn(program, 'me', 'get').mockReturnValue({ role: 'participant', seat: 's1', table: 3, participant: ME });
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  const laptop = sending();
  sent = laptop.sent;
  vi.spyOn(program, 'send').mockImplementation(laptop.send);
  atTable({ step: 'gather' });
  render(Phone);
  await screen.findByRole('heading', { name: 'Uw drie stemmen' }, LONG);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a table that moves on', () => {
  it('takes a phone along at once where nobody writes', async () => {
    moved('converge');
    await screen.findByRole('heading', { name: 'Wat bij elkaar ligt' }, LONG);
    expect(pill()).toBe('Convergeren');
  });

  it('leaves the words of who writes where they are, and says that it is elsewhere', async () => {
    notes.begin('surprise', { type: 'table' });
    const field = await screen.findByRole('textbox', { hidden: true }, LONG);
    field.focus();
    await fireEvent.input(field, { target: { value: 'Niemand vroeg ooit iets' } });
    moved('converge');
    await waitFor(() => expect(document.body.textContent).toContain('Ga mee'), LONG);
    expect(pill()).toBe('Samenbrengen');
    expect((field as HTMLTextAreaElement).value).toBe('Niemand vroeg ooit iets');
    const id = notes.open?.id ?? '';
    expect(drafts.read(draftOf(id))).toBe('Niemand vroeg ooit iets');
    // Handed over at that very moment, the note is sent, and the phone follows by itself.
    screen.getByRole('button', { name: 'Opslaan', hidden: true }).click();
    await waitFor(() => expect(sent).toMatchObject([{ type: 'add_note', id, text: 'Niemand vroeg ooit iets', by: ME }]), LONG);
    await waitFor(() => expect(pill()).toBe('Convergeren'), LONG);
  });
});
