import { describe, expect, it } from 'vitest';
import * as select from '../../state/select';
import { news } from './address';
import { countAll, countAt, seatsAt } from './devices';
import { came, lanOff, lanOn, LOOPBACK, room, WIFI } from './lan.fixture';
import { adrift, arrivals, likeliest, trial } from './trial';

describe('counting devices', () => {
  const e = room();
  const [one, two] = select.tables(e);
  if (!one || !two) throw new Error('two tables');

  it('a device that is not connected does not count, a shared screen counts apart', () => {
    expect(countAt(e, one, ['sa', 't'])).toEqual({ connected: 1, expected: 3, shared: 1 });
    expect(countAt(e, one, [])).toEqual({ connected: 0, expected: 3, shared: 0 });
  });
  it('nobody is expected at a table on paper', () => {
    expect(countAt(e, two, []).expected).toBe(0);
    expect(countAll(e, ['sa', 'sb'])).toEqual({ connected: 2, expected: 3, shared: 0 });
  });
  it('people come first, by name', () => expect(seatsAt(e, 1).map((seat) => seat.id)).toEqual(['sa', 'sb', 't']));
});

describe('the room test', () => {
  it.each([
    ['nothing yet', [], 30_000, 'waiting'],
    ['nothing for a minute', [], 61_000, 'late'],
    ['a phone', [came()], 61_000, 'good'],
    ['only the page', [came({ socket: false })], 5000, 'page'],
    ['only the small browser', [came({ mini: true })], 5000, 'mini'],
    ['the small browser first, then the real one', [came({ mini: true, socket: false }), came()], 5000, 'good'],
    ['the laptop itself is no phone', [came({ address: WIFI.address })], 5000, 'self'],
  ] as const)('%s', (_, seen, now, how) => expect(trial(lanOn({ seen: [...seen] }), 0, 0, now)).toBe(how));

  it('somebody who takes part is through, until the test begins anew', () => {
    expect(trial(lanOn({ connected: ['sa'] }), 0, 0, 5000)).toBe('good');
    expect(trial(lanOn({ connected: ['sa'] }), 2000, 2000, 5000)).toBe('waiting');
  });
  it('what came before the test began anew does not count', () => expect(arrivals(lanOn({ seen: [came({ at: 1000 })] }), 2000)).toEqual([]));
  it('in practice no phone can come, but the laptop itself counts', () => {
    expect(trial(lanOn({ network: LOOPBACK }), 0, 0, 90_000)).toBe('practice');
    expect(trial(lanOn({ network: LOOPBACK, seen: [came({ address: '127.0.0.1' })] }), 0, 0, 0)).toBe('good');
  });
});

describe('the network', () => {
  it('the one of last time is chosen before, but not practice', () => {
    expect(likeliest(lanOff())?.id).toBe('wlan0');
    expect(likeliest(lanOff({ wanted: { network: 'eth0', port: null } }))?.id).toBe('eth0');
    expect(likeliest(lanOff({ wanted: { network: 'lo', port: null } }))?.id).toBe('wlan0');
    expect(likeliest(lanOff({ networks: [LOOPBACK] }))?.id).toBe('lo');
  });
  it('is lost when the laptop has its address no more', () => {
    expect(adrift(lanOn())).toBe(false);
    expect(adrift(lanOn({ networks: [LOOPBACK] }))).toBe(true);
    expect(adrift(lanOff({ networks: [] }))).toBe(false);
  });
  it.each([
    ['', '', '192.168.8.2', 'none'],
    ['192.168.8.2', '', '192.168.8.2', 'none'],
    ['192.168.8.2', '', '10.0.0.5', 'codes'],
    ['192.168.8.2', '192.168.8.2', '10.0.0.5', 'sheets'],
    ['192.168.8.2', '192.168.8.2', '', 'none'],
  ])('told %s, printed %s, now %s: %s', (told, printed, now, what) => expect(news(told, printed, now)).toBe(what));
});
