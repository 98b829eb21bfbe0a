// @vitest-environment node
/**
 * Devices and a laptop with a bad network between them, many times over with other luck: pages type, reload and lose their connection, the
 * laptop starts anew. At the end everything typed is where it belongs, once, and every page holds what the laptop holds.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../generated/Command';
import type { Delta } from '../generated/Delta';
import type { Entry } from '../generated/Entry';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { View } from '../generated/View';
import { digest } from './digest';
import { Outbox, type Outcome } from './outbox';
import { type Item, placeOf, wordsOf } from './queue';
import { type KeptWords, memoryShelf, type Shelf } from './shelf';
import { fromView } from './store';
import { type At, Replica } from './sync';

const RUNS = 2000;
const STEPS = 90;

/** Luck that comes back with its seed (mulberry32). */
class Luck {
  constructor(private seed: number) {}
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}

type Asked = { id: number; request: Request };
type Told = { id: number; reply: Reply } | { push: Delta | 'opened' };

/** One connection: what is on its way, and how far the page at its other end was told. */
interface Wire {
  up: Asked[];
  down: Told[];
  told: number | null;
}

/** The laptop, small: an ordered log, each id once, deltas from where a page is. */
class Laptop {
  run = 1;
  log: { key: string; entry: Entry | null }[] = [];
  now = new Map<string, Entry>();
  answered = new Map<string, Reply>();
  /** What was carried out, in order. */
  done: Command[] = [];
  wires = new Set<Wire>();

  constructor(private luck: Luck) {}

