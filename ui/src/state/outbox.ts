/** What is on its way to the laptop: written down on this device before it is sent, forgotten when the laptop has it. */
import type { Command } from '../generated/Command';
import type { Failure } from '../generated/Failure';
import type { Reply } from '../generated/Reply';
import { newId } from './ids';
import { type Item, Queue, wordsOf } from './queue';
import { deviceShelf, type KeptWords, memoryShelf, type Shelf } from './shelf';

/** What the outbox needs of the page that it serves. */
export interface Way {
  /** Asks the laptop. */
  ask(id: string, command: Command): Promise<Reply>;
  /** What waits or is kept changed. */
  changed(): void;
}

/** What the writer of a refused command does about it; `true` when that is all that is needed. */
type OnRefused = (failure: Failure) => boolean;

interface Waiter {
  onRefused: OnRefused | undefined;
  done: (outcome: Outcome) => void;
}

/** What became of a command. `seq`: the last event at that moment; `dealt`: its writer dealt with the refusal; `kept`: its words are kept here. */
export type Outcome = { safe: true; seq: number } | { safe: false; failure: Failure; dealt: boolean; kept: boolean };

/** How long writing down may hold up sending: some browsers' storage hangs. */
const WRITING = 1500;

/** The outbox of this device. */
export class Outbox {
  /** Words that the laptop did not take. */
  kept: KeptWords[] = [];
  #way: Way;
  #shelf: Shelf | null;
  #of = '';
  #queue = new Queue();
  #waiters = new Map<string, Waiter[]>();
  #writing = new Set<string>();
  #reachable = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #opening: Promise<void> = Promise.resolve();
  #failed = false;

  /** With a shelf of its own in tests; that of the device otherwise. */
  constructor(way: Way, shelf: Shelf | null = null) {
    this.#way = way;
    this.#shelf = shelf;
  }

  /** The commands that wait. */
  get waiting(): Item[] {
    return this.#queue.items;
  }

  /** Whether what waits outlives this page. */
  get lasting(): boolean {
    return !this.#failed && (this.#shelf?.lasting ?? false);
  }

