// What somebody does on an own phone, step by step.
import { begins, button, dialog, field, gone, group, heading, plain, read, region, see, until } from './find.mjs';
import { t } from './words.mjs';

const circle = (page, card) => button(page, t('phone.vote_for', { name: card }));
/** A side of a step. */
export const toTab = (page, name) => button(page.getByRole('navigation', { name: t('phone.tabs') }), name).click();
const tab = (page, key) => toTab(page, t(key));

/** The step that the phone shows. */
export const atStep = (page, step) => read(page, begins(t(`step_name.${step}`)));

/** Own words, which nobody else sees. */
export async function writeOwn(page, { text, wish }) {
  await heading(page, t('own.title')).waitFor();
  await read(page, t('phone.own_private'));
  await field(page, t('own.text')).fill(text);
  await field(page, t('own.wish')).fill(wish);
  await button(page, t('own.done')).click();
  await heading(page, t('phone.own_yours')).waitFor();
  await read(page, text);
  await read(page, t('phone.own_private'));
}
export async function showOwn(page) {
  await button(page, t('phone.own_show')).click();
  await read(page, t('phone.own_shown'));
}

/** Reads a card; its chart stays shut until the table has guessed. */
export async function readCard(page, card, guessed) {
  await button(page, begins(card)).click();
  await read(page, t('gather.observation_of', { n: 1, of: '' }).trim());
  if (guessed) await heading(page, t('gather.how_to_see')).waitFor();
  else await button(page, t('phone.show_chart')).waitFor();
}
export const toCards = (page) => button(page, t('phone.to_cards')).click();

/** Says how one sees it oneself, and that one recognises what somebody else says. */
export async function explain(page, words) {
  await button(page, `+ ${t('phone.see_differently')}`).click();
  await field(page, t('phone.own_way')).fill(words);
  await button(page, t('gather.own_add')).click();
  await see(page.getByRole('listitem').filter({ hasText: words }));
  const other = page.getByRole('listitem').filter({ has: button(page, t('phone.recognise')) }).first();
  await button(other, t('phone.recognise')).click();
  await see(button(page, `✓ ${t('phone.recognise')}`));
}

/** Three votes, that can be changed and are then given. */
export async function vote(page, cards) {
  await heading(page, t('gather.ballot_title')).waitFor();
  for (const card of cards) await circle(page, card).click();
  await button(page, t('phone.vote_give', { n: cards.length })).click();
  await read(page, t('phone.voted'));
}

const stories = (page) => page.locator('[data-story]');
/** Opens one of the stories of the list. */
export async function openStory(page, nth) {
  await stories(page).nth(nth - 1).click();
  await see(page.getByRole('article').getByRole('heading'));
}
export const toList = (page) => button(page, `‹ ${t('phone.list')}`).click();

/** Marks a sentence of the open story. Gives the sentence. */
export async function mark(page) {
  await button(page, t('browse.mark_mode')).click();
  const sentences = page.getByRole('article').getByRole('button');
  await see(sentences);
  const all = await sentences.allInnerTexts();
  const words = all.find((one) => one.length > 40 && one.length < 160) ?? all[0];
  await sentences.nth(all.indexOf(words)).click();
  await read(region(page, t('browse.marked')), words);
  return words;
}

const kinds = (page) => page.getByRole('group', { name: new RegExp(`^(${plain(t('browse.make'))}|${plain(t('phone.note_make'))})$`) });
/** The note that is being written. */
export const sheet = (page) => dialog(page, t('phone.note'));
/** Begins a note and leaves it open with its words. */
export async function beginNote(page, { kind, text }) {
  await button(kinds(page), kind).click();
  await sheet(page).getByRole('textbox').pressSequentially(text);
}
/** Makes a note of what is on the screen, and says whether it waits on this phone. */
export async function note(page, one) {
  await beginNote(page, one);
  await button(sheet(page), t('browse.save')).click();
  await gone(sheet(page));
}

/** The desk goes on in the middle of a note: the words stay, and the note is kept after it. */
export async function keepAndGoAlong(page, { kind, text }, step) {
  await read(page, t('table.moves_on', { step: t(`step_name.${step}`) }));
  if ((await sheet(page).getByRole('textbox').inputValue()) !== text) throw new Error('words were lost');
  await button(sheet(page), t('browse.save')).click();
  await gone(sheet(page));
  await atStep(page, step);
  return kind;
}

/** Sends the open story to the other screens of the table. */
export async function point(page) {
  await button(page, t('phone.point')).click();
  await see(button(page, t('phone.pointed')));
}
/** Somebody of the table says: look here. */
export async function follow(page, title) {
  const quiet = button(page, t('phone.pointed_waits'));
  const bar = button(page, t('table.pointed_read'));
  await see(quiet.or(bar));
  if (await quiet.isVisible()) await quiet.click();
  await bar.click();
  await heading(page, title).waitFor();
}

/** The own notes, as the phone shows them. */
export async function ownNotes(page, texts) {
  await tab(page, 'browse.view.note');
  await heading(page, t('phone.my_notes')).waitFor();
  await until('the own notes', async () => {
    const shown = await page.getByRole('article').locator('.text').allInnerTexts();
    return JSON.stringify(shown.sort()) === JSON.stringify([...texts].sort()) || shown;
  });
  await tab(page, 'browse.view.read');
}

/** The clusters with their notes, as the phone shows them: name, and texts. */
export async function clusters(page) {
  await tab(page, 'phone.clusters');
  const found = {};
  for (const one of await page.getByRole('main').locator('details').all()) {
    await one.evaluate((details) => (details.open = true));
    found[await one.locator('.name').innerText()] = (await one.getByRole('article').locator('.text').allInnerTexts()).sort();
  }
  return found;
}

export async function addIdea(page, cluster, words) {
  await button(page, t('phone.idea_add')).click();
  const made = dialog(page, t('converge.idea_new_title'));
  await field(made, t('converge.idea_text')).fill(words);
  await button(made, cluster).click();
  await button(made, t('converge.idea_add')).click();
  await gone(made);
}

const ideaLine = (page, idea) => page.getByRole('listitem').filter({ hasText: idea });
/** Dots, a tap for each. */
export async function giveDots(page, ideas, dots) {
  await toTab(page, t('phone.ideas', { n: ideas.length }));
  for (const [nth, of] of dots.entries()) {
    for (let given = 0; given < of; given += 1) await button(page, t('vote.more', { text: ideas[nth] })).click();
    await group(page, t('vote.on', { text: ideas[nth], n: of })).waitFor();
  }
}
export async function seeDots(page, idea, dots) {
  await heading(page, t('vote.result')).waitFor();
  await see(ideaLine(page, idea).getByRole('img', { name: t('converge.dots', { n: dots }) }));
}

/** A photo of the poster, looked at and sent. */
export async function photograph(page, picture, words) {
  await page.locator('input[type=file]').setInputFiles({ name: 'poster.jpg', mimeType: 'image/jpeg', buffer: picture });
  const looking = dialog(page, t('photo.title'));
  await field(looking, t('photo.text')).fill(words);
  await button(looking, t('photo.send')).click();
  await read(page, t('photo.sent'));
}

/** Waits until the phone shows a text of the poster. */
export const readsPoster = (page, words) => read(page, words);
