// From patterns to a perspective with its stories, through the screens only.
import assert from 'node:assert/strict';
import { begins, button, count, dialog, field, gone, heading, read, region, see, text, until } from './find.mjs';
import { toStage } from './prepare.mjs';

const SENTENCE = 'Wat is er te zien?';
const RIVALS = [
  ['Mensen in deze groep maken het vaker mee.', 'Wie hier woont, hoort er thuis eerder over praten.'],
  ['De vraag betekent voor ieder iets anders.', 'Jongere mensen kregen andere antwoorden te lezen.'],
];
const addressOf = async (page) => (await page.evaluate(() => location.hash)).replace(/^#\/prepare\//, '');

/** Makes an observation of one of the patterns; gives the places of both. */
export async function observe(page, nth) {
  await toStage(page, 'Patronen');
  const card = page.getByRole('article').nth(nth);
  await see(card);
  await card.getByRole('button').first().click();
  await see(button(page, 'Observatie maken'));
  const pattern = await addressOf(page);
  await button(page, 'Observatie maken').click();
  await see(field(page, SENTENCE));
  return { pattern, observation: await addressOf(page) };
}

/** Writes the sentence of the observation on the screen: a judging and a causal word are pointed out, then the program's own words are taken over. */
export async function write(page) {
  const sentence = field(page, SENTENCE);
  await sentence.fill('Helaas noemen veel mensen dit, omdat niemand iets doet.');
  await read(page, 'Dit woord geeft een oordeel. Een observatie zegt alleen wat er te zien is.');
  await read(page, 'Dit woord noemt een oorzaak. Oorzaken horen bij de interpretaties.');
  await sentence.blur();
  await button(page, 'Overnemen').click();
  await until('the words of the program', async () => !(await sentence.inputValue()).startsWith('Helaas'));
  await gone(button(page, 'Overnemen'));
}

/** Two explanations: with one it is said that another is needed, and with two the observation is ready. */
export async function interpret(page, [one, other]) {
  const part = region(page, 'Interpretaties');
  await field(part, /^Een eerste verklaring/).fill(one);
  await button(part, 'Interpretatie toevoegen').click();
  await read(part, 'nog één interpretatie nodig');
  await field(part, 'Een heel andere verklaring').fill(other);
  await button(part, 'Interpretatie toevoegen').click();
  await gone(text(part, 'nog één interpretatie nodig'));
  await count(part.getByRole('listitem').filter({ has: page.getByRole('textbox') }), 2);
}

/** A perspective with a name, a short name and its question. */
export async function addPerspective(page, { name, short, question }) {
  await toStage(page, 'Perspectieven');
  await button(page, '+ Perspectief').first().click();
  const form = page.getByRole('dialog');
  for (const [label, words] of [['Naam', name], ['Korte naam, voor op kaartjes', short], ['De vraag die de observaties verbindt', question]]) {
    await field(form, label).fill(words);
    await field(form, label).blur();
  }
  await button(form, 'Klaar').click();
  await see(page.getByRole('article', { name }));
}

/** What a finger does on the screen, as the browser is told by a touch screen. */
async function touch(page, way) {
  const device = await page.context().newCDPSession(page);
  const tell = (type, points) => device.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await tell('touchStart', [way[0]]);
  for (const point of way.slice(1)) await tell('touchMove', [point]);
  await tell('touchEnd', []);
  await device.detach();
}

/** Brings an observation to a perspective: by mouse, by finger, or without dragging by a tap or by keyboard. */
export async function bundle(page, name, by) {
  const loose = region(page, 'Losse observaties');
  const before = await loose.getByRole('listitem').count();
  const grip = button(loose, begins('Verplaatsen:')).first();
  const middle = async (it) => {
    const box = await it.boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const perspective = page.getByRole('article', { name });
  if (by === 'mouse') {
    await grip.hover();
    await page.mouse.down();
    const to = await middle(perspective);
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  } else if (by === 'finger') {
    const [from, to] = [await middle(grip), await middle(perspective)];
    const way = Array.from({ length: 9 }, (_, nth) => ({ x: from.x + ((to.x - from.x) * nth) / 8, y: from.y + ((to.y - from.y) * nth) / 8 }));
    await touch(page, way);
  } else {
    if (by === 'tap') await touch(page, [await middle(grip)]);
    else {
      await grip.focus();
      await page.keyboard.press('Enter');
    }
    await button(dialog(page, 'Waar hoort deze observatie?'), new RegExp(name)).click();
  }
  await count(loose.getByRole('listitem'), before - 1);
}

/** Chooses two stories for a perspective, reads one, and changes their order; gives the place. */
export async function support(page, name) {
  await button(page.getByRole('article', { name }), /^\d+ ervaring(en)?: /).click();
  await see(heading(page, `Ervaringen bij ‘${name}’`));
  const place = await addressOf(page);
  const proposed = region(page, 'Voorstellen');
  const chosen = region(page, 'Gekozen ervaringen');
  await see(proposed.getByRole('article'));
  await proposed.getByRole('article').first().getByRole('button').first().click();
  await button(page.getByRole('dialog'), 'Kiezen voor dit perspectief').click();
  await see(button(page.getByRole('dialog'), '✓ gekozen'));
  await page.keyboard.press('Escape');
  await button(proposed, begins('Kiezen:')).first().click();
  const lines = chosen.locator('ol > li');
  await count(lines, 2);
  const first = await lines.first().innerText();
  await button(lines.first(), begins('Naar achteren:')).click();
  await until('the stories in another order', async () => (await lines.last().innerText()).replace(/^\d+/, '') === first.replace(/^\d+/, ''));
  return place;
}

/** Two observations out of two patterns, in one perspective with stories; what is done on the canvas can be undone. Gives the places that came of it. */
export async function makePerspective(page) {
  const name = 'Wie hoort erbij?';
  const places = [];
  for (const [nth, rivals] of RIVALS.entries()) {
    const { pattern, observation } = await observe(page, nth);
    await write(page);
    await interpret(page, rivals);
    places.push(pattern, observation);
  }
  await read(page, '2 van 2 observaties zijn klaar.');
  await addPerspective(page, { name, short: 'Erbij horen', question: 'Wie vindt dat hij erbij hoort?' });
  for (const by of ['mouse', 'tap']) {
    await bundle(page, name, by);
    await page.keyboard.press('Control+z');
    await count(region(page, 'Losse observaties').getByRole('listitem'), 2);
  }
  await bundle(page, name, 'finger');
  await bundle(page, name, 'keyboard');
  await read(page, 'Alle observaties zitten in een perspectief.');
  places.push(await support(page, name), 'perspectives/list', 'patterns/beside');
  assert.equal(new Set(places).size, places.length);
  return places;
}
