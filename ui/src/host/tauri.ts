import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Host } from './host';

/** The program's own windows. The only file that knows of them. */
export function tauriHost(at: 'desk' | 'screen'): Host {
  return {
    door: { at },
    ask: (request) => invoke<Reply>('rpc', { request }),
    listen: (hear) => void listen<Push>('push', (event) => hear(event.payload)),
    onReach: (told) => told(true),
    chooseFile: (kind, words) => invoke<string | null>('choose_file', { kind, words }),
    showSheet: async (path) => void (await invoke<Reply>('rpc', { request: { type: 'sheet', path } })),
  };
}
