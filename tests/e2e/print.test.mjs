// Paper: every page is seen before it is printed, and everything comes out as files, in the order of printing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { keepSight, openBrowser, openPage } from './support/browser.mjs';
import { begins, button, count, field, group, heading, read, see, until } from './support/find.mjs';
import { openPdf } from './support/pdf.mjs';
import { filled } from './support/filled.mjs';
import { serve } from './support/program.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Each sort of sheet with how many pages it has, where that is certain. */
const SORTS = [
  ['Testpagina', 1],
  ['Draaiboek op papier', null],
  ['Boekjes', null],
  ['Kaarten met ervaringen', null],
  ['Overzicht van alle antwoorden', 1],
  ['Stembladen', 14],
  ['Briefjes', 7],
  ['Tafelbladen', 14],
  ['Lege poster', 1],
  ['Posters van de tafels', 7],
  ['Afspraakkaarten', 4],
];

let place;
let program;
let browser;
let page;
let errors;

before(async () => {
  place = filled();
  program = await serve(place.session);
  browser = await openBrowser();
  ({ page, errors } = await openPage(browser));
  await page.addInitScript(axe);
  await page.goto(program.address);
  await page.getByRole('link', { name: 'Afdrukken' }).click();
  await heading(page, 'Afdrukken').waitFor();
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGTERM');
  place?.remove();
});

const sorts = () => page.getByRole('navigation', { name: 'Soorten vellen' });
const pages = (name) => page.getByRole('list', { name: `Bladzijden van ${name}` });

/** Goes to a sort of sheet; gives how many pages it has. */
async function open(name) {
  await sorts().getByRole('link', { name: begins(name) }).click();
  await heading(page, name).waitFor();
  const first = pages(name).getByRole('img').first();
  await first.waitFor({ timeout: 60_000 });
  return pages(name).getByRole('listitem').count();
}

test('every sort of sheet is seen as it comes out of the printer', { timeout: 300_000 }, async (context) => {
  try {
    for (const [name, expected] of SORTS) {
      const found = await open(name);
      await context.test(name, async () => {
        assert.ok(expected === null ? found >= 2 : found === expected, `${found} pages`);
        // A picture that is drawn has a size of its own.
        const drawn = await pages(name).getByRole('img').first().evaluate((image) => image.naturalWidth > 100);
        assert.ok(drawn);
        const wrong = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`));
        assert.deepEqual(wrong, []);
      });
    }
  } catch (error) {
    await keepSight(page);
    throw error;
  }
});

test('a page is looked at closely and leafed through with the keys', { timeout: 120_000 }, async () => {
  await open('Stembladen');
  await pages('Stembladen').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog');
  await read(large, /Bladzijde 1 van 14/);
  await page.keyboard.press('ArrowRight');
  await read(large, /Bladzijde 2 van 14/);
  await page.keyboard.press('Escape');
  await until('closed', async () => (await large.count()) === 0);
});

test('cards are chosen by hand, and tables one by one', { timeout: 120_000 }, async () => {
  await open('Kaarten met ervaringen');
  await page.getByText(/ervaringen: bekijk en verander de lijst$/).click();
  const before = await page.getByRole('button', { name: begins('Haal ervaring') }).count();
  await page.getByRole('button', { name: begins('Haal ervaring') }).first().click();
  await field(page, 'Ervaring erbij').fill('E1, 2');
  await button(page, 'Voeg toe').click();
  await see(button(page, 'Haal ervaring 1 weg'));
  await until('one less and two more, or another for the one', async () => {
    const now = await page.getByRole('button', { name: begins('Haal ervaring') }).count();
    return now === before + 1 || now === before + 2 ? true : now;
  });
  // Experiences on fewer cards: there are as many pages as the list says, four cards a page.
  const taken = async () => {
    const lines = await page.locator('li:has(button)').evaluateAll((all) => all.map((line) => line.querySelector('select')?.value ?? line.querySelector('.take')?.textContent ?? '0'));
    return lines.reduce((all, cards) => all + Number.parseInt(cards, 10), 0);
  };
  const agree = async (what, holds) => {
    await until(`${what} cards, and pages for them`, async () => {
      const [now, sides] = [await taken(), await pages('Kaarten met ervaringen').getByRole('listitem').count()];
      return holds(now) && sides === Math.ceil(now / 4) ? true : `${now} cards on ${sides} pages`;
    });
    return taken();
  };
  const large = await taken();
  await page.getByLabel('Hoe groot?').selectOption('a6');
  const whole = await agree('more small', (now) => now > large);
  await page.getByLabel('Hoeveel ervan?').selectOption({ label: 'Hooguit 1 kaart elk' });
  const short = await agree('fewer', (now) => now < whole);
  await page.locator('li select').first().selectOption({ index: 0 });
  await agree('a few more', (now) => now > short && now < whole);
  await open('Briefjes');
  await button(group(page, 'Tafels'), 'Tafel 3').click();
  await count(pages('Briefjes').getByRole('listitem'), 1);
});

test('everything is written at once, sound and in the order of printing', { timeout: 180_000 }, async () => {
  await open('Alles in één keer');
  // The cover is shown in a tab of its own.
  page.context().on('page', (shown) => void shown.close());
  await button(page, 'Maak alles').click();
  const told = page.getByRole('status').filter({ hasText: 'bestanden gemaakt' });
  await told.waitFor({ timeout: 120_000 });
  const folder = (await told.locator('.path').innerText()).trim();
  await told.locator('summary').click();
  const names = (await told.getByRole('button', { name: begins('Open ') }).allInnerTexts()).map((name) => name.replace(/^Open /, ''));
  assert.ok(names.length >= 23, names.join());
  assert.deepEqual([...names].sort(), names);
  const cover = openPdf(join(folder, names[0]));
  assert.ok(cover.tagged && basename(folder) === 'alles', folder);
  for (const name of names.slice(1)) assert.ok(cover.holds(name), name);
  const has = (part, words) => {
    const name = names.find((one) => one.includes(part));
    const pdf = openPdf(join(folder, name));
    assert.ok(pdf.tagged, name);
    for (const one of words) assert.ok(pdf.holds(one), `${name}: ${one}`);
    return pdf;
  };
  has('draaiboek', ['12:00', 'Samenbrengen', 'Als er iets misgaat']);
  has('boekje P4', ['P4-1', 'Onze eigen duiding']);
  has('kaarten', ['Wat had het (nog) beter gemaakt?']);
  has('stemmen', ['De school is aan zet', 'Stembriefjes']);
  has('briefjes', ['Het verraste ons dat']);
  has('afspraken', ['Wanneer hoort de tafel hoe het ging?']);
  assert.deepEqual(has('overzicht', ['Welk gevoel past het best bij deze ervaring?']).millimetres, [594, 841]);
  assert.deepEqual(errors, []);
});
