// What a preparer does, through the screens only.
import assert from 'node:assert/strict';
import { begins, button, dialog, field, gone, group, heading, link, read, see, text, until } from './find.mjs';

const stages = (page) => page.getByRole('navigation', { name: 'Onderdelen van het voorbereiden' });
/** Goes to a stage by the side bar. */
export async function toStage(page, name) {
  await link(stages(page), begins(name)).click();
  await see(heading(page, name));
}

/** From the first screen to a new draft. */
export async function beginDraft(page, name) {
  await button(page, 'Naar voorbereiden').click();
  // A draft that is open is closed first.
  const open = button(page, 'Concept sluiten');
  await see(open.or(field(page, 'Naam')));
  if (await open.isVisible()) await open.click();
  await field(page, 'Naam').fill(name);
  await button(page, 'Concept beginnen').click();
  await see(heading(page, 'Inlezen'));
}

/** Opens an export of the folder; gives for each column what the program says that it is. */
export async function readExport(page, file) {
  await button(page, `${file}: Bekijken`).click();
  await see(heading(page, file));
  const columns = page.getByRole('navigation', { name: 'De kolommen' }).getByRole('button');
  await see(columns);
  const found = [];
  for (const column of await columns.all()) {
    const words = await column.locator('span').allInnerTexts();
    found.push({ name: words[0].trim(), what: words[1].replace(/⚠.*/s, '').trim() });
  }
  return found;
}

/** Takes the export in as it stands, without the rows that cannot come along. */
export async function takeIn(page) {
  await button(page, 'Zo overnemen').click();
  const result = text(page, /ervaringen zijn ingelezen/);
  const without = button(page, 'Verder zonder deze rijen');
  await see(result.or(without));
  if (await without.isVisible()) await without.click();
  await see(result);
  return Number((await result.first().innerText()).replace(/\D/g, ''));
}

/** Looks at what may be no experience: one is left out by keyboard and brought back, then all of each reason are kept. */
export async function keepAll(page) {
  await toStage(page, 'Opschonen');
  const done = text(page, /Hier hoeft u niets meer te beslissen|Er valt niets op/);
  await see(done.or(page.getByRole('article')));
  if (await page.getByRole('article').first().isVisible()) {
    const first = page.getByRole('article').first();
    const number = await first.getByText(/^Ervaring \d+$/).innerText();
    await page.keyboard.press('w');
    await gone(page.getByRole('article').filter({ has: page.getByText(number, { exact: true }) }));
    await page.keyboard.press('Control+z');
    await see(page.getByRole('article').filter({ has: page.getByText(number, { exact: true }) }));
  }
  // A reason after another, until nothing waits.
  for (let round = 0; round < 12; round += 1) {
    const all = button(page, /^Alle [\d.]+ houden$/);
    const one = button(page, /^Houden K: /);
    const other = button(page, begins('Naar ‘'));
    const next = button(page, 'Verder met namen');
    await see(all.or(one).or(other).or(next));
    if (await next.isVisible()) return;
    if (await all.isVisible()) await all.click();
    else if (await other.isVisible()) {
      await other.click();
      await see(all.or(one));
      continue;
    } else await one.first().click();
    await see(other.or(next).or(done));
  }
  assert.fail('responses still wait for a decision');
}

