import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import browse from '../../../assets/locales/nl/browse.json';
import converge from '../../../assets/locales/nl/converge.json';
import gather from '../../../assets/locales/nl/gather.json';
import kit from '../../../assets/locales/nl/kit.json';
import paper from '../../../assets/locales/nl/paper.json';
import people from '../../../assets/locales/nl/people.json';
import type { Command } from '../generated/Command';
import type { Entity } from '../generated/Entity';
import type { Table } from '../generated/Table';
import { program } from '../state/program.svelte';
import { fromView } from '../state/store';
import { useWords } from '../words';
import { screenOf, STEPS } from './steps';
import TableApp from './TableApp.svelte';

const table: Table = {
  id: 3, name: '', step: 'browse', since: 0, chosen: [], fixed: false, votes_shown: false, revealed: [], dot_limit: 3, dots_closed: false,
  help: null, undoable: 0, redoable: 0, code: 0, paper: false, pointed: null,
};
const ada: [string, Entity] = ['participant/u1', { type: 'participant', value: { id: 'u1', table: 3, name: 'Ada', role: null, left: false } }];
const bram: [string, Entity] = ['participant/u2', { type: 'participant', value: { id: 'u2', table: 3, name: 'Bram', role: null, left: false } }];
const phone: [string, Entity] = ['seat/s1', { type: 'seat', value: { id: 's1', table: 3, kind: 'participant', participant: 'u1' } }];

/** What the laptop tells: the table as it is now, with others beside it. */
function told(now: Partial<Table>, ...others: [string, Entity][]): void {
  const all: [string, Entity][] = [['table/3', { type: 'table', value: { ...table, ...now } }], ada, bram, ...others];
  program.entities = fromView({ seq: 1, now: 0, run: 'r', entities: all.map(([key, entity]) => ({ key, entity })) });
}
let sent: Command[] = [];
const STORY = { id: 218, title: 'Even bellen op vrijdag', text: 'Zij belde.', teller: [], voice: null, open: [], chips: [], found: [] };
const app = (...place: string[]) => render(TableApp, { table: 3, place, go: vi.fn() });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const later = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

// The first time a screen is fetched it is made first; that is not what is tried here.
beforeAll(async () => {
  configure({ asyncUtilTimeout: 5000 });
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null, addListener() {}, removeListener() {} });
  for (const name of [...STEPS, 'paper'] as const) await screenOf(name);
}, 60_000);
beforeEach(() => {
  localStorage.clear();
  useWords('nl', { ...kit, ...browse, ...converge, ...gather, ...paper, ...people });
  sent = [];
  told({});
  vi.spyOn(program, 'send').mockImplementation(async (command) => {
    sent.push(command);
    return true;
  });
  vi.spyOn(program, 'ask').mockImplementation(((request: { type: string }) =>
    request.type === 'story' ? Promise.resolve(STORY) : new Promise(() => {})) as typeof program.ask);
});
afterEach(cleanup);

describe('a table that goes on while someone writes', () => {
  const write = async (): Promise<void> => {
    await fireEvent.click(await screen.findByRole('button', { name: 'Kans' }));
    const field = await screen.findByLabelText('Wat willen jullie onthouden?');
    field.focus();
    await fireEvent.input(field, { target: { value: 'Bellen kost niets' } });
  };

  it('follows at once where nobody writes', async () => {
    app();
    await screen.findByText(/Nog geen notities/);
    told({ step: 'converge' });
    await screen.findByRole('button', { name: '+ Notitie' });
    expect(screen.queryByText(/De begeleider gaat verder/)).toBeNull();
  });

  it('stays with the words, says so, and keeps half a note on the way', async () => {
    app();
    await write();
    told({ step: 'converge' });
    await screen.findByText('De begeleider gaat verder met Convergeren. Maak rustig af.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Wat willen jullie onthouden?').value).toBe('Bellen kost niets');
    await fireEvent.click(button('Ga mee'));
    await fireEvent.click(await screen.findByRole('button', { name: 'Bewaar als kans' }));
    await screen.findByRole('button', { name: '+ Notitie' });
    expect(sent).toMatchObject([{ type: 'add_note', kind: 'opportunity', text: 'Bellen kost niets' }]);
  });

  it('goes along by itself a moment after the words are safe', async () => {
    app();
    await write();
    told({ step: 'converge' });
    await screen.findByText(/Maak rustig af/);
    await fireEvent.click(button('Opslaan'));
    await waitFor(() => expect(screen.queryByText(/Maak rustig af/)).toBeNull());
    await screen.findByRole('button', { name: '+ Notitie' });
  });
});

