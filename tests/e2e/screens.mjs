// Writes a picture of every screen to a folder: node screens.mjs DIR [nl|en]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESK, openBrowser, openPage } from './support/browser.mjs';
import { drafted, stages } from './support/drafted.mjs';
import { filled, screens, show } from './support/filled.mjs';
import { button, heading } from './support/find.mjs';
import { serve } from './support/program.mjs';
import { modes, rounds } from './support/rounds.mjs';
import { words } from './support/words.mjs';

const [out = 'screens', language = 'nl'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const place = filled();
const draft = drafted(place.path);
let program = await serve(place.path);
const browser = await openBrowser();
try {
  const { page, errors } = await openPage(browser);
  await page.addInitScript((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
  const keep = (name) => page.screenshot({ path: join(out, `${name}.png`) });
  await page.setViewportSize(DESK);
  await page.goto(program.address);
  await heading(page, /^(Welkom|Welcome)$/).waitFor();
  await keep('home');
  await preparing(page, keep);
  await button(page, /Ronde 2/).first().click();
  await button(page, /^(Bijeenkomst beginnen|Begin|Start)/).waitFor();
  await keep('home-snapshot');
  await button(page, /Oost-Groningen/).first().click();
  await page.getByRole('navigation').first().waitFor();
  for (const screen of screens(place)) {
    await show(page, { ...screen, wait: Math.max(1200, screen.wait ?? 0) });
    await keep(screen.name);
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
  await page.close();
  await program.kill('SIGTERM');
  program = await serve(place.session, '--lan', '127.0.0.1:0');
  await devices();
} finally {
  await browser.close();
  await program.kill('SIGTERM');
  place.remove();
}

/** The screens of the preparer, from the first screen and back to it. */
async function preparing(page, keep) {
  await page.evaluate(() => (location.hash = '#/prepare'));
  await button(page, /^Schoolervaringen: /).waitFor();
  await keep('prepare-drafts');
  await button(page, /^Schoolervaringen: /).click();
  await page.getByRole('navigation').first().waitFor();
  for (const screen of stages(draft)) {
    await show(page, { ...screen, wait: 900 });
    await keep(screen.name);
  }
  await show(page, { address: 'prepare/intake', size: DESK });
  await button(page, new RegExp(`^${draft.file}: `)).click();
  await heading(page, draft.file).waitFor();
  await keep('prepare-columns');
  await page.evaluate(() => (location.hash = '#/home'));
  await heading(page, /^(Welkom|Welcome)$/).waitFor();
}

/** The screens of the devices, the page of the desk for them, and the projector. */
async function devices() {
  const t = words[language];
  const look = (page, name) => page.screenshot({ path: join(out, `${name}.png`) });
  await rounds({ browser, place, program, language, look });
  const { page: desk } = await openPage(browser, DESK);
  await desk.addInitScript((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
  await desk.goto(program.address);
  // It opens where the last page was: that of a table.
  await heading(desk).first().waitFor();
  await desk.evaluate(() => (location.hash = '#/desk/devices'));
  await desk.getByText(program.tables[1].code).first().waitFor();
  await look(desk, 'desk-devices');
  const choices = { welcome: t('lan.screen.welcome'), step: t('lan.screen.step'), chosen: t('lan.screen.chosen') };
  const show = (mode) => desk.getByRole('button', { name: choices[mode.type] ?? t('desk.posters.of', { n: mode.table }), exact: true }).click();
  await modes({ browser, link: program.tables.screen.link, language, show, look });
}
