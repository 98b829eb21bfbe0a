// Devices of the tables in the room: each a browser of its own, on a Wi-Fi of its own.
import { openPage, TABLE } from './browser.mjs';
import { begins, button, field, group, heading, plain, read, until } from './find.mjs';
import { wifi } from './wifi.mjs';
import { t } from './words.mjs';

export const PHONE = { size: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const TABLET = { size: TABLE, hasTouch: true };
export const PROJECTOR = { size: { width: 1280, height: 720 } };

/** Keeps everything that the laptop tells a page, which cannot be read on its way. To be run before the page. */
export function listen() {
  const told = [];
  const parse = JSON.parse;
  JSON.parse = (text, ...rest) => {
    if (typeof text === 'string' && text.length > 2) told.push(text);
    return parse(text, ...rest);
  };
  globalThis.told = told;
}

/** Whether the laptop ever told these words to a page, since it was loaded. */
export const wasTold = (page, words) => page.evaluate((wanted) => globalThis.told.some((one) => one.includes(wanted)), words);

/** All that the laptop ever told a page of one sort of things, since it was loaded. */
export const toldOf = (page, sort) =>
  page.evaluate((wanted) => {
    const found = [];
    for (const one of [...globalThis.told]) {
      JSON.stringify(JSON.parse(one), (_, value) => {
        if (value?.type === wanted && value.value) found.push(value.value);
        return value;
      });
    }
    return found;
  }, sort);

/** A device without anything on it. */
export async function device(browser, { size, ...kind }, language = 'nl') {
  const way = await wifi();
  const context = await browser.newContext({ viewport: size, locale: 'nl-NL', ...kind, proxy: { server: `socks5://127.0.0.1:${way.port}` } });
  await context.addInitScript(listen);
  await context.addInitScript((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
  const { page, errors } = await openPage(browser, size, context);
  return {
    page,
    errors,
    wifi: way,
    async close() {
      // A browser that is gone already must not leave the way to it open: the tests would never end.
      await context.close().catch(() => {});
      way.close();
    },
  };
}

/** What has to do with a connection that broke on purpose. */
const BROKEN = /WebSocket|ERR_(CONNECTION|SOCKS|ABORTED|NETWORK|EMPTY|INTERNET|PROXY)/;
/** What went wrong on a device, other than losing the laptop. */
export const wrong = ({ errors }) => errors.filter((error) => !BROKEN.test(error));

/** With the link of the QR code. */
export async function scan(page, link) {
  await page.goto(link);
  await group(page, t('join.who')).waitFor();
}

/** With the address and the code; `wrong` is typed first. */
export async function type(page, address, code, wrong) {
  await page.goto(`http://${address}/`);
  await heading(page, t('join.title')).waitFor();
  await read(page, t('join.reach.seen'));
  for (const one of [wrong, code].filter(Boolean)) {
    await field(page, t('join.code')).fill(one);
    await button(page, t('join.go')).click();
    if (one === wrong) await read(page, t('join.no.unknown_code'));
  }
  await group(page, t('join.who')).waitFor();
}

const choice = (page, name) => page.getByRole('radio', { name });
/** As somebody on the list, as somebody new, or as the screen of the table. */
export async function sit(page, who) {
  if (who === 'scribe') await choice(page, begins(t('join.scribe'))).check();
  else if (typeof who === 'string') await choice(page, new RegExp(`^${plain(who)}`)).check();
  else {
    await choice(page, t('join.new')).check();
    await field(page, t('people.name')).fill(who.name);
    await button(page, who.role).click();
  }
  await button(page, t('join.join')).click();
  await safe(page);
}
/** Whether somebody on the list has a device already. */
export const isTaken = (page, name) => choice(page, new RegExp(`^${plain(name)}`)).isDisabled();

/** Waits until everything of a device is on the laptop. */
export const safe = (page) => read(page, t('kit.safe'));
/** Waits until a device says that it keeps what is typed. */
export const keeps = (page) => read(page, begins(`◐ ${t('kit.on_device')}`));

/** The mark of everything that a page holds, once it has everything and stands still. */
export async function markOf(page) {
  await safe(page);
  return page.evaluate(() => globalThis.regiotafel.digest());
}
/** Waits until pages hold the same. */
export const alike = (what, pages) =>
  until(what, async () => {
    const marks = await Promise.all(pages.map(markOf));
    return new Set(marks).size === 1 || marks;
  });

/** Loads a page anew. Before it a second page of the device, which begins, holds the same as the one that heard everything. */
export async function reload(page) {
  const second = await page.context().newPage();
  await second.goto(new URL('/', page.url()).href);
  await alike('a page that heard everything, and one that begins', [page, second]);
  await second.close();
  await page.reload();
  await safe(page);
}
