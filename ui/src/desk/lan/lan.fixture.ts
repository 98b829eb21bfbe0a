/** A laptop with three networks and two tables, for the tests of the devices. */
import type { LanView } from '../../generated/LanView';
import type { Network } from '../../generated/Network';
import type { Seen } from '../../generated/Seen';
import type { Entity } from '../../generated/Entity';
import { applied, type Entities, noEntities } from '../../state/store';

export const WIFI: Network = { id: 'wlan0', address: '192.168.8.2', sort: 'wifi' };
export const LOOPBACK: Network = { id: 'lo', address: '127.0.0.1', sort: 'loopback' };

const square = { side: 1, path: 'M0 0h1v1h-1z' };

/** The LAN while it is on. */
export const lanOn = (more: Partial<LanView> = {}): LanView => ({
  on: true, networks: [WIFI, { id: 'eth0', address: '10.0.0.5', sort: 'cable' }, LOOPBACK], wanted: { network: null, port: null }, network: WIFI, address: WIFI.address,
  other_port: false, wifi: { name: 'Regiotafel', password: '' }, wifi_qr: square,
  tables: [1, 2].map((table) => ({ table, code: `KORF ${table}`, link: `http://192.168.8.2/#${table}.x`, qr: square })),
  screen: 'http://192.168.8.2/screen#x', seen: [], connected: [], screens: 0, locked: null, ...more,
});

/** The LAN while it is off. */
export const lanOff = (more: Partial<LanView> = {}): LanView => lanOn({ on: false, network: null, address: '', tables: [], screen: '', ...more });

/** A device that came. */
export const came = (more: Partial<Seen> = {}): Seen => ({ at: 1000, address: '192.168.8.23', device: 'iphone', mini: false, socket: true, ...more });

/** Two tables: the first with three people of whom two have a device and with a shared screen, the second on paper. */
export function room(): Entities {
  const upserts: { key: string; entity: Entity }[] = [];
  const put = (key: string, type: string, value: object): void => void upserts.push({ key, entity: { type, value } as Entity });
  put('session', 'session', {
    name: 'Oefening', region: 'Oost-Groningen', step: 'browse', timer: { type: 'off' }, screen: { type: 'welcome' },
    agenda: [{ step: 'browse', minutes: 45, skipped: false }], snapshot: { set: [] },
  });
  for (const id of [1, 2]) {
    put(`table/${id}`, 'table', { id, name: '', step: 'browse', chosen: id === 1 ? ['p1', 'p2', 'p3'] : ['p2'], fixed: id === 1, paper: id === 2, code: 0 });
  }
  for (const [id, table, name] of [['a', 1, 'Ada'], ['b', 1, 'Bram'], ['c', 1, 'Cor'], ['d', 2, 'Dirk']] as const) {
    put(`participant/${id}`, 'participant', { id, table, name, role: null, left: false });
  }
  put('seat/sb', 'seat', { id: 'sb', table: 1, kind: 'participant', participant: 'b' });
  put('seat/sa', 'seat', { id: 'sa', table: 1, kind: 'participant', participant: 'a' });
  put('seat/t', 'seat', { id: 't', table: 1, kind: 'scribe', participant: null });
  return applied(noEntities(), { upserts, removals: [] });
}
