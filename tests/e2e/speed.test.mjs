// What a device has to fetch before it works, and how soon there is something to see on a slow one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { device, PHONE, sit, TABLET } from './support/devices.mjs';
import { filled } from './support/filled.mjs';
import { group, see } from './support/find.mjs';
import { serve } from './support/program.mjs';
import { t } from './support/words.mjs';

/** So many bytes of script, as they travel. */
const MOST = 80 * 1024;
const SLOWER = 6;
const SOON = 1000;
const STEPS = { 1: 'own', 2: 'gather', 3: 'browse', 4: 'converge', 5: 'change' };

let place;
let program;
let browser;

before(async () => {
  place = filled();
  program = await serve(place.session, '--lan', '127.0.0.1:0');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGTERM');
  place?.remove();
});

/** Counts the bytes of script that come over the line, packed as they are; what stands around them is not script. */
async function scripts(page) {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  line.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Script') bytes += Number(Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  });
  return () => {
    const all = bytes;
    bytes = 0;
    return all;
  };
}
const works = (page) => see(page.getByRole('main').getByRole('heading').or(page.locator('[data-story]')));

for (const [who, kind] of [['participant', PHONE], ['scribe', TABLET]]) {
  for (const [table, step] of Object.entries(STEPS)) {
    test(`at most 80 kB of script until it works: ${step}, for a ${who}`, { timeout: 60_000 }, async (context) => {
      const one = await device(browser, kind);
      try {
        const bytes = await scripts(one.page);
        await one.page.goto(program.tables[table].link);
        await group(one.page, t('join.who')).waitFor();
        await sit(one.page, who === 'scribe' ? 'scribe' : { name: 'Nieuw', role: 'Ouders' });
        await works(one.page);
        const first = bytes();
        // At the seat: joining is a page of its own, that is needed once.
        await one.page.reload();
        await works(one.page);
        const seated = bytes();
        context.diagnostic(`${who}, ${step}: ${(seated / 1024).toFixed(1)} kB; with joining ${(first / 1024).toFixed(1)} kB`);
        assert.ok(seated > 0 && seated <= MOST, `${seated} bytes`);
      } finally {
        await one.close();
      }
    });
  }
}

test('something to see within a second on a slow phone', { timeout: 60_000 }, async (context) => {
  const times = [];
  for (let nth = 0; nth < 3; nth += 1) {
    const one = await device(browser, PHONE);
    try {
      const line = await one.page.context().newCDPSession(one.page);
      await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await one.page.goto(program.tables[1].link);
      times.push(await one.page.evaluate(() => new Promise((painted) => {
        new PerformanceObserver((list) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (first) painted(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      })));
    } finally {
      await one.close();
    }
  }
  const [, median] = times.sort((a, b) => a - b);
  context.diagnostic(`first contentful paint, ${SLOWER} times slower: ${times.map(Math.round).join(', ')} ms`);
  assert.ok(median < SOON, `${median} ms`);
});
