// Columns that are put together into one question and taken apart again, and a question that stays against the proposal.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axe, sideways, violations } from './support/access.mjs';
import { keepSight, openBrowser, openPage } from './support/browser.mjs';
import { begins, button, dialog, field, gone, group, heading, see, until } from './support/find.mjs';
import { beginDraft, readExport, takeIn, toStage } from './support/prepare.mjs';
import { serve } from './support/program.mjs';

const FILE = 'nodig.csv';
let place;
let program;
let browser;
let page;
let errors;

before(async () => {
  place = mkdtempSync(join(tmpdir(), 'regiotafel-columns-'));
  const rows = Array.from({ length: 120 }, (_, n) => {
    const tick = (on) => (on ? 1 : 0);
    const told = `Op dag ${n} ging het weer over de plaats in de klas, en wij spraken er met zijn allen lang over.`;
    return [told, ['ouder', 'leraar', 'leerling'][n % 3], tick(n % 2 === 0), tick(n % 3 === 0), tick(n % 5 === 0), n === 7 ? 'nee' : 'ja'].join(';');
  });
  writeFileSync(join(place, FILE), ['Vertel uw ervaring;Wie bent u?;Nodig was tijd;Nodig was hulp;Nodig was geld;Doet u mee?', ...rows].join('\n'));
  program = await serve(place);
  browser = await openBrowser();
  ({ page, errors } = await openPage(browser));
  await page.addInitScript(axe);
  await page.goto(program.address);
  await page.getByRole('heading', { name: 'Welkom' }).waitFor();
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGTERM');
  if (place) rmSync(place, { recursive: true, force: true });
});

test('columns become one question, and a question stays', { timeout: 120_000 }, async () => {
  try {
    await beginDraft(page, 'Proef met kolommen');
    const before = await readExport(page, FILE);
    const columns = page.getByRole('navigation', { name: 'De kolommen' }).getByRole('button');
    await button(page, 'Samen één vraag …').click();
    const asking = dialog(page, 'Kolommen samen één vraag');
    for (const name of ['tijd', 'hulp', 'geld']) await asking.getByRole('checkbox', { name: new RegExp(`Nodig was ${name}`) }).check();
    // What the headers have in common is there to begin with.
    assert.equal(await field(asking, 'Welke vraag is het samen?').inputValue(), 'Nodig was');
    await field(asking, 'Welke vraag is het samen?').fill('Wat was er nodig?');
    assert.deepEqual([...(await violations(page)), ...(await sideways(page))], []);
    await keepSight(page, 'joining');
    await button(asking, 'Samen één vraag maken').click();
    await gone(asking);
    await until('two lines less', async () => (await columns.count()) === before.length - 2);
    assert.match(await columns.and(page.locator('[aria-current]')).innerText(), /meer antwoorden/);
    await keepSight(page, 'joined');
    await page.locator('article summary').last().click();
    await button(page, 'Uit elkaar halen').click();
    await until('all lines again', async () => (await columns.count()) === before.length);
    await takeIn(page);

    await toStage(page, 'Vragen');
    await button(group(page, 'Onderdelen van de vragen'), begins('Zeggen weinig')).click();
    await keepSight(page, 'scope');
    await button(page, 'Doet u mee erin laten').click();
    await see(heading(page, 'Blijven erin'));
    await keepSight(page, 'kept');
    await gone(heading(page, 'Voorstel: weglaten'));
    await button(page, begins('Later beslissen')).click();
    await see(heading(page, 'Voorstel: weglaten'));
    assert.deepEqual(errors, []);
  } catch (error) {
    await keepSight(page);
    throw error;
  }
});
