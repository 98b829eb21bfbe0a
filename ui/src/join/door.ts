/** Coming in at a table: with the link of its QR code or with a typed code, until this device has a seat. */
import type { Failure } from '../generated/Failure';
import type { JoinAs } from '../generated/JoinAs';
import type { JoinView } from '../generated/JoinView';
import type { NoEntry } from '../generated/NoEntry';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import { ask, Failed, type Value } from '../host/api';
import type { Host } from '../host/host';
import { lanHost } from '../host/lan';
import { seat } from '../host/seat';
import { newId } from '../state/ids';

/** What a QR code carries. */
export interface Link {
  table: number;
  key: string;
}

/** Why a device does not come in; `unreachable` when the laptop does not answer at all. */
export type Closed = NoEntry | { code: 'unreachable' };

/** The answer at a door. */
export type Answer = { door: OpenDoor } | { no: Closed };

const LINK = 'regiotafel.link';
const WANTED = 'regiotafel.wanted';
/** How long a device waits at a door (milliseconds). */
const PATIENCE = 8000;

/** The link in the text behind `#` of an address; `null` where it is none. */
export function linkIn(fragment: string): Link | null {
  const found = /^(\d{1,2})\.([\w-]{22})$/.exec(fragment);
  return found?.[1] && found[2] ? { table: Number(found[1]), key: found[2] } : null;
}

/** The link with which this tab was opened. It is kept for the tab alone, so that it is not lost at a reload before there is a seat. */
export const link = {
  keep: (fragment: string): void => sessionStorage.setItem(LINK, fragment),
  read: (): Link | null => linkIn(sessionStorage.getItem(LINK) ?? ''),
  forget: (): void => sessionStorage.removeItem(LINK),
};

/** Knocks with a link or a typed code. Never throws. */
export function knock(by: Link | { code: string }): Promise<Answer> {
  const entrance = 'code' in by ? ({ at: 'code', code: by.code } as const) : ({ at: 'table', table: by.table, key: by.key } as const);
  const host = lanHost(entrance, { at: 'screen' });
  return new Promise((answer) => {
    const patience = setTimeout(() => give({ no: { code: 'unreachable' } }), PATIENCE);
    function give(given: Answer): void {
      clearTimeout(patience);
      if ('no' in given) host.close?.();
      answer(given);
    }
    host.onShut?.((why) => why && give({ no: why }));
    host.onReach((reachable) => {
      if (!reachable) return;
      void ask(host, { type: 'joining' }, 'joining').then(
        (view) => give({ door: new OpenDoor(host, view) }),
        (error: unknown) => give({ no: { code: error instanceof Failed && error.failure.code === 'no_session' ? 'no_session' : 'unknown' } }),
      );
    });
  });
}

/** A table that lets this device in; it needs a seat yet. */
export class OpenDoor {
  #host: Host;
  /** What to know of the table, as it was when it was last looked at. */
  view: JoinView;

  constructor(host: Host, view: JoinView) {
    this.#host = host;
    this.view = view;
  }

  /** Looks again: others may have sat down meanwhile. */
  async look(): Promise<JoinView> {
    this.view = await this.#ask({ type: 'joining' }, 'joining');
    return this.view;
  }

  /** Takes a seat, and keeps it on this device; gives why not otherwise. After `null` the page goes on at its seat. */
  async join(who: JoinAs): Promise<Failure | null> {
    try {
      const seated = await this.#ask({ type: 'join', id: wantedId(who), who }, 'seated');
      seat.keep(seated);
      sessionStorage.removeItem(WANTED);
      link.forget();
      this.close();
      return null;
    } catch (error) {
      return error instanceof Failed ? error.failure : { code: 'lan_off' };
    }
  }

  /** Goes away from the door. */
  close(): void {
    this.#host.close?.();
  }

  /** Asks; a laptop that does not answer counts as one that is off. */
  #ask<T extends Reply['type']>(request: Request, expected: T): Promise<Value<T>> {
    const off: Reply = { type: 'failed', value: { code: 'lan_off' } };
    const late = new Promise<Reply>((done) => setTimeout(() => done(off), PATIENCE * 2));
    return ask({ ...this.#host, ask: (asked) => Promise.race([this.#host.ask(asked, PATIENCE), late]) }, request, expected);
  }
}

/** The id of the seat that is asked for: the same as long as the same is asked, so that an answer that got lost gives no second seat. */
function wantedId(who: JoinAs): string {
  const text = JSON.stringify(who);
  const kept = sessionStorage.getItem(WANTED) ?? '';
  if (kept.slice(kept.indexOf(' ') + 1) === text) return kept.slice(0, kept.indexOf(' '));
  const id = newId('s');
  sessionStorage.setItem(WANTED, `${id} ${text}`);
  return id;
}
