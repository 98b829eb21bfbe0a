import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Push } from '../generated/Push';
import { addresses } from './addresses';
import { framing, lanHost } from './lan';

/** A socket that the test plays the laptop for. */
class Socket {
  static all: Socket[] = [];
  static readonly OPEN = 1;
  readyState = 0;
  sent: (string | Uint8Array)[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string | ArrayBuffer }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(readonly url: string) {
    Socket.all.push(this);
  }
  send(text: string | Uint8Array): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 3;
  }
  comes(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  says(text: string): void {
    this.onmessage?.({ data: text });
  }
  breaks(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}
const newest = (): Socket => Socket.all.at(-1) as Socket;
const own = `ws://${location.host}/socket`;

beforeEach(() => {
  localStorage.clear();
  Socket.all = [];
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Socket);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A line in the open, as with a typed code, so that the test can read along. */
function open(): { host: ReturnType<typeof lanHost>; reached: boolean[]; doubts: number; heard: Push[] } {
  const host = lanHost({ at: 'code', code: 'KORF 47' }, { at: 'screen' });
  const seen = { host, reached: [] as boolean[], doubts: 0, heard: [] as Push[] };
  host.onReach((reachable) => seen.reached.push(reachable));
  host.onDoubt?.(() => {
    seen.doubts += 1;
    void host.ask({ type: 'view' }, 3000);
  });
  host.listen((push) => seen.heard.push(push));
  return seen;
}

function greet(socket: Socket): void {
  socket.comes();
  socket.says('{"type":"open"}');
}

describe('a connection over the LAN', () => {
  it('asks again what was not answered, over the next connection, once', async () => {
    const { host } = open();
    greet(newest());
    const answer = host.ask({ type: 'joining' });
    expect(newest().sent).toHaveLength(2);
    newest().breaks();
    await vi.advanceTimersByTimeAsync(300);
    expect(Socket.all).toHaveLength(2);
    greet(newest());
    expect(newest().sent[1]).toBe('{"id":1,"request":{"type":"joining"}}');
    newest().says('{"id":1,"reply":{"type":"done","value":{"seq":4}}}');
    await expect(answer).resolves.toEqual({ type: 'done', value: { seq: 4 } });
    newest().breaks();
    await vi.advanceTimersByTimeAsync(300);
    greet(newest());
    expect(newest().sent).toHaveLength(1);
    host.close?.();
  });

  it('waits longer and longer between tries, up to four seconds, and goes at once when the page is looked at', async () => {
    const { host } = open();
    for (let n = 0; n < 10; n += 1) {
      newest().breaks();
      await vi.advanceTimersByTimeAsync(4000);
    }
    expect(Socket.all).toHaveLength(11);
    newest().breaks();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(Socket.all).toHaveLength(12);
    host.close?.();
    newest().breaks();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Socket.all).toHaveLength(12);
  });

  it('finds out that a phone woke up with a dead socket, and makes a new one', async () => {
    const seen = open();
    greet(newest());
    window.dispatchEvent(new Event('pageshow'));
    expect(seen.doubts).toBe(1);
    await vi.advanceTimersByTimeAsync(2900);
    expect(seen.reached.at(-1)).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(seen.reached.at(-1)).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    greet(newest());
    // An answer, or anything at all, is a sign of life.
    window.dispatchEvent(new Event('online'));
    newest().says('{"push":{"type":"opened"}}');
    await vi.advanceTimersByTimeAsync(5000);
    expect([seen.reached.at(-1), seen.heard.length]).toEqual([true, 1]);
    seen.host.close?.();
  });

  it('doubts a connection on which nothing is said', async () => {
    const seen = open();
    greet(newest());
    await vi.advanceTimersByTimeAsync(29_000);
    expect(seen.doubts).toBe(0);
    await vi.advanceTimersByTimeAsync(2500);
    expect(seen.doubts).toBe(1);
    seen.host.close?.();
  });

  it('tries the other addresses in turn, and begins with the one that worked', async () => {
    const { host } = open();
    greet(newest());
    newest().says('{"push":{"type":"addresses","value":["192.168.8.7","10.0.0.2:8080"]}}');
    newest().breaks();
    await vi.advanceTimersByTimeAsync(300);
    const tried: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      tried.push(newest().url);
      newest().breaks();
      await vi.advanceTimersByTimeAsync(4000);
    }
    expect(tried).toEqual([own, 'ws://192.168.8.7/socket', 'ws://10.0.0.2:8080/socket']);
    newest().breaks();
    await vi.advanceTimersByTimeAsync(4000);
    expect(newest().url).toBe('ws://192.168.8.7/socket');
    greet(newest());
    expect(addresses.urls(location.host)[0]).toBe('ws://192.168.8.7/socket');
    expect(addresses.urls(location.host)).toContain(own);
    // One that worked and broke off is tried first.
    newest().breaks();
    await vi.advanceTimersByTimeAsync(300);
    expect(newest().url).toBe('ws://192.168.8.7/socket');
    host.close?.();
  });

  it('gives an address up that does not answer at all', async () => {
    const { host } = open();
    await vi.advanceTimersByTimeAsync(6300);
    expect(Socket.all).toHaveLength(2);
    host.close?.();
  });

  it('hears why it may not come in, and tries again', async () => {
    const { host } = open();
    const shut: (string | null)[] = [];
    host.onShut?.((why) => shut.push(why?.code ?? null));
    newest().comes();
    newest().says('{"type":"no","why":{"code":"no_session"}}');
    await vi.advanceTimersByTimeAsync(4000);
    greet(newest());
    expect(shut).toEqual(['no_session', null]);
    host.close?.();
  });
});

describe('a sealed framing', () => {
  const entrance = { at: 'seat', seat: 's1', key: 'AAECAwQFBgcICQoLDA0ODw' } as const;

  it('knocks with new random bytes each time, never with the key', () => {
    const { hello } = framing(entrance);
    const [one, two] = [hello(), hello()];
    expect(JSON.parse(one)).toMatchObject({ type: 'seat', seat: 's1', nonce: expect.stringMatching(/^[\w-]{22}$/) as string });
    expect(one).not.toBe(two);
    expect(one + two).not.toContain(entrance.key);
  });

  it('believes nothing in the open but that the door stays shut', () => {
    const { hello, greeted, open: read } = framing(entrance);
    hello();
    expect(greeted('{"type":"open"}')).toEqual({ no: { code: 'unknown' } });
    expect(greeted('{"type":"sealed","nonce":"AAECAwQFBgcICQoLDA0ODw"}')).toEqual({ in: true });
    expect(read('{"push":{"type":"opened"}}')).toBeNull();
    expect(read('{"type":"no","why":{"code":"unknown"}}')).toBe('{"type":"no","why":{"code":"unknown"}}');
  });
});
