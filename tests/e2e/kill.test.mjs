// The program is killed in the middle of the work and started again on the same folder: the same screen, and nothing lost.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { beginNote, markAndNote, openStory } from './support/browse.mjs';
import { DESK, keepSight, openBrowser, openPage } from './support/browser.mjs';
import { openPart } from './support/change.mjs';
import { beginSession, leadTo, openSnapshot, seat, toTable } from './support/desk.mjs';
import { button, field, heading, read, see, text, until } from './support/find.mjs';
import { folder, regio, serve } from './support/program.mjs';
import { TABLES } from './support/tables.mjs';

const [table] = TABLES;
const [done, begun] = table.notes;
let place;
let program;
let browser;
let context;
let page;
const errors = [];

before(async () => {
  place = folder();
  browser = await openBrowser();
  // What is kept on this device outlives the page, as it does in the window of the program.
  context = await browser.newContext({ viewport: DESK, locale: 'nl-NL' });
  await start();
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGKILL');
  place?.remove();
});

/** Starts the program and opens its page, at the address it had before. */
async function start() {
  program = await serve(place.path, ...(program ? ['--port', new URL(program.address).port] : []));
  const opened = await openPage(browser, DESK, context);
  ({ page } = opened);
  errors.push(opened.errors);
  await page.goto(program.address);
}

/** Kills the program without a word, and starts it again. */
async function killAndStart() {
  const where = new URL(page.url()).hash;
  await program.kill('SIGKILL');
  await read(page, 'op dit apparaat');
  await page.close();
  await start();
  await until('the same screen', async () => new URL(page.url()).hash === where || new URL(page.url()).hash);
}

const part = (name, does) =>
  test(name, { timeout: 120_000 }, () =>
    does().catch(async (error) => {
      await keepSight(page);
      throw error;
    }),
  );

part('after an acknowledged note: the story is open again and the note is there', async () => {
  await openSnapshot(page);
  await beginSession(page, TABLES.length);
  await seat(page, TABLES);
  await leadTo(page, 'samenbrengen');
  await leadTo(page, 'grasduinen');
  await toTable(page, table);
  await openStory(page, 1);
  const quote = await markAndNote(page, done);
  const title = await page.getByRole('article').getByRole('heading', { level: 2 }).innerText();
  await killAndStart();
  await heading(page, title).waitFor();
  await see(button(page, `Notitie openen of sluiten: ${done.text}`));
  await see(text(page, quote.slice(0, 30)));
});

part('in the middle of a note: the words come back in the field', async () => {
  await beginNote(page, begun.kind);
  const words = () => field(page, 'Wat willen jullie onthouden?');
  await words().pressSequentially(begun.text.slice(0, 20));
  await killAndStart();
  assert.equal(await words().inputValue(), begun.text.slice(0, 20));
  await words().press('End');
  await words().pressSequentially(begun.text.slice(20));
  await button(page, 'Opslaan').click();
  await see(button(page, `Notitie openen of sluiten: ${begun.text}`));
  await see(button(page, `Notitie openen of sluiten: ${done.text}`));
});

part('in the middle of a poster field: what was safe and what was typed after it', async () => {
  await leadTo(page, 'convergeren');
  await leadTo(page, 'veranderen');
  await toTable(page, table);
  const question = 'Wat gaan jullie doen?';
  await openPart(page, question, 'Wat gaan we doen?');
  const words = () => field(page, question);
  await words().pressSequentially('Elk gezin krijgt één vaste beller,');
  await see(button(page, /^Wat gaan we doen\? \(ingevuld\)$/));
  // Faster than the half second after which a field saves itself.
  await words().pressSequentially(' die zelf belt.');
  await killAndStart();
  await heading(page, question).waitFor();
  assert.equal(await words().inputValue(), 'Elk gezin krijgt één vaste beller, die zelf belt.');
  // They go to the laptop by themselves.
  const session = join(place.path, readdirSync(place.path).find((name) => name.endsWith('.bijeenkomst')));
  await until('the laptop has the words', () => page.evaluate(() => !Object.keys(localStorage).some((key) => key.startsWith('regiotafel.draft.') && key.includes('/field'))));
  await program.kill('SIGKILL');
  regio('session', 'verify', session);
  const kept = regio('session', 'show', session, '--json');
  for (const one of ['Elk gezin krijgt één vaste beller, die zelf belt.', done.text, begun.text, ...TABLES.flatMap((each) => each.people.map(([name]) => name))]) assert.ok(kept.includes(one), one);
});

part('nothing went wrong on the pages but the lost connection', async () => {
  assert.deepEqual(errors.flat().filter((error) => !/WebSocket connection|ERR_CONNECTION/.test(error)), []);
});
