// What a facilitator does at the desk so that devices come in, and with the projector.
import { toDesk } from './desk.mjs';
import { button, field, group, heading, read, until } from './find.mjs';
import { t } from './words.mjs';

const devices = (desk) => toDesk(desk, t('desk.page.devices'));

/** Lets devices in, for practice on this laptop alone. */
export async function letIn(desk, port) {
  await devices(desk);
  await desk.getByRole('radio', { name: t('lan.sort.loopback') }).check();
  await desk.getByText(t('lan.more_choices')).click();
  await field(desk, t('lan.port')).fill(String(port));
  await button(desk, t('lan.start')).click();
  await heading(desk, new RegExp(t('lan.on'))).waitFor();
}

/** No devices any more. */
export async function shutOut(desk) {
  await devices(desk);
  await button(desk, t('lan.stop')).click();
  await read(desk, t('lan.stopped'));
}

/** To another port of this laptop, as if it got another address. */
export async function moveOver(desk, port) {
  await devices(desk);
  await button(desk, t('lan.other_network')).click();
  const other = desk.getByRole('dialog', { name: t('lan.other_title') });
  await other.getByRole('radio', { name: t('lan.sort.loopback') }).check();
  await other.getByText(t('lan.more_choices')).click();
  await field(other, t('lan.port')).fill(String(port));
  await button(other, t('lan.move')).click();
  await read(desk, `127.0.0.1:${port}`);
}

/** What the QR codes hold: the desk was told so. */
export const codes = (desk) =>
  desk.evaluate(() => {
    const lan = globalThis.told.map((one) => JSON.parse(one)?.reply).filter((reply) => reply?.type === 'lan').at(-1).value;
    const tables = lan.tables.map(({ table, code, link }) => [table, { code, link }]);
    return { address: lan.address, screen: lan.screen, tables: Object.fromEntries(tables) };
  });

/** Waits until the desk sees so many people connected, of so many. */
export async function connected(desk, people, of) {
  await devices(desk);
  await read(desk, t('lan.line', { connected: people, expected: of }));
}

/** What the projector shows: `welcome`, `step`, `chosen`, or the poster of a table. */
export async function project(desk, show) {
  await devices(desk);
  const choices = typeof show === 'number' ? group(desk, t('lan.screen.poster_of')) : group(desk, t('lan.screen.choose'));
  await button(choices, typeof show === 'number' ? t('desk.posters.of', { n: show }) : t(`lan.screen.${show}`)).click();
  await read(desk, typeof show === 'number' ? t('lan.screen.shows_poster', { n: show }) : t(`lan.screen.shows_${show}`));
}

/** Waits until the poster on the projector is drawn. */
export async function posterIsLarge(screen, table) {
  const picture = screen.getByRole('img', { name: t('screen.poster', { n: table }) });
  await picture.waitFor();
  await until('the poster is drawn', () => picture.evaluate((image) => image.complete && image.naturalWidth > 0));
}

/** How many are there, as the projector counts. */
export const here = (screen, people, of) => read(screen, t('screen.of', { here: people, people: of }));
