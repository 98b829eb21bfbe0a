// The screens of the devices for everybody: joining, phone and tablet in every step, the page of the desk, the projector; in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, sideways, violations } from './support/access.mjs';
import { openBrowser, openPage, TABLE } from './support/browser.mjs';
import { filled } from './support/filled.mjs';
import { see } from './support/find.mjs';
import { serve } from './support/program.mjs';
import { modes, rounds } from './support/rounds.mjs';
import { words } from './support/words.mjs';

let place;
let browser;

before(async () => {
  place = filled();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  place?.remove();
});

const MODES = { welcome: 'lan.screen.welcome', step: 'lan.screen.step', chosen: 'lan.screen.chosen' };

for (const language of ['nl', 'en']) {
  test(`every screen of the devices in ${language}`, { timeout: 300_000 }, async (context) => {
    const t = words[language];
    const program = await serve(place.session, '--lan', '127.0.0.1:0');
    const prepare = async (page) => {
      await page.addInitScript(axe);
      await page.emulateMedia({ reducedMotion: 'reduce' });
    };
    const look = async (page, name) => {
      const wrong = [...(await violations(page)), ...(await sideways(page))];
      await context.test(name, () => assert.deepEqual(wrong, []));
    };
    try {
      await rounds({ browser, place, program, language, look, prepare });
      const { page: desk } = await openPage(browser, TABLE);
      await desk.addInitScript((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
      await prepare(desk);
      await desk.goto(program.address);
      await desk.getByRole('link', { name: t('desk.page.devices'), exact: true }).click();
      await see(desk.getByText(program.tables[1].code));
      await look(desk, 'desk-devices');
      await desk.getByRole('button', { name: t('lan.code_large', { n: 1 }) }).click();
      await look(desk, 'desk-code');
      await desk.keyboard.press('Escape');
      const show = (mode) =>
        desk.getByRole('button', { name: mode.table ? t('desk.posters.of', { n: mode.table }) : t(MODES[mode.type]), exact: true }).click();
      await modes({ browser, link: program.tables.screen.link, language, show, look, prepare });
      await desk.close();
    } finally {
      await program.kill('SIGTERM');
    }
  });
}
