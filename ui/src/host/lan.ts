/** A device on the LAN: over plain HTTP, so everything after the first knock is sealed with the key of the door; see `Knock` in the protocol. */
import type { Knock } from '../generated/Knock';
import type { Knocked } from '../generated/Knocked';
import type { Seated } from '../generated/Seated';
import { addresses } from './addresses';
import type { Door, Host } from './host';
import { type Framing, Line } from './line';
import { seat } from './seat';
import { Channel, fromBase64url, toBase64url } from './seal';

/** How a device comes in: with the key of a door, or with a code that someone typed. */
export type Entrance =
  | { at: 'table'; table: number; key: string }
  | { at: 'seat'; seat: string; key: string }
  | { at: 'screen'; key: string }
  | { at: 'code'; code: string };

const SCREEN = 'regiotafel.screen';

/** The name of a door in the derivation of its keys. */
function nameOf(entrance: Exclude<Entrance, { at: 'code' }>): string {
  if (entrance.at === 'table') return `table/${entrance.table}`;
  return entrance.at === 'seat' ? `seat/${entrance.seat}` : 'screen';
}

function knockAt(entrance: Entrance, nonce: string): Knock {
  switch (entrance.at) {
    case 'table': return { type: 'table', table: entrance.table, nonce };
    case 'seat': return { type: 'seat', seat: entrance.seat, nonce };
    case 'screen': return { type: 'screen', nonce };
    case 'code': return { type: 'code', code: entrance.code };
  }
}

/** The framing of one entrance: each connection begins with a knock and a channel of its own. */
export function framing(entrance: Entrance): Framing {
  let drawn = new Uint8Array(16);
  let channel: Channel | null = null;
  return {
    urls: () => addresses.urls(location.host),
    worked: (url) => addresses.worked(url),
    hello() {
      channel = null;
      drawn = crypto.getRandomValues(new Uint8Array(16));
      return JSON.stringify(knockAt(entrance, toBase64url(drawn)));
    },
    greeted(said) {
      const knocked = JSON.parse(said) as Knocked;
      if (knocked.type === 'no') return { no: knocked.why };
      if (knocked.type === 'open' && entrance.at === 'code') return { in: true };
      const key = entrance.at === 'code' ? null : fromBase64url(entrance.key);
      const laptop = knocked.type === 'sealed' ? fromBase64url(knocked.nonce) : null;
      if (entrance.at === 'code' || !key || !laptop) return { no: { code: 'unknown' } };
      channel = new Channel({ key, page: drawn, laptop, door: nameOf(entrance) });
      return { in: true };
    },
    seal: (text) => (channel ? channel.seal(text) : text),
    open(data) {
      if (!channel) return String(data);
      if (data instanceof ArrayBuffer) return channel.open(data);
      // In the open the laptop says only that it could not read what came: anything else is not from the laptop.
      return (JSON.parse(data) as Partial<Knocked>).type === 'no' ? data : null;
    },
  };
}

/** The connection of an entrance as a host. */
export function lanHost(entrance: Entrance, door: Door): Host {
  const way = framing(entrance);
  const line = new Line(way);
  line.listen((push) => {
    if (push.type === 'addresses') addresses.told(push.value, line.host);
  });
  return {
    door,
    ask: (request, within) => line.ask(request, within),
    listen: (hear) => line.listen(hear),
    onReach: (told) => line.onReach(told),
    onDoubt: (check) => line.onDoubt(check),
    onShut: (told) => line.onShut(told),
    close: () => line.close(),
    chooseFile: async () => null,
    showSheet: async () => {},
  };
}

/** The device at its seat. */
export function seatHost({ seat: id, key }: Seated): Host {
  const host = lanHost({ at: 'seat', seat: id, key }, { at: 'seat', seat: id });
  return {
    ...host,
    leave(gone) {
      host.close?.();
      seat.forget(!gone);
    },
  };
}

/** The projector's page on another machine. */
export const screenHost = (key: string): Host => lanHost({ at: 'screen', key }, { at: 'screen' });

/** The key of the projector's page: out of its address, or from the last time. */
export function screenKey(fragment: string): string {
  if (fragment) localStorage.setItem(SCREEN, fragment);
  return fragment || (localStorage.getItem(SCREEN) ?? '');
}
