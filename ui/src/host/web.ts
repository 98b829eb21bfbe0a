import type { Greeting } from '../generated/Greeting';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { Host } from './host';

interface Incoming {
  type?: Greeting['type'];
  secret?: string;
  id?: number;
  reply?: Reply;
  push?: Push;
}

const SECRET = 'regiotafel.secret';

/** A browser on the laptop itself, over a socket on loopback. */
export function webHost(): Host {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    history.replaceState(null, '', location.pathname);
  }
  const ears: ((push: Push) => void)[] = [];
  const reaches: ((reachable: boolean) => void)[] = [];
  const waiting = new Map<number, { done: (reply: Reply) => void; text: string }>();
  let next = 1;
  let socket: WebSocket | null = null;
  let ready = false;
  let pause = 250;

  function reach(reachable: boolean): void {
    ready = reachable;
    for (const told of reaches) told(reachable);
  }

  function open(): void {
    const line = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`);
    socket = line;
    line.onopen = () => {
      line.send(JSON.stringify({ type: 'hello', token: token ?? undefined, secret: sessionStorage.getItem(SECRET) ?? undefined }));
    };
    line.onmessage = (event) => {
      const said = JSON.parse(String(event.data)) as Incoming;
      if (said.type === 'welcome') {
        if (said.secret) sessionStorage.setItem(SECRET, said.secret);
        pause = 250;
        // What was asked and not answered is asked again: commands carry ids, so nothing happens twice.
        for (const asked of waiting.values()) line.send(asked.text);
        reach(true);
      } else if (said.type === 'unknown') {
        document.dispatchEvent(new CustomEvent('regiotafel:denied'));
      } else if (said.push) {
        for (const hear of ears) hear(said.push);
      } else if (said.id !== undefined && said.reply) {
        waiting.get(said.id)?.done(said.reply);
        waiting.delete(said.id);
      }
    };
    line.onclose = () => {
      reach(false);
      setTimeout(open, pause);
      pause = Math.min(pause * 2, 4000);
    };
  }
  open();

  function ask(request: Request): Promise<Reply> {
    const id = next++;
    const text = JSON.stringify({ id, request });
    return new Promise((done) => {
      waiting.set(id, { done, text });
      if (ready) socket?.send(text);
    });
  }

  return {
    ask,
    listen: (hear) => void ears.push(hear),
    onReach(told) {
      reaches.push(told);
      told(ready);
    },
    chooseFile: async () => null,
    async showSheet(path) {
      const reply = await ask({ type: 'sheet', path });
      if (reply.type === 'sheet') window.open(reply.value.address, '_blank');
    },
  };
}
