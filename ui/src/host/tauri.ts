import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Host } from './host';

/** The program's own window. The only file that knows of it. */
export function tauriHost(): Host {
  return {
    ask: (request) => invoke<Reply>('rpc', { request }),
    listen: (hear) => void listen<Push>('push', (event) => hear(event.payload)),
    onReach: (told) => told(true),
    chooseFile: (kind) => invoke<string | null>('choose_file', { kind }),
    showSheet: async () => {},
  };
}