describe('a story that someone points at', () => {
  const pointed = { story: 218, by: 'u1', at: Date.now() };

  it('stands above the work, with the name and the title', async () => {
    app();
    told({ pointed });
    await screen.findByText(/kijk hier eens/);
    await screen.findByText('Even bellen op vrijdag');
    expect(screen.getByText('Ada')).toBeTruthy();
    await fireEvent.click(button('Weg'));
    expect(screen.queryByText(/kijk hier eens/)).toBeNull();
    cleanup();
    app();
    await later(50);
    expect(screen.queryByText(/kijk hier eens/)).toBeNull();
  });

  it('waits behind a quiet word while someone reads', async () => {
    app('browse', '-', '-', 'story', '7');
    told({ pointed });
    await screen.findByRole('button', { name: /Kijk hier eens/ });
    expect(screen.queryByRole('button', { name: 'Lees' })).toBeNull();
    await fireEvent.click(screen.getAllByRole('button', { name: /Kijk hier eens/ })[0]!);
    await screen.findByRole('button', { name: 'Lees' });
  });
});

describe('votes that this screen may not see', () => {
  const vote: [string, Entity] = ['vote/u1', { type: 'vote', value: { table: 3, participant: 'u1', perspectives: [], given: 3 } }];
  const perspective = { id: 'p4', code: 'P4', name: 'Relaties', short: 'Relaties', question: '', support: [], observations: [] };

  beforeEach(() => {
    program.snapshot = { perspectives: [perspective], questions: [], about: { uses: { voice: null } } } as unknown as NonNullable<typeof program.snapshot>;
  });
  afterEach(() => {
    program.snapshot = null;
  });

  it('count as given, and who has an own device does not vote here as well', async () => {
    told({ step: 'gather' }, vote, phone);
    app('vote');
    await screen.findByText('Wie stemt?');
    expect(screen.getByText('✓ heeft gestemd')).toBeTruthy();
    expect(screen.getByText('1 van 2 heeft gestemd.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Ada/ })).toBeNull();
    expect(button(/Bram/)).toBeTruthy();
    told({ step: 'gather' }, phone);
    await screen.findByText('stemt op het eigen toestel');
  });

  it('hide the dots too', async () => {
    const idea: [string, Entity] = ['idea/i1', { type: 'idea', value: { id: 'i1', table: 3, text: 'Bellen', theme: null, clusters: [], notes: [], by: null, place: 0 } }];
    const dots: [string, Entity] = ['dots/u1', { type: 'dots', value: { table: 3, participant: 'u1', dots: [], given: 2 } }];
    told({ step: 'converge' }, idea, dots, phone);
    app('vote');
    await screen.findByText('1 persoon is geweest.');
    expect(screen.getByText(/✓ geweest/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Ada/ })).toBeNull();
  });

  it('are taken from paper by the code of a card', async () => {
    told({ step: 'gather' }, phone);
    app('paper', 'notes');
    const code = await screen.findByLabelText('Code op de kaart');
    await fireEvent.input(code, { target: { value: 'P9' } });
    await screen.findByText(/‘P9’ is geen code van een kaart/);
    await fireEvent.input(code, { target: { value: '218' } });
    await screen.findByText('Even bellen op vrijdag');
    await fireEvent.keyDown(button(/Verrassing/), { key: 'u' });
    const words = screen.getByLabelText('De woorden op het briefje');
    await fireEvent.input(words, { target: { value: 'Niemand belde' } });
    await fireEvent.keyDown(words, { key: 'Enter' });
    expect(sent).toMatchObject([{ type: 'add_note', kind: 'challenge', text: 'Niemand belde', origin: { type: 'story', story: 218 } }]);
  });
});
