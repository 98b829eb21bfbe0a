// Every screen for everybody: no violations that axe finds, in both languages; nothing scrolls sideways, also at twice the size.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, sideways, violations } from './support/access.mjs';
import { openBrowser, openPage } from './support/browser.mjs';
import { filled, screens, show } from './support/filled.mjs';
import { button, heading } from './support/find.mjs';
import { serve } from './support/program.mjs';

const LANGUAGES = ['nl', 'en'];

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

for (const language of LANGUAGES) {
  test(`every screen in ${language}`, { timeout: 300_000 }, async (context) => {
    const program = await serve(place.path);
    const { page, errors } = await openPage(browser);
    try {
      await page.addInitScript((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
      await page.addInitScript(axe);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(program.address);
      const look = async (name) => {
        const wrong = [...(await violations(page)), ...(await sideways(page))];
        await context.test(name, () => assert.deepEqual(wrong, []));
      };
      await open(page, look);
      for (const screen of screens(place)) {
        await show(page, screen);
        await look(screen.name);
      }
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.deepEqual(errors, []);
    } finally {
      await page.close();
      await program.kill('SIGTERM');
    }
  });
}

/** The first screen, before and after a snapshot is open; or the session that was open last. */
async function open(page, look) {
  const first = heading(page, /^(Welkom|Welcome)$/);
  await page.getByRole('heading').first().waitFor();
  if (!(await first.isVisible())) return;
  await look('home');
  await button(page, /Ronde 2/).first().click();
  await page.getByRole('radio').first().waitFor();
  await look('home-snapshot');
  await button(page, /Oost-Groningen/).first().click();
  await heading(page, /^Oost-Groningen/).waitFor();
}

test('the main screens at twice the size', { timeout: 120_000 }, async (context) => {
  const program = await serve(place.path);
  const { page } = await openPage(browser);
  try {
    await page.goto(program.address);
    await page.getByRole('heading').first().waitFor();
    for (const screen of screens(place).filter(({ tap }) => !tap)) {
      // Half the width of a screen of 1280 points, in which text of 200 % has as much room.
      await show(page, { ...screen, size: { width: 640, height: 430 }, wait: 150 });
      const wrong = await sideways(page);
      await context.test(screen.name, () => assert.deepEqual(wrong, []));
    }
  } finally {
    await page.close();
    await program.kill('SIGTERM');
  }
});