  /** Opens what waits for a session and seat, and what is left of an earlier seat of this device; '' for none. What was open stays written down. */
  open(of: string, before?: string | null): Promise<void> {
    if (of === this.#of && !before) return this.#opening;
    for (const id of [...this.#waiters.keys()]) this.#settle(id, { safe: false, failure: { code: 'no_session' }, dealt: false, kept: false });
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#of = of;
    this.#queue = new Queue();
    this.#writing.clear();
    this.kept = [];
    this.#way.changed();
    this.#opening = of === '' ? Promise.resolve() : this.#load(of, before ?? null);
    return this.#opening;
  }

  /** Sends a command; tells what became of it. */
  async send(given: Command, onRefused?: OnRefused): Promise<Outcome> {
    // A value of its own, without whatever the screen watches it with.
    const command = JSON.parse(JSON.stringify(given)) as Command;
    await this.#opening;
    return new Promise((done) => {
      const item: Item = { id: newId('c'), command };
      const needless = this.#queue.add(item);
      const before = needless ? (this.#waiters.get(needless.id) ?? []) : [];
      if (needless) this.#waiters.delete(needless.id);
      this.#waiters.set(item.id, [...before, { onRefused, done }]);
      this.#way.changed();
      void this.#write(item, (shelf) => shelf.put(this.#of, item, needless?.id));
    });
  }

  /** The laptop can be reached, or no longer. */
  reach(reachable: boolean): void {
    this.#reachable = reachable;
    void this.#pump();
  }

  /** Lets words go that were not taken. */
  letGo(id: string): void {
    this.kept = this.kept.filter((one) => one.id !== id);
    this.#way.changed();
    void this.#shelf?.letGo(id).catch(() => {});
  }

  /** Forgets all that waits or is kept here of the session and seat that is open: its writer gave it up. */
  async discard(): Promise<void> {
    const [ids, kept] = [this.#queue.items.map((item) => item.id), this.kept];
    const shelf = this.#shelf;
    await this.open('');
    await Promise.all([...ids.map((id) => shelf?.remove(id)), ...kept.map((one) => shelf?.letGo(one.id))]).catch(() => {});
  }

  async #load(of: string, before: string | null): Promise<void> {
    this.#shelf ??= await deviceShelf();
    try {
      if (before && before !== of) await this.#inherit(this.#shelf, before, of);
      const [items, kept] = [await this.#shelf.items(of), await this.#shelf.kept(of)];
      if (this.#of !== of) return;
      this.#queue.load(items);
      this.kept = kept;
    } catch {
      this.#shelf = memoryShelf();
    }
    this.#way.changed();
    void this.#pump();
  }

  /** What an earlier seat could not send any more goes nowhere by itself, but its words are not lost. */
  async #inherit(shelf: Shelf, before: string, of: string): Promise<void> {
    for (const { id, command } of await shelf.items(before)) {
      if (wordsOf(command) === '') await shelf.remove(id);
      else await shelf.keep(of, { id, command, failure: { code: 'seat_gone' } });
    }
    for (const kept of await shelf.kept(before)) await shelf.keep(of, kept);
  }

  /** Writes down; what is written down may go. */
  async #write(item: Item, work: (shelf: Shelf) => Promise<void>): Promise<void> {
    const queue = this.#queue;
    const shelf = (this.#shelf ??= memoryShelf());
    this.#writing.add(item.id);
    const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('slow')), WRITING));
    try {
      await Promise.race([work(shelf), late]);
    } catch {
      // It goes on in memory, and says so.
      this.#failed = true;
      this.#way.changed();
    }
    this.#writing.delete(item.id);
    if (queue === this.#queue) void this.#pump();
  }

  async #pump(): Promise<void> {
    const item = this.#queue.next();
    if (!item || !this.#reachable || this.#pause !== undefined || this.#writing.has(item.id)) return;
    const queue = this.#queue;
    queue.sent(item.id);
    if (queue.isBefore(item.id) && !(await this.#shelf?.has(item.id).catch(() => true))) {
      // Another page of this device has sent it, or something newer in its place.
      queue.drop(item.id);
      this.#way.changed();
      return this.#pump();
    }
    let reply: Reply;
    try {
      reply = await this.#way.ask(item.id, item.command);
    } catch {
      reply = { type: 'failed', value: { code: 'too_much' } };
    }
    if (queue !== this.#queue) return;
    this.#answered(item, reply);
    void this.#pump();
  }

  #answered(item: Item, reply: Reply): void {
    const answer = this.#queue.answered(item.id, reply, () => newId('c'));
    if (!answer) return;
    const { verdict, changed } = answer;
    const forget = (): void => void this.#shelf?.remove(item.id).catch(() => {});
    for (const one of changed) {
      if (verdict.is === 'anew') void this.#write(one, (shelf) => shelf.replace(this.#of, one, item.id));
      else void this.#write(one, (shelf) => shelf.put(this.#of, one));
    }
    if (verdict.is === 'later') {
      this.#pause = setTimeout(() => {
        this.#pause = undefined;
        void this.#pump();
      }, verdict.pause);
    } else if (verdict.is === 'anew') {
      this.#waiters.set(verdict.item.id, this.#waiters.get(item.id) ?? []);
      this.#waiters.delete(item.id);
    } else if (verdict.is === 'done') {
      forget();
      this.#settle(item.id, { safe: true, seq: verdict.seq });
    } else {
      const { failure } = verdict;
      const dealt = (this.#waiters.get(item.id) ?? []).some((waiter) => waiter.onRefused?.(failure) === true);
      const keep = !dealt && wordsOf(item.command) !== '';
      if (keep) this.#keep({ id: item.id, command: item.command, failure });
      else forget();
      this.#settle(item.id, { safe: false, failure, dealt, kept: keep });
    }
    this.#way.changed();
  }

  #keep(words: KeptWords): void {
    const same = this.kept.find((one) => one.command.type === words.command.type && wordsOf(one.command) === wordsOf(words.command));
    if (same) {
      // The same words for the second time, from a field that tries again.
      void this.#shelf?.remove(words.id).catch(() => {});
      return;
    }
    this.kept = [...this.kept, words];
    void this.#shelf?.keep(this.#of, words).catch(() => (this.#failed = true));
  }

  #settle(id: string, outcome: Outcome): void {
    const waiters = this.#waiters.get(id) ?? [];
    this.#waiters.delete(id);
    for (const waiter of waiters) waiter.done(outcome);
  }
}
