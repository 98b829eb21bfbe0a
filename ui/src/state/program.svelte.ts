/** The one adapter between the program and the components: plain state in, runes out. */
import type { Command } from '../generated/Command';
import type { Failure } from '../generated/Failure';
import type { Home } from '../generated/Home';
import type { LanView } from '../generated/LanView';
import type { NoEntry } from '../generated/NoEntry';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { SnapshotView } from '../generated/SnapshotView';
import type { Typist } from '../generated/Typist';
import { ask, Failed, type Value } from '../host/api';
import type { Door, FileKind, Host } from '../host/host';
import { failureText, t } from '../words';
import { digest } from './digest';
import { drafts } from './drafts';
import { newId } from './ids';
import { Outbox } from './outbox';
import type { Item } from './queue';
import type { KeptWords } from './shelf';
import { type Entities, noEntities } from './store';
import { Replica } from './sync';
import { STOPS, Typing } from './typing';

/** Something that is said at the bottom of the screen for a moment; `undo` offers the way back. */
export interface Notice {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  action?: { label: string; run: () => void };
}

/** Who this page is for. */
export interface Me {
  role: 'facilitator' | 'scribe' | 'participant' | 'projector';
  /** The seat of the device, at a table. */
  seat: string | null;
  table: number | null;
  /** Whose own device it is. */
  participant: string | null;
}

/** How long the laptop may take to answer whether the connection still lives, and after a new connection. */
const DOUBT = 3000;
const ANEW = 10_000;
/** The LAN is asked again at most this often (milliseconds). */
const LAN = 1000;
/** What a command changed is waited for this long at most after its answer (milliseconds). */
const LACKING = 2000;

