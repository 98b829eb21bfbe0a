import type { Host } from './host';

/** The host of this page. The code of the other one is never loaded. */
export async function connect(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) {
    return (await import('./tauri')).tauriHost();
  }
  return (await import('./web')).webHost();
}
