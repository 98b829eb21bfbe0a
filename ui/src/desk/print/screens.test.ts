import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import deskWords from '../../../../assets/locales/nl/desk.json';
import failureWords from '../../../../assets/locales/nl/failure.json';
import fileWords from '../../../../assets/locales/nl/files.json';
import kitWords from '../../../../assets/locales/nl/kit.json';
import printWords from '../../../../assets/locales/nl/print.json';
import sheetWords from '../../../../assets/locales/nl/sheets.json';
import type { Request } from '../../generated/Request';
import type { SheetWarning } from '../../generated/SheetWarning';
import { Failed } from '../../host/api';
import { program } from '../../state/program.svelte';
import * as select from '../../state/select';
import { useWords } from '../../words';
import { room } from '../lan/lan.fixture';
import { warningText } from './make';
import Printing from './Printing.svelte';

const asked: Request[] = [];
const warning = (more: Partial<SheetWarning> = {}): SheetWarning => ({ table: 2, page: 2, code: 'text_cut', field: 'proposal', count: 12, ...more });
let answer: (request: Request) => unknown;

// What is asked is answered at once; only a busy machine takes longer.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  vi.stubGlobal('IntersectionObserver', class {
    constructor(private readonly told: (entries: { isIntersecting: boolean }[]) => void) {}
    observe(): void { this.told([{ isIntersecting: true }]); }
    disconnect(): void {}
  });
  URL.createObjectURL = () => 'blob:page';
  URL.revokeObjectURL = () => {};
  useWords('nl', { ...deskWords, ...failureWords, ...fileWords, ...kitWords, ...printWords, ...sheetWords });
});
beforeEach(() => {
  asked.length = 0;
  program.entities = room();
  answer = (request) => {
    if (request.type === 'sheet_preview') return { pages: request.count ? [{ svg: '<svg/>', width_mm: 210, height_mm: 297, title: `blad ${request.from}` }] : [], of: 3, warnings: [warning()] };
    if (request.type === 'card_stories') return [{ story: { id: 218, title: 'De deur', teller: ['Ouder'], excerpt: '', found: [], words: 90 }, perspectives: ['P4'], own_region: true, cards: request.choice.text === 'whole' ? 3 : 2, least: 2, most: 3, shortened: false }];
    return { paths: ['/map/posters/01 voorblad.pdf', '/map/posters/02 kaarten.pdf'], warnings: [] };
  };
  vi.spyOn(program, 'ask').mockImplementation(async (request: Request) => {
    asked.push(request);
    return answer(request) as never;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const show = (kind: string) => render(Printing, { session: select.session(program.entities)!, kind });
const previews = () => asked.filter((one) => one.type === 'sheet_preview');

describe('the page to print from', () => {
  it('shows every page, and says what does not fit before anything is printed', async () => {
    show('poster');
    await screen.findByAltText('Bladzijde 3 van 3: blad 2');
    expect(screen.getAllByRole('img')).toHaveLength(3);
    screen.getByText(/bladzijde 2, Ons voorstel: De tekst past niet/);
    expect(asked.some((one) => one.type === 'print_sheets')).toBe(false);
  });

  it('asks for the tables that are chosen, and for all again', async () => {
    show('notes');
    await screen.findByAltText('Bladzijde 1 van 3: blad 0');
    await fireEvent.click(screen.getByRole('button', { name: 'Tafel 2' }));
    await waitFor(() => expect(previews().at(-1)).toMatchObject({ sheet: { type: 'notes', tables: [2] } }), { timeout: 2000 });
    await fireEvent.click(screen.getByRole('button', { name: 'Alle' }));
    await waitFor(() => expect(previews().at(-1)).toMatchObject({ sheet: { type: 'notes', tables: [] } }), { timeout: 2000 });
  });

  it('writes everything and says where the files are', async () => {
    show('all');
    const button = screen.getByRole('button', { name: 'Maak alles' });
    await waitFor(() => expect(button).toHaveProperty('disabled', false));
    await fireEvent.click(button);
    await screen.findByText('2 bestanden gemaakt');
    screen.getByText('/map/posters');
    expect(asked.find((one) => one.type === 'print_set')).toMatchObject({ set: { tiles: null, cards: { each: 4 } } });
  });

  it('adds a story by its code, and takes one away', async () => {
    show('cards');
    await screen.findByText(/^1 ervaring:/);
    const typed = screen.getByLabelText('Ervaring erbij');
    await fireEvent.input(typed, { target: { value: 'E12, 31' } });
    await fireEvent.keyDown(typed, { key: 'Enter' });
    await waitFor(() => expect(asked.filter((one) => one.type === 'card_stories').at(-1)).toMatchObject({ choice: { add: [12, 31], remove: [] } }));
    await fireEvent.click(screen.getByRole('button', { name: 'Haal ervaring 218 weg' }));
    await waitFor(() => expect(asked.filter((one) => one.type === 'card_stories').at(-1)).toMatchObject({ choice: { add: [12, 31], remove: [218] } }));
  });

  it('shortens one story, and gives all of it back', async () => {
    show('cards');
    const cards = await screen.findByLabelText('Kaarten voor ervaring 218');
    const last = (): unknown => asked.filter((one) => one.type === 'card_stories').at(-1);
    screen.getByText('3 kaarten, de hele tekst');
    await fireEvent.change(cards, { target: { value: '2' } });
    await waitFor(() => expect(last()).toMatchObject({ choice: { text: 'whole', texts: [{ story: 218, text: { cards: 2 } }] } }));
    await fireEvent.change(cards, { target: { value: '3' } });
    await waitFor(() => expect(last()).toMatchObject({ choice: { texts: [] } }));
    // What is asked of all may be too few for the answers.
    await fireEvent.change(screen.getByLabelText('Hoeveel ervan?'), { target: { value: JSON.stringify({ cards: 1 }) } });
    await screen.findByText(/^Bij 1 ervaring passen de antwoorden niet/);
    // Where all are shortened, one stays whole by hand.
    await fireEvent.change(screen.getByLabelText('Hoeveel ervan?'), { target: { value: JSON.stringify({ cards: 2 }) } });
    await fireEvent.change(cards, { target: { value: '3' } });
    await waitFor(() => expect(last()).toMatchObject({ choice: { text: { cards: 2 }, texts: [{ story: 218, text: 'whole' }] } }));
    await fireEvent.click(screen.getByRole('button', { name: 'Toch de eerste keuze' }));
    await waitFor(() => expect(last()).toMatchObject({ choice: { texts: [] } }));
  });

  it('says why a sheet cannot be made, and then prints nothing', async () => {
    answer = () => {
      throw new Failed({ code: 'lan_off' });
    };
    show('join');
    await screen.findByText(/want het netwerk van Regiotafel staat uit/);
    expect(screen.getByRole('button', { name: 'Maak PDF' })).toHaveProperty('disabled', true);
    screen.getByRole('link', { name: /Naar ‘Toestellen’/ });
  });
});

describe('a warning in words', () => {
  it('names the table, or else the page, and the part', () => {
    expect(warningText(warning(), 'table')).toMatch(/^Tafel 2, Ons voorstel: De tekst past niet/);
    expect(warningText(warning({ table: null, field: 'brochure_story' }), 'table')).toMatch(/^bladzijde 2, Ervaring: /);
    expect(warningText(warning({ field: 'unknown' }), 'here')).toMatch(/^De tekst past niet/);
  });
});
