import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../generated/Entry';
import type { NoEntry } from '../generated/NoEntry';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { Door, Host } from '../host/host';

type Program = typeof import('./program.svelte')['program'];

const SEAT: Door = { at: 'seat', seat: 's1' };
const seat: Entry = { key: 'seat/s1', entity: { type: 'seat', value: { id: 's1', table: 3, kind: 'participant', participant: 'u1' } } };
const view = (...entities: Entry[]): Reply => ({ type: 'view', value: { seq: 7, run: 'r', now: 5_000_000, entities } });
const note = (id: string): Entry => ({ key: `note/${id}`, entity: { type: 'note', value: { id, table: 3, kind: 'surprise', text: id, origin: { type: 'table' }, by: null, at: 0, cluster: null, place: 0, merged_into: null } } });

/** A page at a door, and a laptop that the test plays. */
function laptop(door: Door, answers: Partial<Record<Request['type'], (request: never) => Reply>> = {}) {
  const asked: Request[] = [];
  const told = { push: (_: Push): void => {}, reach: (_: boolean): void => {}, shut: (_: NoEntry | null): void => {}, doubt: (): void => {} };
  const withins: (number | undefined)[] = [];
  const left: boolean[] = [];
  const host: Host = {
    door,
    async ask(request, within) {
      asked.push(request);
      withins.push(within);
      const answer = answers[request.type] as ((request: Request) => Reply) | undefined;
      if (answer) return answer(request);
      if (request.type === 'view') return view(seat);
      if (request.type === 'since') return { type: 'delta', value: { from: request.seq, seq: request.seq, upserts: [], removals: [] } };
      if (request.type === 'snapshot') return { type: 'failed', value: { code: 'no_snapshot' } };
      return { type: 'done', value: { seq: 7 } };
    },
    listen: (hear) => (told.push = hear),
    onReach: (hear) => {
      told.reach = hear;
      hear(true);
    },
    onShut: (hear) => (told.shut = hear),
    onDoubt: (check) => (told.doubt = check),
    chooseFile: async () => null,
    showSheet: async () => {},
    leave: (gone) => void left.push(gone),
  };
  return { host, asked, told, withins, left, types: () => asked.map((request) => request.type) };
}

let program: Program;
beforeEach(async () => {
  localStorage.clear();
  vi.useFakeTimers();
  vi.resetModules();
  ({ program } = await import('./program.svelte'));
});
afterEach(() => void vi.useRealTimers());
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(10);

/** Starts the page; what is kept on this device is waited for with a clock that stands still otherwise. */
async function start(page: ReturnType<typeof laptop>): Promise<void> {
  const started = program.start(page.host);
  await vi.advanceTimersByTimeAsync(2500);
  await started;
}

