import { cleanup, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import deskWords from '../../../../assets/locales/nl/desk.json';
import kitWords from '../../../../assets/locales/nl/kit.json';
import lanWords from '../../../../assets/locales/nl/lan.json';
import screenWords from '../../../../assets/locales/nl/screen.json';
import type { LanView } from '../../generated/LanView';
import type { Request } from '../../generated/Request';
import { program } from '../../state/program.svelte';
import * as select from '../../state/select';
import { useWords } from '../../words';
import TableCard from '../room/TableCard.svelte';
import Codes from './Codes.svelte';
import { came, lanOff, lanOn, room } from './lan.fixture';
import RoomTest from './RoomTest.svelte';
import SeatLine from './SeatLine.svelte';
import Switch from './Switch.svelte';

const tables = () => select.tables(program.entities);
const asked: Request[] = [];

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  useWords('nl', { ...deskWords, ...kitWords, ...lanWords, ...screenWords });
});
beforeEach(() => {
  localStorage.clear();
  asked.length = 0;
  program.entities = room();
  program.now = 1000;
  vi.spyOn(program, 'askLan').mockImplementation(async (request) => {
    asked.push(request);
    return true;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the room test', () => {
  const test = async (lan: LanView, now: number) => {
    program.now = 1000;
    const view = render(RoomTest, { lan, tables: tables() });
    await tick();
    program.now = now;
    await tick();
    return view;
  };
  const open = () => screen.getByText('Komt er niets binnen?').closest('details')?.open;

  it('waits, and after a minute says what to do in order', async () => {
    const first = await test(lanOn({ address: '192.168.8.3' }), 20_000);
    expect(screen.getByText(/Nog niets binnen/)).toBeTruthy();
    expect(open()).toBe(false);
    first.unmount();
    await test(lanOn({ address: '192.168.8.4' }), 62_000);
    expect(screen.getByText(/Er komt niets binnen\. Loop/)).toBeTruthy();
    expect(open()).toBe(true);
    expect(screen.getByText('Kijk of de telefoon op de wifi Regiotafel zit.')).toBeTruthy();
  });

  it('is green with the first phone, and warns of the small browser', async () => {
    await test(lanOn({ seen: [came(), came({ address: '192.168.8.24', device: 'android', mini: true, socket: false })] }), 2000);
    expect(screen.getByText('Het werkt: een toestel is binnen en blijft verbonden.')).toBeTruthy();
    expect(screen.getByText('! klein venster')).toBeTruthy();
    expect(screen.queryByText('Komt er niets binnen?')).toBeNull();
  });

  it('counts who is connected of who is expected', async () => {
    await test(lanOn({ connected: ['sa', 'sb', 't'] }), 2000);
    expect(screen.getByText('2 van 3 mensen zijn verbonden')).toBeTruthy();
    expect(screen.getByText('2 van 3')).toBeTruthy();
    expect(screen.getByText('op papier')).toBeTruthy();
  });
});

describe('a card of the room', () => {
  it('says quietly how many devices are connected, or that the table works on paper', () => {
    program.lan = lanOn({ connected: ['sa', 't'] });
    for (const table of tables()) render(TableCard, { table, watch: undefined });
    const [one, two] = screen.getAllByRole('article');
    expect(one?.textContent).toContain('1 van 3 verbonden');
    expect(two?.textContent).toContain('op papier');
  });
});

describe('codes', () => {
  it('that cannot be typed say until when, and can be unlocked', async () => {
    render(Codes, { lan: lanOn({ locked: 301_000 }), tables: tables(), place: [] });
    expect(screen.getByRole('alert').textContent).toContain('er kwamen te veel verkeerde codes binnen');
    screen.getByRole('button', { name: 'Nu weer laten typen' }).click();
    expect(asked).toEqual([{ type: 'lan_unlock' }]);
  });
  it('that can be typed say nothing of it', () => {
    render(Codes, { lan: lanOn({ locked: 500 }), tables: tables(), place: [] });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('KORF 1')).toBeTruthy();
  });
});

describe('a device', () => {
  const send = () => vi.spyOn(program, 'send').mockResolvedValue(true);

  it('is freed, and the person stays', () => {
    const sent = send();
    program.lan = lanOn({ connected: ['sa'] });
    const seat = program.entities.seat.get('seat/sa');
    if (!seat) throw new Error('a seat');
    render(SeatLine, { seat, named: true });
    expect(screen.getByText('toestel verbonden')).toBeTruthy();
    screen.getByRole('button', { name: 'Toestel losmaken: Ada' }).click();
    expect(sent.mock.calls).toEqual([[{ type: 'remove_seat', id: 'sa' }]]);
  });
  it('that a table shares goes to another table', async () => {
    const sent = send();
    const seat = program.entities.seat.get('seat/t');
    if (!seat) throw new Error('a seat');
    render(SeatLine, { seat });
    const tables = screen.getByLabelText('Tafel van dit tafelscherm') as HTMLSelectElement;
    tables.value = '2';
    tables.dispatchEvent(new Event('change', { bubbles: true }));
    expect(sent.mock.calls).toEqual([[{ type: 'move_seat', id: 't', table: 2 }]]);
  });
});

describe('the switch', () => {
  it('lets devices in on the network that is chosen', async () => {
    render(Switch, { lan: lanOff() });
    screen.getByRole('radio', { name: /Kabel/ }).click();
    await tick();
    screen.getByRole('button', { name: 'Toestellen toelaten' }).click();
    expect(asked).toEqual([{ type: 'lan_start', wanted: { network: 'eth0', port: null } }]);
  });
  it('says that the address changed, until that is understood', async () => {
    localStorage.setItem('regiotafel.lan.told.', '10.0.0.5');
    localStorage.setItem('regiotafel.lan.printed.', '10.0.0.5');
    render(Switch, { lan: lanOn() });
    await tick();
    expect(screen.getByText(/De vellen die u maakte, kloppen niet meer/)).toBeTruthy();
    screen.getByRole('button', { name: 'Begrepen' }).click();
    await tick();
    expect(screen.queryByText(/Het adres is nu/)).toBeNull();
  });
});
