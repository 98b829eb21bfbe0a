/** Whether this device reaches the laptop at all, and whether it looks through the right browser. */
import type { Knock } from '../generated/Knock';
import type { Knocked } from '../generated/Knocked';

/** The pause between two tries (milliseconds). */
const AGAIN = 3000;

/** What is known of the way to the laptop. */
export type Reach = 'looking' | 'seen' | 'not';

/**
 * Knocks only to be seen, until it is told to stop: at the desk the facilitator sees that a device got through, before anybody has
 * typed a code.
 */
export function probe(told: (reach: Reach) => void): () => void {
  let socket: WebSocket | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function lost(): void {
    if (stopped) return;
    told('not');
    again = setTimeout(knock, AGAIN);
  }
  function knock(): void {
    try {
      socket = new WebSocket(`ws://${location.host}/socket`);
    } catch {
      lost();
      return;
    }
    socket.onopen = () => socket?.send(JSON.stringify({ type: 'probe' } satisfies Knock));
    socket.onmessage = (event) => {
      if ((JSON.parse(String(event.data)) as Knocked).type === 'seen') told('seen');
    };
    socket.onclose = lost;
  }
  told('looking');
  knock();
  return () => {
    stopped = true;
    clearTimeout(again);
    if (socket) socket.onclose = null;
    socket?.close();
  };
}

/**
 * Whether this is the small browser that opens by itself when a Wi-Fi has no internet: it forgets everything when it closes, and often
 * has no sockets.
 */
export function miniBrowser(agent = navigator.userAgent): boolean {
  const apple = /iPhone|iPad|Macintosh/.test(agent);
  return agent.includes('CaptiveNetworkSupport') || (agent.includes('Android') && agent.includes('; wv)')) || (apple && agent.includes('AppleWebKit') && !agent.includes('Safari'));
}

/** Whether this browser has what joining needs. */
export const hasSockets = (): boolean => 'WebSocket' in window;
