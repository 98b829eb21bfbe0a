/** A connection that comes back by itself: what was asked and not answered, and when to doubt, give up and try again. The framing (plain or sealed) comes from outside. */
import type { NoEntry } from '../generated/NoEntry';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';

/** What a first answer means. */
export type Greeted = { in: true } | { no: NoEntry };

/** How a page makes itself known, and how messages are written. One framing serves all connections of a line, one after the other. */
export interface Framing {
  /** Where the laptop may be, the likeliest first. */
  urls(): string[];
  /** The first message of a new connection. */
  hello(): string;
  /** What the laptop's first answer means. */
  greeted(said: string): Greeted;
  /** A message as it travels. */
  seal(text: string): string | Uint8Array<ArrayBuffer>;
  /** What travelled as a message; `null` where it cannot be read. */
  open(data: string | ArrayBuffer): string | null;
  /** The connection to this address works; from now on it is the first of `urls`. */
  worked?(url: string): void;
}

interface Told {
  type?: string;
  why?: NoEntry;
  id?: number;
  reply?: Reply;
  push?: Push;
}

interface Pending {
  done: (reply: Reply) => void;
  text: string;
}

/** The first pause before another try, doubled up to the longest (milliseconds). */
const SHORTEST = 250;
const LONGEST = 4000;
/** The pause when the laptop says that it does not know this page: it may have another session open for a moment. */
const UNKNOWN = 10_000;
/** How long a connection may take to come about. */
const KNOCK = 6000;
/** A line that hears nothing for this long is doubted; sooner when it waits for an answer. */
const QUIET = 30_000;
const QUIET_ASKED = 4000;

/** A connection to the laptop that comes back by itself. */
export class Line {
  #framing: Framing;
  #ears: ((push: Push) => void)[] = [];
  #reaches: ((reachable: boolean) => void)[] = [];
  #doubts: (() => void)[] = [];
  #shuts: ((why: NoEntry | null) => void)[] = [];
  #pending = new Map<number, Pending>();
  #next = 1;
  #socket: WebSocket | null = null;
  #url = '';
  #in = false;
  #closed = false;
  #turn = 0;
  #pause = SHORTEST;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #knock: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval>;
  #heard = 0;
  #messages = 0;
  #doubted = false;

  constructor(framing: Framing) {
    this.#framing = framing;
    this.#watch = setInterval(() => this.#silence(), 1000);
    document.addEventListener('visibilitychange', this.#woke);
    window.addEventListener('pageshow', this.#woke);
    window.addEventListener('online', this.#woke);
    window.addEventListener('offline', this.#woke);
    this.#try();
  }

  /** The host (and port) of the connection in use. */
  get host(): string {
    return this.#url ? new URL(this.#url).host : '';
  }

  ask(request: Request, within?: number): Promise<Reply> {
    const id = this.#next++;
    const text = JSON.stringify({ id, request });
    return new Promise((done) => {
      this.#pending.set(id, { done, text });
      if (this.#in) this.#send(text);
      if (within !== undefined) this.#expect(within);
    });
  }

  listen(hear: (push: Push) => void): void {
    this.#ears.push(hear);
  }

  onReach(told: (reachable: boolean) => void): void {
    this.#reaches.push(told);
    told(this.#in);
  }

  onDoubt(check: () => void): void {
    this.#doubts.push(check);
  }

  onShut(told: (why: NoEntry | null) => void): void {
    this.#shuts.push(told);
  }

  /** Ends it for good; what waits is never answered. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    document.removeEventListener('visibilitychange', this.#woke);
    window.removeEventListener('pageshow', this.#woke);
    window.removeEventListener('online', this.#woke);
    window.removeEventListener('offline', this.#woke);
    this.#letGo();
  }

  #try(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const urls = this.#framing.urls();
    this.#url = urls[this.#turn % urls.length] ?? '';
    let socket: WebSocket;
    try {
      socket = new WebSocket(this.#url);
    } catch {
      // An address that is none, or that the browser does not allow: the next one.
      this.#lost(LONGEST);
      return;
    }
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#knock = setTimeout(() => this.#give(socket), KNOCK);
    socket.onopen = () => socket.send(this.#framing.hello());
    socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => this.#message(socket, event.data);
    socket.onclose = () => this.#give(socket);
  }

  #message(socket: WebSocket, data: string | ArrayBuffer): void {
    if (socket !== this.#socket) return;
    this.#heard = Date.now();
    this.#messages += 1;
    this.#doubted = false;
    if (!this.#in) {
      this.#greet(String(data));
      return;
    }
    const text = this.#framing.open(data);
    if (text === null) {
      this.#give(socket);
      return;
    }
    const said = JSON.parse(text) as Told;
    if (said.type === 'no' && said.why) this.#refused(said.why);
    // The place is gone, or too much was missed: knocking again tells which.
    else if (said.type !== undefined) this.#give(socket);
    else if (said.push) for (const hear of this.#ears) hear(said.push);
    else if (said.id !== undefined && said.reply) {
      const asked = this.#pending.get(said.id);
      this.#pending.delete(said.id);
      asked?.done(said.reply);
    }
  }

  #greet(said: string): void {
    const greeted = this.#framing.greeted(said);
    if ('no' in greeted) {
      this.#refused(greeted.no);
      return;
    }
    clearTimeout(this.#knock);
    this.#pause = SHORTEST;
    this.#framing.worked?.(this.#url);
    this.#turn = 0;
    this.#in = true;
    // What was asked and not answered is asked again: commands carry ids, so nothing happens twice.
    for (const asked of this.#pending.values()) this.#send(asked.text);
    for (const told of this.#shuts) told(null);
    for (const told of this.#reaches) told(true);
  }

  #refused(why: NoEntry): void {
    this.#letGo();
    for (const told of this.#shuts) told(why);
    this.#lost(why.code === 'unknown' ? UNKNOWN : LONGEST);
  }

  /** Gives this connection up, and tries again. */
  #give(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    const worked = this.#in;
    this.#letGo();
    // An address that worked is tried first; one that did not come about makes place for the next.
    if (!worked) this.#turn += 1;
    this.#lost(this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST);
  }

  #letGo(): void {
    clearTimeout(this.#knock);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    if (this.#in) {
      this.#in = false;
      for (const told of this.#reaches) told(false);
    }
  }

  #lost(pause: number): void {
    if (this.#closed) return;
    // A room full of devices does not come back all at the same moment.
    this.#retry = setTimeout(() => this.#try(), pause * (0.5 + Math.random() / 2));
  }

  #send(text: string): void {
    // A socket that closes at this moment takes nothing; what is pending goes over the next one.
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(this.#framing.seal(text));
  }

  /** Gives the connection up when nothing at all comes over it in this time. */
  #expect(within: number): void {
    const socket = this.#socket;
    const before = this.#messages;
    setTimeout(() => {
      if (this.#in && socket && socket === this.#socket && this.#messages === before) this.#give(socket);
    }, within);
  }

  /** The page is looked at again, or the network came or went: a phone that was locked has a socket that hangs without closing. */
  #woke = (): void => {
    if (this.#closed || document.visibilityState === 'hidden') return;
    if (this.#in) this.#doubt();
    else if (this.#retry !== undefined) {
      this.#pause = SHORTEST;
      this.#try();
    }
  };

  #silence(): void {
    const limit = this.#pending.size > 0 ? QUIET_ASKED : QUIET;
    if (this.#in && !this.#doubted && Date.now() - this.#heard > limit) this.#doubt();
  }

  #doubt(): void {
    this.#doubted = true;
    for (const check of this.#doubts) check();
  }
}
