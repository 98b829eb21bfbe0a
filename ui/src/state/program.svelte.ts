/** The one adapter between the program and the components: plain state in, runes out. */
import type { Command } from '../generated/Command';
import type { Delta } from '../generated/Delta';
import type { Failure } from '../generated/Failure';
import type { Home } from '../generated/Home';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { SnapshotView } from '../generated/SnapshotView';
import { ask, Failed, type Value } from '../host/api';
import type { Host } from '../host/host';
import { drafts } from './drafts';
import { failureText } from '../words';
import { newId } from './ids';
import { applied, type Entities, fromView, noEntities } from './store';

/** Something that is said at the bottom of the screen for a moment; `undo` offers the way back. */
export interface Notice {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  action?: { label: string; run: () => void };
}

class Program {
  #host: Host | null = null;
  #seq = 0;
  #offset = 0;
  #viewing: Promise<void> | null = null;
  #heard: Delta[] = [];

  /** Everything of the session. */
  entities: Entities = $state.raw(noEntities());
  /** The first screen's view: files, what is open. */
  home: Home | null = $state.raw(null);
  /** The open snapshot without its stories. */
  snapshot: SnapshotView | null = $state.raw(null);
  /** Whether the program can be reached at this moment. */
  reachable = $state(false);
  /** How many commands wait for their acknowledgement. */
  waiting = $state(0);
  /** The laptop's time, ticking every second (milliseconds since 1970). */
  now = $state(Date.now());
  /** The notices that stand on the screen. */
  notices: Notice[] = $state.raw([]);
  /** The longer work that goes on. */
  progress: { what: string; done: number; of: number } | null = $state.raw(null);

  /** Connects the page; the first thing to do. */
  async start(host: Host): Promise<void> {
    this.#host = host;
    setInterval(() => (this.now = Date.now() + this.#offset), 1000);
    host.listen((push) => this.#hear(push));
    await new Promise<void>((first) => {
      host.onReach((reachable) => {
        this.reachable = reachable;
        if (reachable) void this.refresh().then(first);
      });
    });
  }

  /** Asks the program; throws `Failed`. */
  ask<T extends Reply['type']>(request: Request, expected: T): Promise<Value<T>> {
    if (!this.#host) throw new Failed({ code: 'bad_request' });
    return ask(this.#host, request, expected);
  }

  /** Sends a command; true once it is safe on the laptop. A refusal is said on the screen, unless `onRefused` deals with it. */
  async send(command: Command, onRefused?: (failure: Failure) => boolean): Promise<boolean> {
    this.waiting += 1;
    try {
      await this.ask({ type: 'command', id: newId('c'), command }, 'done');
      return true;
    } catch (error) {
      if (error instanceof Failed && onRefused?.(error.failure)) return false;
      this.say(error);
      return false;
    } finally {
      this.waiting -= 1;
    }
  }

  /** Asks for something that opens or closes a file, and takes over what is open then. */
  async open(request: Request): Promise<boolean> {
    try {
      this.home = await this.ask(request, 'home');
      await this.refresh();
      return true;
    } catch (error) {
      this.say(error);
      return false;
    } finally {
      this.progress = null;
    }
  }

  /** Lets the person choose a file in a dialog, where there is one. */
  chooseFile(kind: 'snapshot' | 'session'): Promise<string | null> {
    return this.#host ? this.#host.chooseFile(kind) : Promise.resolve(null);
  }

  /** Shows a written sheet, where the program did not open a viewer itself. */
  async showSheet(path: string): Promise<void> {
    await this.#host?.showSheet(path);
  }

  /** Takes everything anew. */
  async refresh(): Promise<void> {
    this.home = await this.ask({ type: 'home' }, 'home');
    if (this.home.snapshot && this.snapshot === null) {
      this.snapshot = await this.ask({ type: 'snapshot' }, 'snapshot').catch(() => null);
    }
    drafts.of(this.home.session?.path ?? '');
    if (this.home.session) await this.#view();
    else this.entities = noEntities();
  }

  /** Says something at the bottom of the screen. */
  say(what: unknown, action?: Notice['action']): void {
    const bad = what instanceof Error;
    const text = what instanceof Failed ? failureText(what.failure) : String(what instanceof Error ? what.message : what);
    const notice: Notice = { id: Math.random(), text, tone: bad ? 'bad' : 'good', ...(action ? { action } : {}) };
    this.notices = [...this.notices.slice(-2), notice];
    // A way back stays long enough to be read, understood and reached.
    setTimeout(() => this.unsay(notice.id), bad || action ? 12_000 : 5000);
  }

  /** Puts a notice away. */
  unsay(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  async #view(): Promise<void> {
    // What is heard while the view is on its way may be newer than the view; it is applied on top.
    this.#heard = [];
    const view = await this.ask({ type: 'view' }, 'view');
    this.#offset = view.now - Date.now();
    this.now = view.now;
    this.#seq = view.seq;
    this.entities = fromView(view);
    for (const delta of this.#heard) this.#take(delta);
  }

  /** Takes everything anew, once for all who ask meanwhile. */
  #anew(): void {
    this.#viewing ??= this.refresh().finally(() => (this.#viewing = null));
  }

  #take(delta: Delta): void {
    if (delta.seq <= this.#seq) return;
    if (delta.from > this.#seq) {
      // Something between was missed: take everything anew.
      this.#anew();
      return;
    }
    this.#seq = delta.seq;
    this.entities = applied(this.entities, delta);
  }

  #hear(push: Push): void {
    if (push.type === 'delta') {
      this.#heard.push(push.value);
      if (this.#heard.length > 200) this.#heard.shift();
      this.#take(push.value);
    } else if (push.type === 'opened') {
      this.snapshot = null;
      this.#anew();
    } else {
      this.progress = push.value.of > 0 && push.value.done >= push.value.of ? null : push.value;
    }
  }
}

/** The program, as all components of this page see it. */
export const program = new Program();