describe('the program as the screens of a device see it', () => {
  it('says that words are safe only when this screen has them too, so that nobody forgets what is nowhere yet', async () => {
    const page = laptop(SEAT, { command: () => ({ type: 'done', value: { seq: 8 } }) });
    await start(page);
    let safe = false;
    void program.send({ type: 'ask_help', table: 3, about: '' }).then((outcome) => (safe = outcome));
    await turn();
    expect(page.types()).toContain('command');
    expect(safe).toBe(false);
    page.told.push({ type: 'delta', value: { from: 7, seq: 8, upserts: [note('n8')], removals: [] } });
    await turn();
    expect(safe).toBe(true);
    expect(program.entities.note.has('note/n8')).toBe(true);
  });

  it('knows who it is for, never asks what only the desk may, and takes the clock of the laptop', async () => {
    const page = laptop(SEAT);
    await start(page);
    expect(program.me).toEqual({ role: 'participant', seat: 's1', table: 3, participant: 'u1' });
    expect(page.types()).not.toContain('home');
    expect(Math.abs(program.now - 5_000_000)).toBeLessThan(3000);
  });

  it('asks only what it missed when the connection is back', async () => {
    const page = laptop(SEAT, { since: () => ({ type: 'delta', value: { from: 7, seq: 9, upserts: [note('n1')], removals: [] } }) });
    await start(page);
    page.told.reach(false);
    expect(program.reachable).toBe(false);
    page.asked.length = 0;
    page.told.reach(true);
    await turn();
    expect(page.asked.filter((request) => request.type !== 'snapshot')).toEqual([{ type: 'since', seq: 7, run: 'r' }]);
    expect(program.entities.note.has('note/n1')).toBe(true);
    page.told.doubt();
    await turn();
    expect([page.asked.at(-1)?.type === 'snapshot' ? page.asked.at(-2) : page.asked.at(-1), page.withins]).toEqual([{ type: 'since', seq: 9, run: 'r' }, expect.arrayContaining([3000])]);
  });

  it('asks when it hears of something that does not fit, and takes all anew when something else is open', async () => {
    const page = laptop(SEAT);
    await start(page);
    page.asked.length = 0;
    page.told.push({ type: 'delta', value: { from: 8, seq: 9, upserts: [note('n2')], removals: [] } });
    await turn();
    expect(page.types()).toContain('since');
    page.asked.length = 0;
    page.told.push({ type: 'opened' });
    await turn();
    expect(page.types()).toContain('view');
  });

  it('says when the seat is gone, and when it is back', async () => {
    const page = laptop(SEAT);
    await start(page);
    page.told.shut({ code: 'no_session' });
    expect([program.gone, program.shut?.code]).toEqual([false, 'no_session']);
    page.told.shut({ code: 'unknown' });
    expect(program.gone).toBe(true);
    page.told.shut(null);
    expect(program.gone).toBe(false);
  });

  it('keeps words that were refused, and says why', async () => {
    const page = laptop(SEAT, { command: () => ({ type: 'failed', value: { code: 'not_allowed' } }) });
    await start(page);
    const sent = program.send({ type: 'add_note', id: 'n1', table: 3, kind: 'surprise', text: 'Niemand belde.', origin: { type: 'table' }, by: 'u1' });
    await vi.advanceTimersByTimeAsync(100);
    await expect(sent).resolves.toBe(false);
    expect([program.kept.length, program.waiting, program.notices.length]).toEqual([1, 0, 1]);
    // A device is not given up while words wait on it.
    await expect(program.leave()).resolves.toBe(false);
    expect(page.left).toEqual([]);
    program.letGo(program.kept[0]?.id ?? '');
    const leaving = program.leave();
    await vi.advanceTimersByTimeAsync(100);
    await expect(leaving).resolves.toBe(true);
    expect([page.left, program.left]).toEqual([[false], true]);
    expect(page.asked.some((request) => request.type === 'command' && request.command.type === 'remove_seat')).toBe(true);
  });

  it('counts what waits, and lets it go when the laptop has it', async () => {
    const page = laptop(SEAT);
    await start(page);
    page.told.reach(false);
    const sent = program.send({ type: 'vote', participant: 'u1', perspectives: ['p1'] });
    await turn();
    expect([program.waiting, program.outgoing[0]?.command.type]).toEqual([1, 'vote']);
    page.told.reach(true);
    await turn();
    await expect(sent).resolves.toBe(true);
    expect(program.waiting).toBe(0);
  });

  it('says at once where it types, then now and then, and that it stopped', async () => {
    const page = laptop(SEAT);
    await start(page);
    const said = (): (string | null)[] => page.asked.flatMap((request) => (request.type === 'typing' ? [request.place] : []));
    for (let key = 0; key < 30; key += 1) {
      program.types(3, 'field/3/name');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(said()).toEqual(['field/3/name', 'field/3/name']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(said().at(-1)).toBeNull();
    program.types(3, null);
    expect(said()).toHaveLength(3);

    page.told.push({ type: 'typing', value: [{ table: 3, place: 'note/n1', seat: 's2', name: 'Bram' }] });
    expect(program.typistsAt('note/n1').map((typist) => typist.name)).toEqual(['Bram']);
    page.told.reach(false);
    expect(program.typing).toEqual([]);
  });
});

describe('the program as the desk sees it', () => {
  it('asks of the LAN again when that changes, at most once a second', async () => {
    const home: Reply = { type: 'home', value: { session: null, snapshot: null } as never };
    const page = laptop({ at: 'desk' }, { home: () => home, lan: () => ({ type: 'lan', value: { on: true } as never }) });
    await start(page);
    const times = (): number => page.types().filter((type) => type === 'lan').length;
    page.told.push({ type: 'lan' });
    await vi.advanceTimersByTimeAsync(1100);
    expect(times()).toBe(0);
    await program.askLan({ type: 'lan' });
    for (let n = 0; n < 50; n += 1) {
      page.told.push({ type: 'lan' });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(times()).toBeGreaterThanOrEqual(5);
    expect(times()).toBeLessThanOrEqual(7);
    expect(program.me.role).toBe('facilitator');
  });
});
