// What a facilitator does at the desk.
import assert from 'node:assert/strict';
import { DESK, TABLE } from './browser.mjs';
import { begins, button, count, dialog, field, gone, group, heading, link, numberIn, read, region, see, text, until } from './find.mjs';
import { REGION } from './tables.mjs';

export async function openSnapshot(page) {
  await heading(page, 'Welkom').waitFor();
  await button(page, /^Ronde 2.* openen$/).click();
  await read(page, /4\.981 ervaringen · \d+ vragen · 12 perspectieven/);
}

export async function beginSession(page, tables) {
  const region = page.getByRole('option', { name: begins(REGION) });
  assert.ok(numberIn((await region.textContent()).slice(REGION.length)) > 0, 'the region says how many stories it has');
  await field(page, 'Regio').selectOption(await region.getAttribute('value'));
  await page.getByRole('radio', { name: String(tables), exact: true }).check();
  assert.match(await field(page, 'Naam van de bijeenkomst').inputValue(), begins(`${REGION}, `));
  await button(page, 'Bijeenkomst beginnen').click();
  await heading(page, begins(REGION)).waitFor();
  await count(page.getByRole('region', { name: 'De tafels' }).getByRole('article'), tables);
}

/** A page of the desk by its name. */
export async function toDesk(page, name = 'Bijeenkomst') {
  await page.setViewportSize(DESK);
  if (!(await link(page, name).isVisible())) await page.keyboard.press('F2');
  await link(page, name).click();
  await page.getByRole('main').waitFor();
}

/** A table on this screen, with one key. */
export async function toTable(page, table) {
  await page.setViewportSize(TABLE);
  await page.keyboard.press(`Alt+Digit${table.id}`);
  await heading(page, begins(`Tafel ${table.id}`)).waitFor();
}

/** The first table one by one, the second as a list. */
export async function seat(page, [one, two]) {
  await toDesk(page, 'Deelnemers');
  for (const [name, role] of one.people) {
    const line = field(page, `Naam van een deelnemer aan tafel ${one.id}`);
    await line.fill(`${name}, ${role.toLowerCase()}`);
    await line.press('Enter');
    await see(field(page, `Rol van ${name}`));
  }
  await page.getByText('Een hele lijst invoeren').click();
  await field(page, 'De lijst').fill(two.people.map((person) => person.join(', ')).join('\n'));
  await field(page, 'Aan welke tafel?').selectOption(`Tafel ${two.id}`);
  await button(page, '3 deelnemers toevoegen').click();
  for (const [name] of two.people) await see(field(region(page, `Tafel ${two.id}`), `Rol van ${name}`));
  await read(page, '6 deelnemers aan 2 tafels');
}

/** Five minutes more for browsing. */
export async function changeAgenda(page) {
  await toDesk(page, 'Draaiboek');
  const minutes = page.getByRole('textbox', { name: 'Minuten voor Grasduinen' });
  const before = Number(await minutes.inputValue());
  await button(page, 'Grasduinen: 5 minuten meer').click();
  await until('five minutes more', async () => Number(await minutes.inputValue()) === before + 5);
  await button(page, 'Convergeren overslaan').click();
  await button(page, 'Convergeren toch doen').click();
  await see(button(page, 'Convergeren overslaan'));
}

const afternoon = (page) => page.getByRole('list', { name: /^De middag/ });

export async function startClock(page) {
  await toDesk(page);
  const clock = group(page, 'Klok van deze stap');
  await button(clock, /Klok starten/).click();
  const left = async () => numberIn(await text(clock, /nog \d+ min/).textContent());
  const before = await left();
  await button(clock, /Pauze/).click();
  await read(clock, /pauze/);
  await button(clock, /Verder/).click();
  await button(clock, '5 minuten erbij').click();
  await until('five minutes on the clock', async () => (await left()) === before + 5);
  // A tap on the step itself starts its clock anew.
  await button(afternoon(page), /^Eigen ervaring/).click();
  await button(dialog(page, 'Eigen ervaring'), /^Klok opnieuw starten/).click();
  await until('the clock anew', async () => (await left()) === before);
}

/** The coloured button: the whole room to the next step, with the clock. */
export async function leadTo(page, step) {
  await toDesk(page);
  await button(page, begins(`Naar ${step}`)).click();
  await read(page, begins(`De zaal is nu bij ${step}.`));
}

/** The whole room to a step that is not the next one, by the bar with the afternoon. */
export async function leadBackTo(page, step) {
  await toDesk(page);
  await button(afternoon(page), new RegExp(step)).click();
  await button(dialog(page, step), 'Hele zaal hierheen, zonder klok').click();
  await read(page, `De zaal is nu bij ${step.toLowerCase()}.`);
}

/** One table to a step, apart from the room. */
export async function moveTable(page, table, step) {
  await toDesk(page);
  await button(page, begins(`Tafel ${table.id}`)).click();
  const detail = dialog(page, begins(`Tafel ${table.id}`));
  await button(group(detail, 'Stap van deze tafel'), step).click();
  await read(detail, begins(`Tafel ${table.id} is nu bij ${step.toLowerCase()}.`));
  await button(detail, 'Sluiten').last().press('Escape');
  await gone(detail);
}

export async function writeToAll(page, words) {
  await toDesk(page);
  await button(page, 'Bericht aan tafels').click();
  const message = dialog(page, 'Bericht aan tafels');
  await field(message, 'Wat wilt u zeggen?').fill(words);
  await button(message, 'Versturen aan alle tafels').click();
  await gone(message);
}

export async function readMessage(page, words) {
  await read(page, 'Bericht van de begeleider');
  await read(page, words);
  await button(page, 'Gelezen').click();
  await gone(page.getByText(words));
}

/** A table asks for help; the desk says so, comes, and the table sees that it was heard. */
export async function helpTable(page, table) {
  await toTable(page, table);
  await button(page, 'Hulp vragen').click();
  await see(button(page, 'Hulp komt · toch niet'));
  await toDesk(page);
  await read(page, `Tafel ${table.id} vraagt nu hulp.`);
  await see(link(page, `Tafel ${table.id} op dit scherm; deze tafel vraagt hulp`));
  await button(page, 'Geholpen').click();
  await see(link(page, `Tafel ${table.id} op dit scherm`));
  await toTable(page, table);
  await see(button(page, 'Hulp vragen'));
}

/** Looks at one poster closely and makes its PDF there, which opens in a tab of its own. */
export async function printOne(page, table) {
  await toDesk(page, 'Posters');
  await button(page, `Poster van tafel ${table.id} groot bekijken`).click();
  const large = dialog(page, `Poster van tafel ${table.id}`);
  await see(large.getByRole('img', { name: `Poster van tafel ${table.id}` }));
  const tab = page.waitForEvent('popup');
  await button(large, 'Maak PDF').click();
  await (await tab).close();
  await gone(large);
  await heading(page, '1 poster gemaakt').waitFor();
}

/** Makes the PDFs of all posters; gives their paths. */
export async function printAll(page, tables) {
  await toDesk(page, 'Posters');
  await read(page, `${tables} van ${tables} klaar`);
  await button(page, `Maak PDF van ${tables} posters`).click();
  await heading(page, `${tables} posters gemaakt`).waitFor({ timeout: 60_000 });
  const folder = /In de map\s+(\S.*)$/.exec(await text(page, /^In de map/).innerText())[1].trim();
  const names = await button(page, /^Open poster/).allInnerTexts();
  return names.map((name) => `${folder}/${name.replace('Open ', '')}`);
}
