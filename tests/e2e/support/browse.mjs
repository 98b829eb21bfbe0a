// Browse: from a bar to the stories behind it, reading, marking, making notes.
import assert from 'node:assert/strict';
import { begins, button, count, dialog, field, gone, group, heading, numberIn, read, region, see, text, until } from './find.mjs';

const BAR = /van 100: [\d.]+ van de [\d.]+ ervaringen$/;
const look = (page) => region(page, 'Wat te zien is');
const list = (page) => region(page, 'Ervaringen');
const notes = (page) => page.getByRole('complementary', { name: 'Notities' });
const stories = (page) => list(page).getByRole('list').last().getByRole('button');
const howMany = async (page) => numberIn(await look(page).getByRole('status').innerText());
const counts = (page, number) => until(`${number} stories`, async () => ((await howMany(page)) === number ? true : howMany(page)));

/** A tap on a bar gives exactly the stories that the bar counts. */
export async function tapBar(page, table) {
  await heading(page, table.chosen[0]).waitFor();
  const bar = button(look(page), BAR).first();
  await see(bar);
  const name = await bar.getAttribute('aria-label');
  const counted = numberIn(/van 100: (.*)/.exec(name)[1]);
  assert.ok(counted > 0, name);
  await bar.click();
  await counts(page, counted);
  await count(stories(page), Math.min(50, counted));
  const before = counted;
  await button(look(page), begins('Weghalen:')).click();
  await until('all stories again', async () => (await howMany(page)) > before);
}

/** One answer more: the number that the filter promises is the number that comes. */
export async function filter(page, { filter: [question, answer] }) {
  await button(look(page), '+ filter').click();
  const asked = dialog(page, 'Welke ervaringen willen jullie lezen?');
  const option = button(group(asked, question), begins(answer));
  await until('the filter counts', async () => /\d/.test(await option.innerText()));
  const promised = numberIn(/\d[\d.]*\s*$/.exec(await option.innerText())[0]);
  await option.click();
  await button(asked, new RegExp(`^Toon ${promised.toLocaleString('nl-NL')} ervaring`)).click();
  await gone(asked);
  await counts(page, promised);
  await see(button(look(page), `Weghalen: ${answer}`));
}

/** Words to search for stand out in what is found. */
export async function search(page, { search: words }) {
  const before = await howMany(page);
  await field(list(page), 'Zoek in de ervaringen').fill(words);
  await see(button(look(page), `Weghalen: Zoek: ${words}`));
  await until('fewer stories', async () => (await howMany(page)) < before && (await howMany(page)) > 0);
  const marks = list(page).locator('mark');
  await see(marks);
  for (const found of (await marks.allInnerTexts()).slice(0, 5)) assert.match(found.toLowerCase(), begins(words.slice(0, 3)));
  await button(look(page), `Weghalen: Zoek: ${words}`).click();
  await counts(page, before);
}

/** Reads on and on; on each story a sentence is marked that becomes a note. Gives the sentences. */
export async function readAndNote(page, table) {
  const quotes = [];
  await stories(page).first().click();
  for (const [nth, note] of table.notes.filter((one) => one.of !== 'chart').entries()) {
    await read(list(page), new RegExp(`^Ervaring ${nth + 1} van `));
    quotes.push(await markAndNote(page, note));
    // Two seconds make it read.
    await until('the story is read', async () => numberIn(await text(notes(page), /^Jullie lazen/).innerText()) >= nth + 1);
    await button(list(page), /^volgende/).click();
  }
  await button(list(page), /Terug naar de lijst$/).first().click();
  await see(stories(page));
  return quotes;
}

/** Opens one of the stories of the list. */
export async function openStory(page, nth) {
  await stories(page).nth(nth - 1).click();
  await read(list(page), new RegExp(`^Ervaring ${nth} van `));
}

/** Marks a sentence of the open story and makes a note of it. Gives the sentence. */
export async function markAndNote(page, note) {
  const article = list(page).getByRole('article');
  const tapping = button(list(page), 'Markeren');
  if ((await tapping.getAttribute('aria-pressed')) !== 'true') await tapping.click();
  const sentences = article.getByRole('button');
  await see(sentences);
  // A sentence that can be found again, and not a sigh of two words.
  const all = await sentences.allInnerTexts();
  const words = all.find((one) => one.length > 40 && one.length < 160) ?? all[0];
  await sentences.nth(all.indexOf(words)).click();
  const marked = region(page, 'Wat jullie markeerden');
  await read(marked, words);
  await button(marked, note.kind).click();
  await read(notes(page), words);
  await write(page, note.text);
  return words;
}

async function write(page, text) {
  await field(notes(page), 'Wat willen jullie onthouden?').fill(text);
  await button(notes(page), 'Opslaan').click();
  await see(button(notes(page), `Notitie openen of sluiten: ${text}`));
}

/** A note without words yet. */
export const beginNote = (page, kind) => button(group(notes(page), 'Maak er een notitie van'), kind).click();

/** A note that comes from a chart. */
export async function noteOnChart(page, note) {
  await button(look(page), 'Notitie hierbij').click();
  await button(group(notes(page), 'Wat is het?'), note.kind).click();
  await write(page, note.text);
}

/** Whose stories were read, and whose not yet; where a note came from, with one tap. */
export async function heard(page, table, quotes) {
  await read(notes(page), `Van onze tafel · ${table.notes.length}`);
  await read(notes(page), begins(`Jullie lazen ${quotes.length} ervaringen: `));
  await read(notes(page), 'Wie hoorden jullie nog niet?');
  await button(notes(page), `Notitie openen of sluiten: ${table.notes[0].text}`).click();
  await button(notes(page), begins('Laat zien waar dit vandaan komt:')).click();
  const origin = dialog(page, begins('Ervaring '));
  await read(origin, quotes[0]);
  await origin.press('Escape');
  await gone(origin);
}

export const seeNotes = (page, table) => read(notes(page), `Van onze tafel · ${table.notes.length}`);
