import { cleanup, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import kitWords from '../../../assets/locales/nl/kit.json';
import screenWords from '../../../assets/locales/nl/screen.json';
import type { Session } from '../generated/Session';
import type { Table } from '../generated/Table';
import { program } from '../state/program.svelte';
import { applied, type Entities, noEntities } from '../state/store';
import { useWords } from '../words';
import { choosing, ranking } from './chosen';
import { largest } from './fit';
import Screen from './Screen.svelte';

const table = (id: number, chosen: string[], fixed = true, paper = false): Table => ({ id, name: '', chosen, fixed, paper }) as Table;
const TABLES = [table(1, ['p1', 'p2', 'p3']), table(2, ['p2', 'p3', 'p4']), table(3, ['p2'], false, true)];

function entities(more: Partial<Session>): Entities {
  const session = {
    region: 'Oost-Groningen', step: 'browse', timer: { type: 'off' }, screen: { type: 'welcome' }, agenda: [{ step: 'browse', minutes: 45, skipped: false }], ...more,
  } as Session;
  return applied(noEntities(), {
    upserts: [{ key: 'session', entity: { type: 'session', value: session } }, ...TABLES.map((value) => ({ key: `table/${value.id}`, entity: { type: 'table' as const, value } }))],
    removals: [],
  });
}

describe('what the tables chose', () => {
  it('the most chosen first; a choice that is not fixed pulls nobody along', () => {
    const set = [{ id: 'p2', short: 'Relaties' }, { id: 'p3', short: 'Ouders' }];
    expect(ranking(TABLES, set).map((one) => [one.name, one.tables])).toEqual([['Ouders', [1, 2]], ['Relaties', [1, 2]], ['p1', [1]], ['p4', [2]]]);
    expect(choosing(TABLES).map((one) => one.id)).toEqual([3]);
  });
});

describe('fitting', () => {
  it('leaves what fits as it is, and makes smaller what does not', () => {
    expect(largest(() => true)).toBe(1);
    const found = largest((scale) => scale <= 0.6);
    expect(found).toBeLessThanOrEqual(0.6);
    expect(found).toBeGreaterThan(0.58);
  });
});

describe('the projector', () => {
  const square = { side: 1, path: 'M0 0h1v1h-1z' };
  let on = true;
  const view = () => ({
    address: on ? '192.168.8.2' : '', wifi: 'Regiotafel', wifi_qr: square, people: 41, connected: 34,
    tables: on ? [1, 2, 3].map((id) => ({ table: id, code: `KORF ${id}`, link: '', qr: square })) : [],
  });

  beforeAll(() => {
    vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} });
    useWords('nl', { ...kitWords, ...screenWords });
  });
  beforeEach(() => {
    on = true;
    program.reachable = true;
    vi.spyOn(program, 'ask').mockImplementation((async (request: { type: string }) => {
      if (request.type === 'screen') return view();
      if (request.type === 'poster_preview') throw new Error('not now');
      throw new Error(request.type);
    }) as unknown as typeof program.ask);
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done, 260));
    await tick();
  };

  it('welcomes with a code for each table, but for one on paper', async () => {
    program.entities = entities({});
    const { container } = render(Screen);
    await settle();
    expect(screen.getByText('Welkom, regio Oost-Groningen')).toBeTruthy();
    expect(container.textContent).toContain('34 van 41 mensen zijn er.');
    expect(container.textContent).toContain('Kies wifi Regiotafel, zonder internet');
    expect(screen.getByText('KORF 1')).toBeTruthy();
    expect(screen.queryByText('KORF 3')).toBeNull();
    expect(screen.getByText('Op papier')).toBeTruthy();
  });

  it('while devices do not join, shows only the tables', async () => {
    on = false;
    program.entities = entities({ region: 'Oosterschelderegio' });
    const { container } = render(Screen);
    await settle();
    expect(screen.getByText('Welkom, Oosterschelderegio')).toBeTruthy();
    expect(screen.getByText('Tafel 3')).toBeTruthy();
    expect(container.querySelector('svg')).toBeNull();
  });

  it('follows what the desk chooses, and keeps it when the connection is gone', async () => {
    program.entities = entities({});
    const { container } = render(Screen);
    await settle();
    program.entities = entities({ screen: { type: 'step' }, timer: { type: 'running', started: 0, ends: program.now + 19 * 60_000 } });
    await tick();
    expect(screen.getByRole('heading', { name: '2 Grasduinen' })).toBeTruthy();
    expect(screen.getByText('minuten')).toBeTruthy();
    program.entities = entities({ screen: { type: 'step' }, timer: { type: 'running', started: 0, ends: program.now - 60_000 } });
    await tick();
    expect(screen.getByText('Tijd om af te ronden')).toBeTruthy();
    program.entities = entities({ screen: { type: 'chosen' } });
    await tick();
    expect(screen.getByRole('heading', { name: 'Dit kozen de tafels' })).toBeTruthy();
    expect(container.textContent).toContain('Tafel 3 kiest nog.');
    program.entities = entities({ screen: { type: 'poster', table: 2 } });
    await tick();
    expect(screen.getByRole('heading', { name: 'Tafel 2' })).toBeTruthy();
    program.reachable = false;
    await settle();
    expect(screen.getByRole('heading', { name: 'Tafel 2' })).toBeTruthy();
  });

  it('has nothing to press', async () => {
    program.entities = entities({});
    const { container } = render(Screen);
    await settle();
    expect(container.querySelector('a, button, input, [tabindex]')).toBeNull();
  });
});
