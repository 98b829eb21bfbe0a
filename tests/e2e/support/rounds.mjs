// Every screen of the devices of a filled session, one after the other: for who looks at them or keeps a picture.
import { device, PHONE, PROJECTOR, TABLET } from './devices.mjs';
import { see } from './find.mjs';
import { words } from './words.mjs';

const WIDE = { ...PHONE, size: TABLET.size };
const STEPS = { own: 1, gather: 6, fixed: 2, browse: 3, converge: 4, change: 5 };
const MODES = [{ type: 'welcome' }, { type: 'step' }, { type: 'chosen' }, { type: 'poster', table: 5 }];

/** Where a phone is looked at in each step: the place behind `#/`. */
const places = ({ first }) => ({
  own: ['own', 'own/done'],
  gather: ['gather', 'gather/p1'],
  fixed: ['gather'],
  browse: ['browse/browse/p4', 'browse/seen/p4', 'browse/notes', `browse/browse/p4/-/story/${first('read', 3).story}`],
  converge: ['converge', 'converge/ideas'],
  change: ['change'],
});

const standsStill = async (page) => {
  await see(page.getByRole('main'));
  await page.waitForLoadState('networkidle');
};

/** Joins as the words of the language say. */
async function sit(page, t, scribe) {
  await page.getByRole('radio', { name: new RegExp(`^${scribe ? t('join.scribe') : t('join.new')}`) }).check();
  if (!scribe) await page.getByLabel(t('people.name'), { exact: true }).fill('Noor');
  await page.getByRole('button', { name: t('join.join'), exact: true }).click();
  await see(page.getByText(t('kit.safe')));
}

/** `look` is called for each screen, with its page and a name. `prepare` is given each page before it is loaded. */
export async function rounds({ browser, place, program, language, look, prepare = async () => {} }) {
  const t = words[language];
  const link = (table) => program.tables[table].link;
  const begin = async (kind) => {
    const one = await device(browser, kind, language);
    await prepare(one.page);
    return one;
  };
  const both = async (one, name) => {
    for (const [width, { size }] of [['phone', PHONE], ['wide', TABLET]]) {
      await one.page.setViewportSize(size);
      await look(one.page, `${name}-${width}`);
    }
  };

  const guest = await begin(PHONE);
  await guest.page.goto(new URL('/', link(1)).href);
  await see(guest.page.getByText(t('join.reach.seen')));
  await both(guest, 'join-code');
  await guest.page.getByLabel(t('join.code'), { exact: true }).fill('WOLK 11');
  await guest.page.getByRole('button', { name: t('join.go'), exact: true }).click();
  await see(guest.page.getByText(t('join.no.unknown_code')));
  await both(guest, 'join-wrong');
  await guest.page.goto(`${link(1).slice(0, -4)}AAAA`);
  await see(guest.page.getByRole('alert').getByText(t('join.no.unknown_link')));
  await both(guest, 'join-expired');
  await guest.page.goto(link(1));
  await guest.page.getByRole('radio', { name: t('join.new') }).check();
  await both(guest, 'join-who');
  await guest.close();

  for (const [step, table] of Object.entries(STEPS)) {
    const [phone, tablet] = [await begin(step === 'own' ? PHONE : WIDE), await begin(TABLET)];
    await phone.page.goto(link(table));
    await sit(phone.page, t, false);
    for (const [nth, at] of places(place)[step].entries()) {
      await phone.page.evaluate((hash) => (location.hash = `#/${hash}`), at);
      await standsStill(phone.page);
      await both(phone, `phone-${step}-${nth + 1}`);
    }
    await phone.page.setViewportSize(PHONE.size);
    if (step === 'own' || step === 'browse') {
      await phone.page.getByRole('button', { name: t('phone.menu'), exact: true }).click();
      await see(phone.page.getByRole('dialog'));
      await both(phone, `phone-${step}-menu`);
    }
    await tablet.page.goto(link(table));
    await sit(tablet.page, t, true);
    await standsStill(tablet.page);
    await look(tablet.page, `tablet-${step}`);
    if (step === 'converge') {
      await tablet.page.evaluate(() => (location.hash = '#/paper/notes'));
      await standsStill(tablet.page);
      await look(tablet.page, 'tablet-paper');
    }
    await phone.close();
    await tablet.close();
  }
}

/** The four modes of the projector; `show` tells the laptop what it shows. */
export async function modes({ browser, link, language, show, look, prepare = async () => {} }) {
  const projector = await device(browser, PROJECTOR, language);
  await prepare(projector.page);
  await projector.page.goto(link);
  for (const mode of MODES) {
    await show(mode);
    await standsStill(projector.page);
    if (mode.type === 'poster') await see(projector.page.getByRole('img'));
    await look(projector.page, `projector-${mode.type}`);
  }
  await projector.close();
}