class Program {
  #host: Host | null = null;
  #replica = new Replica();
  #lacking: { seq: number; shown: () => void }[] = [];
  #outbox = new Outbox({
    ask: (id, command) => (this.#host ? this.#host.ask({ type: 'command', id, command }) : Promise.reject(new Error('no host'))),
    changed: () => this.#outboxChanged(),
  });
  #identity = '';
  #offset = 0;
  #syncing: Promise<void> | null = null;
  #again = false;
  #run = '';
  #typing = new Typing();
  #stops: ReturnType<typeof setTimeout> | undefined;
  #lanAsked = 0;
  #lanWaits: ReturnType<typeof setTimeout> | undefined;
  #ends: (() => void)[] = [];
  #door: Door = $state.raw({ at: 'desk' });

  /** Everything of the session that this page may see. */
  entities: Entities = $state.raw(noEntities());
  /** The first screen's view: files, what is open. Only the desk has it. */
  home: Home | null = $state.raw(null);
  /** The open snapshot without its stories. */
  snapshot: SnapshotView | null = $state.raw(null);
  /** Whether the program can be reached at this moment. */
  reachable = $state(false);
  /** The commands that wait on this device for their acknowledgement, the oldest first. */
  outgoing: readonly Item[] = $state.raw([]);
  /** How many commands wait for their acknowledgement. */
  waiting = $derived(this.outgoing.length);
  /** Whether what waits outlives this page; where a browser keeps nothing, the page must stay open. */
  lasting = $state(true);
  /** Words that the laptop did not take, kept on this device. */
  kept: readonly KeptWords[] = $state.raw([]);
  /** The laptop's time, ticking every second (milliseconds since 1970). */
  now = $state(Date.now());
  /** The notices that stand on the screen. */
  notices: Notice[] = $state.raw([]);
  /** The longer work that goes on. */
  progress: { what: string; done: number; of: number } | null = $state.raw(null);
  /** How many requests wait for their answer. */
  #asking = 0;
  /** Who else types near here. */
  typing: readonly Typist[] = $state.raw([]);
  /** The LAN; only the desk has it, from the first `askLan` on. */
  lan: LanView | null = $state.raw(null);
  /** Why the laptop does not let this page in, where it does not. */
  shut: NoEntry | null = $state.raw(null);
  /** Whether the laptop does not know the seat of this device (any more). */
  gone = $derived(this.#door.at === 'seat' && this.shut?.code === 'unknown');
  /** Whether this device gave its seat up; the page begins anew then. */
  left = $state(false);
  /** Who this page is for. */
  me: Me = $derived.by(() => {
    const nobody = { seat: null, table: null, participant: null };
    if (this.#door.at === 'desk') return { role: 'facilitator', ...nobody };
    if (this.#door.at === 'screen') return { role: 'projector', ...nobody };
    const { seat } = this.#door;
    const mine = this.entities.seat.get(`seat/${seat}`);
    return { role: mine?.kind ?? 'participant', seat, table: mine?.table ?? null, participant: mine?.participant ?? null };
  });

  /** Connects the page; the first thing to do. Done when there is something to show, or when the laptop does not let it in. */
  async start(host: Host, seatBefore: string | null = null): Promise<void> {
    this.#host = host;
    this.#door = host.door ?? { at: 'desk' };
    if (this.#door.at === 'seat') await this.#belongs(`seat/${this.#door.seat}`, seatBefore);
    setInterval(() => (this.now = Date.now() + this.#offset), 1000);
    host.listen((push) => this.#hear(push));
    host.onDoubt?.(() => void this.#sync(DOUBT).catch(() => {}));
    await new Promise<void>((first) => {
      host.onShut?.((why) => {
        this.shut = why;
        if (why?.code === 'unknown') {
          for (const end of this.#ends.splice(0)) end();
          first();
        }
      });
      host.onReach((reachable) => {
        this.reachable = reachable;
        this.#outbox.reach(reachable);
        if (reachable) void this.#reached().then(first);
        else this.typing = [];
      });
    });
  }

  /** Asks the program; throws `Failed`. */
  ask<T extends Reply['type']>(request: Request, expected: T): Promise<Value<T>> {
    if (!this.#host) throw new Failed({ code: 'bad_request' });
    this.#asking += 1;
    return ask(this.#host, request, expected).finally(() => (this.#asking -= 1));
  }

  /**
   * Sends a command; true once it is safe on the laptop, which may be long after: until then it waits on this device, also when the
   * page is closed. A refusal is said on the screen, and its words kept, unless `onRefused` deals with it.
   */
  async send(command: Command, onRefused?: (failure: Failure) => boolean): Promise<boolean> {
    if (this.#identity === '') {
      try {
        await this.ask({ type: 'command', id: newId('c'), command }, 'done');
        return true;
      } catch (error) {
        if (!(error instanceof Failed && onRefused?.(error.failure))) this.say(error);
        return false;
      }
    }
    const outcome = await this.#outbox.send(command, onRefused);
    if (!outcome.safe) {
      if (!outcome.dealt) this.say(new Failed(outcome.failure));
      return false;
    }
    await this.#shows(outcome.seq);
    return true;
  }

  /** Waits until this screen has what happened up to an event, which the laptop says ahead of its answer. Whoever forgets what was typed then finds it among the entities. */
  #shows(seq: number): Promise<void> {
    if ((this.#replica.at?.seq ?? 0) >= seq) return Promise.resolve();
    return new Promise((shown) => {
      this.#lacking.push({ seq, shown });
      setTimeout(shown, LACKING);
    });
  }

  /** The copy of the session changed. */
  #moved(): void {
    this.entities = this.#replica.entities;
    const seq = this.#replica.at?.seq ?? 0;
    const lacking = this.#lacking;
    this.#lacking = lacking.filter((one) => one.seq > seq);
    for (const one of lacking) if (one.seq <= seq) one.shown();
  }

  /** Lets words go that the laptop did not take. */
  letGo(id: string): void {
    this.#outbox.letGo(id);
  }

  /** Says where this device types, on every key; `null` when it no longer does. */
  types(table: number, place: string | null): void {
    clearTimeout(this.#stops);
    if (place !== null) this.#stops = setTimeout(() => this.types(table, null), STOPS);
    if (!this.reachable || !this.#typing.at(place, Date.now())) return;
    void this.#host?.ask({ type: 'typing', table, place }).catch(() => {});
  }

  /** Who else types in a place. */
  typistsAt(place: string): Typist[] {
    return this.typing.filter((typist) => typist.place === place);
  }

  /** Asks or changes the LAN; true when that went well. */
  async askLan(request: Request): Promise<boolean> {
    try {
      this.lan = await this.ask(request, 'lan');
      return true;
    } catch (error) {
      this.say(error);
      return false;
    }
  }

  /**
   * Gives the seat of this device up; after it the page begins anew. `false`, and said, while words wait here that the laptop does not
   * have, unless `anyway`. Where the seat is gone already its words wait for the next seat of this device.
   */
  async leave(anyway = false): Promise<boolean> {
    const { seat } = this.me;
    if (seat === null) return false;
    if (!this.gone) {
      if (!anyway && (this.waiting > 0 || this.kept.length > 0)) {
        this.say(t('kit.leave_waits'));
        return false;
      }
      if (this.reachable) {
        const ended = new Promise<void>((end) => this.#ends.push(end));
        const left = this.ask({ type: 'command', id: newId('c'), command: { type: 'remove_seat', id: seat } }, 'done').then(() => {}, () => {});
        // The laptop closes the door behind a device that leaves; the answer may not come through any more.
        await Promise.race([left, ended]);
      }
      // Whoever has this device next sees nothing of what was written on it.
      await this.#outbox.discard();
      drafts.forgetAll();
    }
    this.#host?.leave?.(this.gone);
    this.left = true;
    return true;
  }

  /** Asks for something that opens or closes a file, and takes over what is open then. What `dealt` deals with is not said. */
  async open(request: Request, dealt?: (failure: Failure) => boolean): Promise<boolean> {
    try {
      this.home = await this.ask(request, 'home');
      await this.refresh();
      return true;
    } catch (error) {
      if (!(error instanceof Failed && dealt?.(error.failure))) this.say(error);
      return false;
    } finally {
      this.progress = null;
    }
  }

  /** Lets the person choose a file in a dialog, where there is one. */
  chooseFile(kind: FileKind): Promise<string | null> {
    return this.#host ? this.#host.chooseFile(kind, t(`file.kind.${kind}`)) : Promise.resolve(null);
  }

  /** Shows a written sheet. */
  async showSheet(path: string): Promise<void> {
    await this.#host?.showSheet(path);
  }

  /** Takes over what is open on the laptop now. */
  async refresh(): Promise<void> {
    if (this.#door.at !== 'desk') {
      await this.#sync(ANEW);
      return;
    }
    this.home = await this.ask({ type: 'home' }, 'home');
    if (this.home.snapshot && this.snapshot === null) {
      this.snapshot = await this.ask({ type: 'snapshot' }, 'snapshot').catch(() => null);
    }
    const path = this.home.session?.path ?? '';
    if (path !== this.#identity) this.#replica.forget();
    await this.#belongs(path, null);
    if (path) await this.#sync(ANEW);
    else {
      this.#replica.clear();
      this.entities = this.#replica.entities;
    }
  }

  /** Says something at the bottom of the screen. */
  say(what: unknown, action?: Notice['action']): void {
    const bad = what instanceof Error;
    const text = what instanceof Failed ? failureText(what.failure) : String(what instanceof Error ? what.message : what);
    const notice: Notice = { id: Math.random(), text, tone: bad ? 'bad' : 'good', ...(action ? { action } : {}) };
    // The same again takes the place of what is said already.
    this.notices = [...this.notices.filter((other) => other.text !== text).slice(-2), notice];
    // A way back stays long enough to be read, understood and reached.
    setTimeout(() => this.unsay(notice.id), bad || action ? 12_000 : 5000);
  }

  /** Puts a notice away. */
  unsay(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  /** What waits and what is typed here is of this session and seat. */
  async #belongs(identity: string, before: string | null): Promise<void> {
    this.#identity = identity;
    drafts.of(identity);
    await this.#outbox.open(identity, before ? `seat/${before}` : null);
  }

  async #reached(): Promise<void> {
    this.#replica.cut();
    // What could not be asked is asked again at the next connection, or when the laptop says that something is open.
    await this.refresh().catch(() => {});
  }

  /** Brings the copy of the session up to date, once for all who ask meanwhile. */
  #sync(within: number): Promise<void> {
    this.#again = true;
    this.#syncing ??= this.#ask(within).finally(() => (this.#syncing = null));
    return this.#syncing;
  }

  async #ask(within: number): Promise<void> {
    while (this.#again && this.#host) {
      this.#again = false;
      const asked = this.#replica.at;
      const reply = await this.#host.ask(this.#replica.question(), within);
      if (reply.type === 'failed') throw new Failed(reply.value);
      if (reply.type === 'view') {
        this.#offset = reply.value.now - Date.now();
        this.now = reply.value.now;
      } else if (reply.type !== 'delta') return;
      const whole = this.#replica.answered(reply.type === 'view' ? { view: reply.value } : { delta: reply.value }, asked);
      if (!whole) this.#again = true;
      this.#moved();
      await this.#lookAtSnapshot();
    }
  }

  /** A device asks for the snapshot once for each opening of a session. */
  async #lookAtSnapshot(): Promise<void> {
    const run = this.#replica.at?.run ?? '';
    if (this.#door.at === 'desk' || (run === this.#run && this.snapshot !== null)) return;
    this.snapshot = await this.ask({ type: 'snapshot' }, 'snapshot').catch(() => null);
    this.#run = run;
  }

  #hear(push: Push): void {
    switch (push.type) {
      case 'delta': {
        const whole = this.#replica.heard(push.value);
        this.#moved();
        if (!whole) void this.#sync(ANEW).catch(() => {});
        break;
      }
      case 'opened':
        this.#replica.forget();
        if (this.#door.at === 'desk') this.snapshot = null;
        void this.refresh().catch(() => {});
        break;
      case 'typing':
        this.typing = push.value;
        break;
      case 'lan':
        if (this.lan) this.#lanAgain();
        break;
      case 'progress':
        // What is told after the answer came, such as the first part of opening that failed, would stay for ever.
        this.progress = this.#asking === 0 || (push.value.of > 0 && push.value.done >= push.value.of) ? null : push.value;
        break;
      case 'failing':
        if (this.home?.session) this.home = { ...this.home, session: { ...this.home.session, failing: push.value } };
        break;
      case 'addresses':
        // The connection itself keeps them.
        break;
    }
  }

  #lanAgain(): void {
    if (this.#lanWaits !== undefined) return;
    const wait = Math.max(0, this.#lanAsked + LAN - Date.now());
    this.#lanWaits = setTimeout(() => {
      this.#lanWaits = undefined;
      this.#lanAsked = Date.now();
      void this.askLan({ type: 'lan' });
    }, wait);
  }

  #outboxChanged(): void {
    this.outgoing = [...this.#outbox.waiting];
    this.kept = this.#outbox.kept;
    this.lasting = this.#outbox.lasting;
  }
}

/** The program, as all components of this page see it. */
export const program = new Program();

/** An aid for support and for whole-system tests: whether two screens hold the same. */
Object.assign(globalThis, { regiotafel: { digest: () => digest(program.entities) } });
