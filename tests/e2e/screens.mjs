// Writes a picture of every screen to a folder: node screens.mjs DIR [nl|en]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESK, openBrowser, openPage } from './support/browser.mjs';
import { filled, screens, show } from './support/filled.mjs';
import { button, heading } from './support/find.mjs';
import { serve } from './support/program.mjs';

const [out = 'screens', language = 'nl'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const place = filled();
const program = await serve(place.path);
const browser = await openBrowser();
try {
  const { page, errors } = await openPage(browser);
  await page.addInitScript((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
  const keep = (name) => page.screenshot({ path: join(out, `${name}.png`) });
  await page.setViewportSize(DESK);
  await page.goto(program.address);
  await heading(page, /^(Welkom|Welcome)$/).waitFor();
  await keep('home');
  await button(page, /Ronde 2/).first().click();
  await button(page, /^(Bijeenkomst beginnen|Begin|Start)/).waitFor();
  await keep('home-snapshot');
  await button(page, /Oost-Groningen/).first().click();
  await page.getByRole('navigation').first().waitFor();
  for (const screen of screens(place)) {
    await show(page, { ...screen, wait: 1200 });
    await keep(screen.name);
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
} finally {
  await browser.close();
  await program.kill('SIGTERM');
  place.remove();
}
