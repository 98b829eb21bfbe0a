// Change: the poster, part by part.
import assert from 'node:assert/strict';
import { begins, button, count, dialog, field, gone, heading, read, region, see, until } from './find.mjs';

/** The parts that are one text: the question above the field, in the order of the poster. */
const BEFORE = [
  ['proposal', 'Wat gaan jullie doen?'],
  ['for_whom', 'Voor wie is het?'],
  ['start_small', 'Waar beginnen jullie klein?'],
  ['first_step', 'Wat is de eerste stap?'],
  ['already', 'Wat kan al, zonder toestemming?'],
];
const NEEDS = [['money', 'Geld'], ['room', 'Ruimte in de regels'], ['people', 'Mensen'], ['knowledge', 'Kennis']];
const AFTER = [
  ['satisfied', 'Wanneer zijn jullie tevreden?'],
  ['story_in_a_year', 'Welk verhaal hopen jullie over een jaar te horen?'],
];

const next = (page) => button(page, 'Volgende ›').click();
const parts = (page) => page.getByRole('navigation', { name: 'De delen van de poster' });

async function fill(page, question, words) {
  await heading(page, question).waitFor();
  await field(page.getByRole('main').getByRole('article').first(), question).fill(words);
}

export async function fillPoster(page, table, quotes) {
  await chooseIdea(page, table);
  for (const [part, question] of BEFORE) {
    if (part === 'first_step') await beAdvised(page, question, table);
    await fill(page, question, table.texts[part]);
    if (part === 'proposal') await chooseSort(page, table);
    await next(page);
  }
  await heading(page, 'Wat hebben jullie nodig?').waitFor();
  for (const [part, label] of NEEDS) await field(page, label).fill(table.texts[part]);
  await next(page);
  for (const [part, question] of AFTER) {
    await fill(page, question, table.texts[part]);
    await next(page);
  }
  await chooseTouched(page, quotes[0]);
  await chooseSaw(page, table);
  await fill(page, 'Wat is jullie voorstel in één zin?', table.texts.pitch);
  await next(page);
  await fill(page, 'Hoe heet jullie voorstel?', table.texts.name);
  await count(button(page, 'Volgende ›'), 0);
}

async function chooseIdea(page, table) {
  await heading(page, 'Welk idee werken jullie uit?').waitFor();
  const idea = button(page, begins(table.best));
  await idea.click();
  await until('the idea is chosen', async () => (await button(page, new RegExp(table.best)).first().getAttribute('aria-pressed')) === 'true');
  // With two taps from the poster to the stories behind it.
  await button(page, /^\d notities? · \d ervaringen?$/).first().click();
  const trace = dialog(page, 'Waar komt dit vandaan?');
  await button(trace, begins('Laat zien waar dit vandaan komt: Ervaring')).first().click();
  const origin = dialog(page, begins('Ervaring '));
  await see(origin.getByRole('heading', { level: 3 }));
  await origin.press('Escape');
  await gone(origin);
  await trace.press('Escape');
  await gone(trace);
  await next(page);
}

/** A tip appears, and stops nobody; it goes when the text is concrete. */
async function beAdvised(page, question, table) {
  await fill(page, question, table.vague);
  await read(page, 'Er staat nog geen dag bij.');
  await next(page);
  await heading(page, 'Wat kan al, zonder toestemming?').waitFor();
  await button(page, '‹ Terug').click();
  await heading(page, question).waitFor();
  assert.equal(await field(page, question).inputValue(), table.vague);
  await fill(page, question, table.texts.first_step);
  await gone(page.getByText('Er staat nog geen dag bij.'));
}

async function chooseSort(page, { sort }) {
  const choice = button(page.getByRole('group', { name: 'Wat voor voorstel is het?' }), new RegExp(sort));
  await choice.click();
  await until('the sort is chosen', async () => (await choice.getAttribute('aria-pressed')) === 'true');
}

async function chooseTouched(page, quote) {
  await heading(page, 'Wat raakte jullie?').waitFor();
  await page.getByRole('button').filter({ hasText: quote }).first().click();
  await read(page, 'Dit staat op de poster');
  await next(page);
}

/** One note of each kind. */
async function chooseSaw(page, table) {
  await heading(page, 'Wat zagen jullie?').waitFor();
  for (const note of table.notes.slice(0, 3)) {
    const choice = button(region(page, note.kind), new RegExp(begins(note.text).source));
    await choice.click();
    await until('the note is chosen', async () => (await choice.getAttribute('aria-pressed')) === 'true');
  }
  await next(page);
}

/** Opens a part by its place in the list of parts. */
export async function openPart(page, question, name) {
  await button(parts(page), begins(name)).click();
  await heading(page, question).waitFor();
}

/** Every part has something, the poster is drawn, and the table says that it is ready. */
export async function finish(page, table) {
  await count(button(parts(page), /\(ingevuld\)$/), 13);
  await see(page.getByRole('img', { name: `De poster van tafel ${table.id}, zoals hij uit de printer komt` }));
  const drawn = await page.getByRole('img', { name: begins(`De poster van tafel ${table.id}`) }).evaluate((image) => image.complete && image.naturalWidth > 0);
  assert.ok(drawn, 'the preview is drawn');
  await button(page, 'Onze poster is klaar').first().click();
  await see(button(page, '✓ Klaar'));
}

export const seePoster = (page) => count(button(parts(page), /\(ingevuld\)$/), 13);
