import type { Greeting } from '../generated/Greeting';
import type { Hello } from '../generated/Hello';
import type { Host } from './host';
import { type Framing, Line } from './line';

/** A browser on the laptop itself, over a socket on loopback: the desk, or the projector's page. */
export function webHost(at: 'desk' | 'screen', token: string | null): Host {
  // A page that the desk opens begins with a copy of what the desk keeps for its tab: each kind of page has a secret of its own.
  const kept = at === 'desk' ? 'regiotafel.secret' : 'regiotafel.secret.screen';
  const framing: Framing = {
    urls: () => [`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`],
    hello() {
      const secret = sessionStorage.getItem(kept);
      const hello: Hello = { type: 'hello', ...(token ? { token } : {}), ...(secret ? { secret } : {}) };
      return JSON.stringify(hello);
    },
    greeted(said) {
      const greeting = JSON.parse(said) as Greeting;
      if (greeting.type !== 'welcome') return { no: { code: 'unknown' } };
      sessionStorage.setItem(kept, greeting.secret);
      return { in: true };
    },
    seal: (text) => text,
    open: (data) => String(data),
  };
  const line = new Line(framing);
  return {
    door: { at },
    ask: (request, within) => line.ask(request, within),
    listen: (hear) => line.listen(hear),
    onReach: (told) => line.onReach(told),
    onDoubt: (check) => line.onDoubt(check),
    onShut: (told) => line.onShut(told),
    close: () => line.close(),
    chooseFile: async () => null,
    async showSheet(path) {
      const reply = await line.ask({ type: 'sheet', path });
      if (reply.type === 'sheet') window.open(reply.value.address, '_blank');
    },
  };
}