  #set(key: string, entry: Entry | null): void {
    this.log.push({ key, entry });
    if (entry) this.now.set(key, entry);
    else this.now.delete(key);
  }

  #carryOut(command: Command): Reply {
    const no = (refusal: Extract<Extract<Reply, { type: 'failed' }>['value'], { code: 'refused' }>['refusal']): Reply => ({ type: 'failed', value: { code: 'refused', refusal } });
    if (command.type === 'add_note') {
      const key = `note/${command.id}`;
      if (this.now.has(key)) return no({ code: 'twice' });
      if (command.text.startsWith('te lang')) return no({ code: 'too_long', most: 3 });
      this.#set(key, { key, entity: { type: 'note', value: { ...command, at: 0, cluster: null, place: this.log.length, merged_into: null } } } as Entry);
    } else if (command.type === 'remove_note') {
      if (!this.now.has(`note/${command.id}`)) return no({ code: 'gone', what: 'note' });
      this.#set(`note/${command.id}`, null);
    } else if (command.type === 'set_field') {
      const key = `field/${command.table}/${command.field}`;
      const known = this.now.get(key)?.entity;
      const [text, version] = known?.type === 'field' ? [known.value.text, known.value.version] : ['', 0];
      if (command.base !== null && command.base !== version) return no({ code: 'field_changed', text, version });
      this.#set(key, { key, entity: { type: 'field', value: { table: command.table, name: command.field, text: command.text.trim(), version: version + 1 } } } as unknown as Entry);
    } else if (command.type === 'vote') {
      const key = `vote/${command.participant}`;
      this.#set(key, { key, entity: { type: 'vote', value: { table: 3, participant: command.participant, perspectives: command.perspectives, given: 1 } } } as Entry);
    }
    this.done.push(command);
    return { type: 'done', value: { seq: this.log.length } };
  }

  answer(wire: Wire, { id, request }: Asked): void {
    wire.down.push({ id, reply: this.#reply(wire, request) });
  }

  #reply(wire: Wire, request: Request): Reply {
    if (request.type === 'command') {
      const before = this.answered.get(request.id);
      if (before) return before;
      if (this.luck.chance(0.05)) return { type: 'failed', value: { code: 'too_much' } };
      const reply = this.#carryOut(request.command);
      // A refusal is not remembered: the same again is looked at again.
      if (reply.type === 'done') this.answered.set(request.id, reply);
      return reply;
    }
    wire.told = this.log.length;
    if (request.type === 'since' && request.run === String(this.run) && request.seq <= this.log.length) return { type: 'delta', value: this.#delta(request.seq) };
    return { type: 'view', value: this.view() };
  }

  view(): View {
    return { seq: this.log.length, entities: [...this.now.values()], now: 0, run: String(this.run) };
  }

  #delta(from: number): Delta {
    const keys = [...new Set(this.log.slice(from).map((event) => event.key))];
    return { from, seq: this.log.length, upserts: keys.flatMap((key) => this.now.get(key) ?? []), removals: keys.filter((key) => !this.now.has(key)) };
  }

  tell(wire: Wire): void {
    if (wire.told === null || wire.told >= this.log.length) return;
    wire.down.push({ push: this.#delta(wire.told) });
    wire.told = this.log.length;
  }

  restart(): void {
    this.run += 1;
    for (const wire of this.wires) wire.told = null;
  }
}

/** Storage that takes its time, and loses what was not written yet when the page goes. */
class Slow implements Shelf {
  readonly lasting = true;
  #disk = memoryShelf();
  #work: (() => Promise<void>)[] = [];
  #later(work: () => Promise<void>): Promise<void> {
    return new Promise((done, fail) => this.#work.push(() => work().then(done, fail)));
  }
  async step(): Promise<void> {
    await this.#work.shift()?.();
  }
  async all(): Promise<void> {
    while (this.#work.length > 0) await this.step();
  }
  forget(): void {
    this.#work = [];
  }
  items = (of: string): Promise<Item[]> => this.#disk.items(of);
  kept = (of: string): Promise<KeptWords[]> => this.#disk.kept(of);
  has = (id: string): Promise<boolean> => this.#disk.has(id);
  put = (of: string, item: Item, needless?: string): Promise<void> => this.#later(() => this.#disk.put(of, structuredClone(item), needless));
  replace = (of: string, item: Item, old: string): Promise<void> => this.#later(() => this.#disk.replace(of, structuredClone(item), old));
  remove = (id: string): Promise<void> => this.#later(() => this.#disk.remove(id));
  keep = (of: string, words: KeptWords): Promise<void> => this.#later(() => this.#disk.keep(of, structuredClone(words)));
  letGo = (id: string): Promise<void> => this.#later(() => this.#disk.letGo(id));
}

/** A page while it lives; its connection is as in line.ts: what was not answered is asked again over the next one. */
class Page {
  replica = new Replica();
  outbox: Outbox;
  wire: Wire | null = null;
  #pending = new Map<number, { request: Request; done: (reply: Reply) => void }>();
  #next = 1;
  #syncing = false;
  #again = false;

  constructor(private laptop: Laptop, shelf: Slow) {
    this.outbox = new Outbox({ ask: (id, command) => this.#ask({ type: 'command', id, command }), changed: () => {} }, shelf);
    void this.outbox.open('seat/s1');
  }

  connect(): void {
    this.cut();
    this.wire = { up: [], down: [], told: null };
    this.laptop.wires.add(this.wire);
    for (const [id, { request }] of this.#pending) this.wire.up.push({ id, request });
    this.replica.cut();
    this.outbox.reach(true);
    this.sync();
  }

  cut(): void {
    if (!this.wire) return;
    this.laptop.wires.delete(this.wire);
    this.wire = null;
    this.outbox.reach(false);
  }

  #ask(request: Request): Promise<Reply> {
    return new Promise((done) => {
      const id = this.#next++;
      this.#pending.set(id, { request, done });
      this.wire?.up.push({ id, request });
    });
  }

  sync(): void {
    this.#again = true;
    if (!this.#syncing) void this.#sync();
  }

  async #sync(): Promise<void> {
    this.#syncing = true;
    while (this.#again) {
      this.#again = false;
      const asked: At | null = this.replica.at;
      const reply = await this.#ask(this.replica.question());
      const answer = reply.type === 'view' ? { view: reply.value } : reply.type === 'delta' ? { delta: reply.value } : null;
      if (answer && !this.replica.answered(answer, asked)) this.#again = true;
    }
    this.#syncing = false;
  }

  hear(told: Told): void {
    if ('push' in told) {
      if (told.push === 'opened') {
        this.replica.forget();
        this.sync();
      } else if (!this.replica.heard(told.push)) this.sync();
      return;
    }
    const asked = this.#pending.get(told.id);
    this.#pending.delete(told.id);
    asked?.done(told.reply);
  }
}

/** Something that was typed or tapped at a device, and what became of it. */
interface Typed {
  nth: number;
  command: Command;
  outcome: Outcome | null;
}

class Device {
  shelf = new Slow();
  page: Page;
  typed: Typed[] = [];
  #nth = 0;

  constructor(readonly name: string, private laptop: Laptop, private luck: Luck) {
    this.page = new Page(laptop, this.shelf);
  }

  type(): void {
    const nth = (this.#nth += 1);
    const text = `${this.luck.chance(0.15) ? 'te lang ' : ''}${this.name} ${nth}`;
    const kind = this.luck.next();
    const field = this.page.replica.entities.field.get('field/3/name');
    const command = (kind < 0.45
      ? { type: 'add_note', id: `${this.name}-${nth}`, table: 3, kind: 'surprise', text, origin: { type: 'table' }, by: null }
      : kind < 0.75
        ? { type: 'set_field', table: 3, field: 'name', text, base: field?.version ?? 0 }
        : kind < 0.95
          ? { type: 'vote', participant: this.name, perspectives: [`p${nth}`] }
          : { type: 'remove_note', id: `${this.name}-${nth - 1}` }) as Command;
    const typed: Typed = { nth, command, outcome: null };
    this.typed.push(typed);
    void this.page.outbox.send(command).then((outcome) => (typed.outcome = outcome));
  }

  /** The page goes and comes back; what was written down is still there, what was in memory is not. */
  async reload(): Promise<void> {
    // What was not written down yet is not promised; the field that it was typed in still has it.
    for (let some = this.luck.below(4); some > 0; some -= 1) await this.shelf.step();
    this.shelf.forget();
    this.page.cut();
    this.page = new Page(this.laptop, this.shelf);
    await settle();
    const waiting = new Set(this.page.outbox.waiting.map((item) => JSON.stringify(withoutBase(item.command))));
    this.typed = this.typed.filter((one) => one.outcome !== null || waiting.has(JSON.stringify(withoutBase(one.command))) || this.wasSeen(one));
  }

  /** Whether the laptop or the list of kept words has it, so that it still counts although its page is gone. */
  wasSeen({ command }: Typed): boolean {
    const text = JSON.stringify(withoutBase(command));
    return this.laptop.done.some((one) => JSON.stringify(withoutBase(one)) === text) || this.page.outbox.kept.some((one) => JSON.stringify(withoutBase(one.command)) === text);
  }
}

const withoutBase = (command: Command): Command => (command.type === 'set_field' ? { ...command, base: null } : command);

/** Lets everything happen that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 15; turn += 1) await Promise.resolve();
}

/** Carries one message over, or loses, doubles or swaps it. */
function carry<T>(luck: Luck, queue: T[], give: (one: T) => void): void {
  const at = luck.chance(0.15) ? luck.below(queue.length) : 0;
  const [one] = queue.splice(at, 1);
  if (one === undefined || luck.chance(0.04)) return;
  give(one);
  if (luck.chance(0.05)) queue.push(one);
}

async function play(seed: number): Promise<{ laptop: Laptop; devices: Device[] }> {
  const luck = new Luck(seed);
  const laptop = new Laptop(luck);
  const devices = Array.from({ length: 2 + luck.below(3) }, (_, at) => new Device(`d${at}`, laptop, luck));
  for (let step = 0; step < STEPS; step += 1) {
    const device = devices[luck.below(devices.length)] as Device;
    const { wire } = device.page;
    const what = luck.next();
    if (what < 0.22) device.type();
    else if (what < 0.3) await device.shelf.step();
    else if (what < 0.36) await device.shelf.all();
    else if (what < 0.43) (wire && luck.chance(0.6) ? device.page.cut() : device.page.connect());
    else if (what < 0.45) await device.reload();
    else if (what < 0.46) laptop.restart();
    else if (what < 0.47) wire?.down.push({ push: 'opened' });
    else if (what < 0.5) vi.advanceTimersByTime(600);
    else if (wire && what < 0.72) carry(luck, wire.up, (asked) => laptop.answer(wire, asked));
    else if (wire && what < 0.94) carry(luck, wire.down, (told) => device.page.hear(told));
    else if (wire) laptop.tell(wire);
    await settle();
  }
  // From now on the network is good; every device is looked at once more.
  for (const device of devices) device.page.connect();
  for (let round = 0; round < 400; round += 1) {
    for (const device of devices) {
      await device.shelf.all();
      const { wire } = device.page;
      for (const asked of wire?.up.splice(0) ?? []) if (wire) laptop.answer(wire, asked);
      if (wire) laptop.tell(wire);
      for (const told of wire?.down.splice(0) ?? []) device.page.hear(told);
      await settle();
    }
    vi.advanceTimersByTime(600);
    await settle();
    if (devices.every((device) => device.page.outbox.waiting.length === 0 && device.page.replica.at?.seq === laptop.log.length)) break;
  }
  for (const device of devices) await device.shelf.all();
  return { laptop, devices };
}

async function judge({ laptop, devices }: { laptop: Laptop; devices: Device[] }): Promise<void> {
  const done = laptop.done.map((command) => JSON.stringify(withoutBase(command)));
  expect(new Set(done).size, 'nothing is carried out twice').toBe(done.length);
  const here = digest(fromView(laptop.view()));
  for (const device of devices) {
    expect(digest(device.page.replica.entities), 'a page holds what the laptop holds').toBe(here);
    expect([device.page.outbox.waiting, await device.shelf.items('seat/s1')], 'nothing waits for ever').toEqual([[], []]);
    const places = device.typed.map((one) => done.indexOf(JSON.stringify(withoutBase(one.command))));
    const carriedOut = places.filter((place) => place >= 0);
    expect(carriedOut, 'the order of a device is kept').toEqual([...carriedOut].sort((a, b) => a - b));
    for (const [at, { command, outcome }] of device.typed.entries()) {
      const place = placeOf(command);
      // A later one of the same place, carried out or kept, stands for an earlier one.
      const later = device.typed.slice(at + 1).some((one) => place !== null && placeOf(one.command) === place);
      const kept = device.page.outbox.kept.some((one) => wordsOf(one.command) === wordsOf(command));
      const carried = (places[at] ?? -1) >= 0;
      if (outcome?.safe) expect(carried || later, 'what is called safe was carried out').toBe(true);
      if (outcome?.safe === false) expect(carried, 'what was refused was not carried out').toBe(false);
      if (wordsOf(command) !== '') expect(carried || kept || later, `no words are lost: ${wordsOf(command)}`).toBe(true);
    }
  }
}

describe('devices and a laptop with a bad network between them', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it(`agree at the end, ${RUNS} times`, { timeout: 180_000 }, async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const played = await play(seed);
      try {
        await judge(played);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
      vi.clearAllTimers();
    }
  });
});
