/** The room test: does a phone get through? Pure. */
import type { LanView } from '../../generated/LanView';
import type { Network } from '../../generated/Network';
import type { Seen } from '../../generated/Seen';

/**
 * `practice`: the laptop alone, no phone can come. `self`: only this laptop looked. `waiting`: nothing yet. `late`: nothing for a minute. `mini`: only with the small
 * browser that opens by itself. `page`: the page came through, a lasting connection not. `good`: a phone is through.
 */
export type Trial = 'practice' | 'self' | 'waiting' | 'late' | 'mini' | 'page' | 'good';

/** How long nothing may come before something is likely to be wrong. */
export const PATIENCE = 60_000;

/** Whether it was the laptop itself; that proves nothing of the network. */
const itself = (lan: LanView, one: Seen): boolean => one.address.startsWith('127.') || lan.networks.some((network) => network.address === one.address) || lan.network?.address === one.address;

/** The devices that came since a moment, the laptop itself left out, but in practice. */
export const arrivals = (lan: LanView, since: number): Seen[] => lan.seen.filter((one) => one.at >= since && (lan.network?.sort === 'loopback' || !itself(lan, one)));

/** How the test stands; it began at `began`, and counts what came since `since`. */
export function trial(lan: LanView, since: number, began: number, now: number): Trial {
  const came = arrivals(lan, since);
  // Who takes part already is through; only a test that began anew waits for another.
  if (came.some((one) => one.socket && !one.mini) || (since === 0 && lan.connected.length > 0)) return 'good';
  if (came.some((one) => !one.mini)) return 'page';
  if (came.length > 0) return 'mini';
  if (lan.network?.sort === 'loopback') return 'practice';
  if (now - began >= PATIENCE) return 'late';
  return lan.seen.some((one) => one.at >= since) ? 'self' : 'waiting';
}

/** The network that is chosen before anybody chose: the one of last time, but not for practice; else the likeliest. */
export function likeliest(lan: LanView): Network | undefined {
  const real = lan.networks.filter((network) => network.sort !== 'loopback');
  return real.find((network) => network.id === lan.wanted.network) ?? real[0] ?? lan.networks[0];
}

/** Whether the laptop is no longer at the address that devices were told. */
export const adrift = (lan: LanView): boolean => lan.on && lan.network !== null && !lan.networks.some((network) => network.address === lan.network?.address);
