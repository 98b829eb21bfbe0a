// Gather: guess, see, explain, vote, choose three.
import assert from 'node:assert/strict';
import { begins, button, count, dialog, field, group, heading, read, region, see, text, until } from './find.mjs';

const BAR = /van 100: [\d.]+ van de [\d.]+ ervaringen$/;

/** Guesses first, and only then sees; adds an explanation of its own and says who recognises another. */
export async function explore(page, table) {
  await button(page, begins(table.chosen[0])).click();
  await read(page, /^Observatie 1 van \d$/);
  const sliders = page.getByRole('slider');
  await see(sliders);
  assert.equal(await button(page, BAR).count(), 0, 'nothing is given away before the guess');
  for (const [row, guess] of table.guesses.entries()) await sliders.nth(row).fill(String(guess));
  await button(page, 'Laat zien').click();
  await see(button(page, BAR));
  await read(page, /Gestippeld: wat jullie vooraf dachten\./);
  await read(page, /^(Het grootste verschil|Jullie zaten er overal dicht bij)/);

  await button(page, '+ Wij zien het anders').click();
  await field(page, 'Hoe zien jullie het?').fill(table.own);
  await button(page, 'Zet erbij').click();
  await read(page, table.own);
  await button(page, 'Wie herkent dit?').first().click();
  await button(group(page, 'Wie herkent dit?'), table.people[0][0]).click();
  await button(page, 'Klaar').click();
  await read(page, `${table.people[0][0]} herkent dit`);
}

/** The laptop goes round; what people vote is hidden until the table shows it. */
export async function vote(page, table) {
  await button(page, 'Alle kaarten').first().click();
  await button(page, 'Stemmen').click();
  const voters = Object.entries(table.votes);
  for (const [name, cards] of voters) {
    await button(page, begins(name)).click();
    await read(page, '0 van 3 gekozen');
    for (const card of cards) await button(page, card).click();
    await button(page, 'Klaar, geef door').click();
    await see(button(page, new RegExp(`^${name}.*heeft gestemd`, 's')));
  }
  await button(page, /Terug naar de kaarten$/).click();
  await read(page, `Alle ${voters.length} hebben gestemd.`);
  await count(text(page, /^\d stem(men)?$/), 0);
  await button(page, 'Laat de stemmen zien').click();
  await read(page, 'De stemmen liggen open. De tafel beslist.');
  const [most, votes] = table.mostVotes;
  await see(button(page, new RegExp(`^${most.replace(/[?!]/g, '\\$&')}.*${votes} stemmen`, 's')));
}

/** Exactly three: two cannot be fixed, a fourth does not fit. Fixes, opens again, and fixes. */
export async function chooseThree(page, table) {
  await button(page, begins(table.chosen[0])).click();
  const circle = (name) => page.getByRole('button', { name: `Kies ${name} bij jullie drie` });
  const fix = button(page, 'Vastleggen');
  for (const [nth, name] of table.chosen.entries()) {
    assert.ok(await fix.isDisabled(), `${nth} cannot be fixed`);
    await circle(name).click();
    await until(`${name} is chosen`, async () => (await circle(name).getAttribute('aria-pressed')) === 'true');
  }
  await until('three can be fixed', () => fix.isEnabled());
  await circle('Het moet gaan passen').click();
  await read(page, begins('Jullie hebben er al drie.'));
  assert.equal(await circle('Het moet gaan passen').getAttribute('aria-pressed'), 'false');

  await fix.click();
  await heading(page, 'Jullie drie staan vast').waitFor();
  await button(page, 'Opnieuw kiezen').click();
  await button(region(page, 'Jullie drie'), new RegExp(table.chosen[2].replace(/[?!]/g, '\\$&'))).click();
  await button(dialog(page, begins('3 · ')), /Eerder$/).click();
  await dialog(page, begins('2 · ')).waitFor();
  await button(dialog(page, begins('2 · ')), /Later/).click();
  await button(dialog(page, begins('3 · ')), 'Bekijken').click();
  await heading(page, begins(table.chosen[2].replace('?', ''))).waitFor();
  await fix.click();
  await heading(page, 'Jullie drie staan vast').waitFor();
}
