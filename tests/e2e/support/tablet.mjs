// What a table does on the tablet that it shares while its people have phones. The rest is as on the laptop.
import assert from 'node:assert/strict';
import { begins, button, dialog, field, group, heading, plain, read, see, text, until } from './find.mjs';
import { t } from './words.mjs';

/** Waits until the table is at a step. */
export const atStep = (page, step) => see(page.getByRole('listitem').filter({ hasText: t(`step.${step}`) }).and(page.locator('[aria-current=step]')));

/** To the ballots; who has a phone votes there and cannot vote here. */
export async function openBallots(page, away) {
  await button(page, t('gather.vote')).click();
  await heading(page, t('gather.round_title')).waitFor();
  for (const name of away) {
    await see(page.getByRole('listitem').filter({ hasText: name }));
    assert.equal(await button(page, begins(name)).count(), 0, `${name} votes on the phone`);
  }
}
/** A vote of somebody without a phone. */
export async function vote(page, name, cards) {
  await button(page, begins(name)).click();
  for (const card of cards) await button(page, card).click();
  await button(page, t('gather.ballot_done')).click();
  await hasVoted(page, name);
}
export const hasVoted = (page, name) => see(page.getByRole('listitem').filter({ hasText: new RegExp(`${plain(name)}.*${t('gather.has_voted')}`, 's') }));
/** Shows the votes; one who has not voted is named first. */
export async function showVotes(page) {
  assert.equal(await text(page, /^\d stem(men)?$/).count(), 0, 'no votes are seen before');
  await button(page, t('gather.show')).click();
  await button(page, t('gather.show_anyway')).click();
  await read(page, t('gather.votes_open'));
}
/** The three of the table. */
export async function chooseThree(page, names) {
  await button(page, begins(names[0])).click();
  for (const name of names) await choose(page, name);
  await button(page, t('gather.fix')).click();
  await heading(page, t('gather.fixed_title')).waitFor();
}
async function choose(page, name) {
  const circle = button(page, new RegExp(plain(t('gather.choose_this', { name }))));
  await circle.click();
  await until(`${name} is chosen`, async () => (await circle.getAttribute('aria-pressed')) === 'true');
}

/** Somebody of the table says: look here. While a table reads it waits behind a word. */
export async function follow(page, title) {
  const quiet = button(page.getByRole('banner'), `☞ ${t('table.pointed_waits')}`);
  const bar = button(page, t('table.pointed_read'));
  await see(quiet.or(bar));
  if (await quiet.isVisible()) await quiet.click();
  await bar.click();
  await heading(page, title).waitFor();
}
/** Sends the open story to the phones. Gives its title. */
export async function point(page) {
  const title = await page.getByRole('article').getByRole('heading', { level: 2 }).innerText();
  await button(page.getByRole('main'), new RegExp(plain(t('browse.point')))).click();
  await read(page, t('browse.pointed'));
  return title;
}

/** The clusters with their notes, as the tablet shows them: name, and texts. */
export const clusters = (page) =>
  page.evaluate(() => Object.fromEntries([...document.querySelectorAll('[data-column]')]
    .map((column) => [column.getAttribute('aria-label'), [...column.querySelectorAll('[data-note] .text')].map((one) => one.innerText).sort()])
    .filter(([, notes]) => notes.length > 0)));

/** Dots of somebody without a phone. */
export async function giveDots(page, who, ideas, dots) {
  await button(page, t('vote.start')).click();
  await button(page, begins(who)).click();
  for (const [nth, of] of dots.entries()) {
    if (of > 0) await button(page, t('vote.set', { n: of, text: ideas[nth] })).click();
  }
  await button(page, t('vote.ready')).click();
  await see(button(page, `${who} · ✓ ${t('vote.done')}`));
}
export async function closeDots(page, voters) {
  await read(page, t('vote.voted', { n: voters }));
  await button(page, t('vote.close')).click();
  await heading(page, t('vote.result')).waitFor();
}
export const seeDots = (page, idea, dots) =>
  see(page.getByRole('listitem').filter({ hasText: idea }).getByRole('img', { name: t('converge.dots', { n: dots }) }));

/** A part of the poster: its name in the list, and its question above the field. */
export async function toPart(page, part) {
  const parts = page.getByRole('navigation', { name: t('change.parts') });
  await button(parts, begins(t(`change.${part}.nav`))).click();
  await heading(page, t(`change.${part}.question`)).waitFor();
}
export const partField = (page, part) => field(page.getByRole('main').getByRole('article').first(), t(`change.${part}.question`));
export const conflict = (page) => group(page, t('kit.conflict'));

/** The photos of the table are on its tablet too. */
export async function seePhoto(page, words) {
  await button(page, t('table.menu')).click();
  const menu = page.getByRole('dialog');
  await button(menu, new RegExp(`^${plain(t('table.photos'))}`)).click();
  const picture = dialog(page, t('table.photos')).getByRole('img', { name: t('photo.alt', { what: t('photo.of.poster'), text: words }) });
  await picture.waitFor();
  await until('the photo is drawn', () => picture.evaluate((image) => image.complete && image.naturalWidth > 0));
  await page.keyboard.press('Escape');
}
