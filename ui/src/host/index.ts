import { takeFragment } from './fragment';
import type { Host } from './host';

/** The host of the desk. The code of the other ways is never loaded. */
export async function connect(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriHost('desk');
  return (await import('./web')).webHost('desk', token());
}

/** The host of the projector's page: in a window of the program, on the laptop itself, or on another machine. */
export async function connectScreen(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriHost('screen');
  const once = token();
  if (once || sessionStorage.getItem('regiotafel.secret.screen')) return (await import('./web')).webHost('screen', once);
  const { screenHost, screenKey } = await import('./lan');
  return screenHost(screenKey(takeFragment()));
}

/** The one-time token of an address of the desk. */
function token(): string | null {
  const found = new URLSearchParams(location.hash.slice(1)).get('token');
  if (found) takeFragment();
  return found;
}