/** Looks a response up by its number, reads it, leaves it out with a reason, and puts it back out of the list of all that are left out. */
export async function withdraw(page, number) {
  const name = `Ervaring ${number}`;
  const out = page.getByRole('button', { name: /^Weggelaten \(/ });
  await toStage(page, 'Opschonen');
  const before = Number((await out.innerText()).replace(/\D/g, ''));
  await button(page, 'Alle inzendingen').click();
  await field(page, 'Zoeken in alle inzendingen').fill(String(number));
  const found = page.getByRole('listitem').filter({ hasText: new RegExp(`${name}\\b`) }).first();
  await found.getByRole('button').first().click();
  const window = page.getByRole('dialog');
  await see(window.locator('dl'));
  await button(window, 'Laat weg…').click();
  await button(window, 'De verteller trok haar terug').click();
  await read(window, 'weggelaten: ingetrokken');
  await page.keyboard.press('Escape');
  await until('one more left out', async () => Number((await out.innerText()).replace(/\D/g, '')) === before + 1);
  await out.click();
  await button(page, `Weer meenemen: ${name}`).click();
  await until('as many left out as before', async () => Number((await out.innerText()).replace(/\D/g, '')) === before);
}

/** Decides about every name that was found: the first is replaced, all others are left. */
export async function decideNames(page) {
  await toStage(page, 'Namen');
  const ready = text(page, /Over alle gevonden namen is beslist|Het programma vond geen namen/);
  const cards = page.getByRole('article');
  await see(ready.or(cards));
  let masked = false;
  while (!(await ready.isVisible())) {
    const left = await cards.first().innerText();
    if (!masked) await button(cards.first(), /^Vervangen V: /).click();
    else if (await button(cards.first(), begins('Overal laten staan')).isVisible()) await button(cards.first(), begins('Overal laten staan')).click();
    else await button(cards.first(), /^Laten staan L: /).click();
    masked = true;
    await until('a decision about a name', async () => (await ready.isVisible()) || (await cards.first().innerText().catch(() => '')) !== left);
  }
  const looked = button(page, 'Alles bekeken');
  if (await looked.isVisible()) {
    await looked.click();
    await read(page, /ervaringen zijn bekeken/);
  }
}

/** Merges the first two answers of the first question with answers, and takes the merge apart again. */
export async function mergeAndSplit(page) {
  await toStage(page, 'Vragen');
  const list = page.getByRole('navigation', { name: 'Alle vragen' }).getByRole('button');
  await list.filter({ hasText: 'één antwoord' }).first().click();
  const options = page.getByRole('region', { name: 'De antwoorden' });
  const before = await options.getByRole('listitem').count();
  for (const at of [0, 1]) await options.getByRole('checkbox').nth(at).check();
  await button(options, 'Deze 2 samenvoegen').click();
  await until('one answer less', async () => (await options.getByRole('listitem').count()) === before - 1);
  await read(options, /Samengevoegd uit/);
  await button(options, /^Uit elkaar halen: /).click();
  await until('the answers apart', async () => (await options.getByRole('listitem').count()) === before);
}

/** Leaves out what is proposed because nearly everyone answered alike. */
export async function leaveOutProposed(page) {
  await toStage(page, 'Vragen');
  await button(group(page, 'Onderdelen van de vragen'), begins('Zeggen weinig')).click();
  const out = button(page, / weglaten$/);
  const none = text(page, 'Alle vragen zeggen genoeg.');
  await see(out.or(none));
  while (await out.first().isVisible()) {
    const many = await out.count();
    await out.first().click();
    await until('a question less', async () => (await out.count()) < many);
  }
}

/** Says what the snapshot is. */
export async function describeSnapshot(page, { theme, set, provenance }) {
  await toStage(page, 'Publiceren');
  for (const [label, words] of [['Waar het over gaat', theme], ['Naam van de perspectieven', set], ['Waar de ervaringen vandaan komen', provenance]]) {
    await field(page, label).fill(words);
    await field(page, label).blur();
    await read(stages(page).page().getByRole('banner').or(page.locator('header')), 'alles is bewaard');
  }
}

/** What must still be done before publishing, in words. */
export async function mustDo(page) {
  await toStage(page, 'Publiceren');
  await see(heading(page, 'Controlelijst'));
  const title = heading(page, /ding(en)? moe(t|ten) nog/);
  await see(title.or(text(page, 'Alles wat moet, is gedaan.')));
  return (await title.isVisible()) ? page.locator('h3', { hasText: /nog$/ }).first().locator('xpath=following-sibling::ul[1]').getByRole('listitem').allInnerTexts() : [];
}

/** Publishes; gives the path, the content hash and the words that open it. */
export async function publish(page, encrypted) {
  await toStage(page, 'Publiceren');
  await page.getByRole('radio', { name: encrypted ? /zes woorden weet/ : /Iedereen die het bestand heeft/ }).check();
  await button(page, 'Momentopname maken').click();
  const result = page.getByRole('status').filter({ has: heading(page, /De momentopname is gemaakt/) });
  await see(result);
  const value = async (term) => (await result.locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]').innerText()).trim();
  const words = encrypted ? (await result.getByRole('listitem').allInnerTexts()).map((word) => word.replace(/^\s*\d+\s*/, '').trim()) : [];
  return { path: await value('Bestand'), hash: (await value('Kenmerk')).replaceAll(/\s/g, ''), words };
}

/** Closes a window over the screen. */
export const closeDialog = (page, name) => button(dialog(page, name), 'Sluiten').click();
