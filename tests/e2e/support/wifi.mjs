// The Wi-Fi between one device and the laptop, as a proxy of that device alone: it can fall silent, and it can break off.
import { connect, createServer } from 'node:net';

/** Where a SOCKS 5 request wants to go. */
function placeIn(asked) {
  const named = asked[3] === 3;
  const end = named ? 5 + asked[4] : 8;
  const host = named ? asked.subarray(5, end).toString() : asked.subarray(4, end).join('.');
  return { host, port: asked.readUInt16BE(end) };
}

export async function wifi() {
  const ways = new Set();
  let state = 'on';

  function carry(from, asked) {
    const { host, port } = placeIn(asked);
    const to = connect(port, host);
    const way = { from, to };
    ways.add(way);
    const end = () => {
      ways.delete(way);
      from.destroy();
      to.destroy();
    };
    for (const side of [from, to]) side.on('error', end).on('close', end);
    to.once('connect', () => {
      from.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
      from.pipe(to);
      to.pipe(from);
      if (state === 'silent') hold(way);
    });
  }
  function hold({ from, to }) {
    from.unpipe(to);
    to.unpipe(from);
    from.pause();
    to.pause();
  }
  function resume({ from, to }) {
    from.pipe(to);
    to.pipe(from);
  }

  const waiting = new Set();
  const server = createServer((from) => {
    from.on('error', () => {});
    if (state === 'off') return from.destroy();
    from.once('data', () => {
      from.write(Buffer.from([5, 0]));
      from.once('data', (asked) => {
        if (state === 'silent') waiting.add(() => !from.destroyed && carry(from, asked));
        else carry(from, asked);
      });
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));

  return {
    port: server.address().port,
    /** Nothing comes through any more, and nothing says so. */
    fallSilent() {
      state = 'silent';
      for (const way of ways) hold(way);
    },
    /** Everything breaks off, and nothing new comes about. */
    breakOff() {
      state = 'off';
      for (const { from, to } of ways) {
        from.destroy();
        to.destroy();
      }
    },
    /** It is there again, with what it still held. */
    comeBack() {
      state = 'on';
      for (const way of ways) resume(way);
      for (const go of waiting) go();
      waiting.clear();
    },
    close() {
      this.breakOff();
      server.close();
    },
  };
}
