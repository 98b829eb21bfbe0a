// The whole afternoon of two tables on one laptop, through the screens only: from the snapshot to two posters.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { filter, heard, noteOnChart, readAndNote, search, seeNotes, tapBar } from './support/browse.mjs';
import { keepSight, openBrowser, openPage } from './support/browser.mjs';
import { fillPoster, finish, seePoster } from './support/change.mjs';
import { addNote, cluster, giveDots, haveIdeas, seeClusters, splitAndMerge } from './support/converge.mjs';
import {
  beginSession, changeAgenda, helpTable, leadBackTo, leadTo, moveTable, openSnapshot, printAll, printOne, readMessage, seat, startClock, toTable, writeToAll,
} from './support/desk.mjs';
import { heading } from './support/find.mjs';
import { chooseThree, explore, vote } from './support/gather.mjs';
import { writeExperience } from './support/own.mjs';
import { parts } from './support/parts.mjs';
import { openPdf } from './support/pdf.mjs';
import { folder, serve } from './support/program.mjs';
import { REGION, TABLES } from './support/tables.mjs';

let place;
let program;
let browser;
let page;
let errors;
const quotes = new Map();

before(async () => {
  place = folder();
  program = await serve(place.path);
  browser = await openBrowser();
  ({ page, errors } = await openPage(browser));
  await page.goto(program.address);
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGTERM');
  place?.remove();
});

const part = parts(() => keepSight(page));
const eachTable = async (does) => {
  for (const table of TABLES) {
    await toTable(page, table);
    await does(table);
  }
};

part('the facilitator opens a snapshot, begins a session, seats people and sets the agenda', async () => {
  await openSnapshot(page);
  await beginSession(page, TABLES.length);
  await seat(page, TABLES);
  await changeAgenda(page);
  await startClock(page);
});

part('own experience: written, kept at the table, handed in only by consent', () => eachTable((table) => writeExperience(page, table)));

part('gather: guess, see, explain, vote unseen, choose exactly three', async () => {
  await leadTo(page, 'samenbrengen');
  await eachTable(async (table) => {
    await explore(page, table);
    await vote(page, table);
    await chooseThree(page, table);
  });
});

part('browse: from a bar to its stories, filter, search, read, mark, note', async () => {
  await leadTo(page, 'grasduinen');
  await eachTable(async (table) => {
    await tapBar(page, table);
    await filter(page, table);
    await search(page, table);
    quotes.set(table.id, await readAndNote(page, table));
    await noteOnChart(page, table.notes[3]);
    await heard(page, table, quotes.get(table.id));
  });
});

part('the facilitator writes to the tables and comes when help is asked', async () => {
  await writeToAll(page, 'Nog tien minuten, neem rustig de tijd.');
  await eachTable(() => readMessage(page, 'Nog tien minuten, neem rustig de tijd.'));
  await helpTable(page, TABLES[1]);
});

part('converge: clusters by tap, key and drag, ideas, dots', async () => {
  await leadTo(page, 'convergeren');
  await eachTable(async (table) => {
    await addNote(page, table.late);
    await cluster(page, table);
    await splitAndMerge(page, table);
    await haveIdeas(page, table);
    await giveDots(page, table);
  });
});

part('one table, and then the whole room, goes back and forth without losing anything', async () => {
  const [one, two] = TABLES;
  await moveTable(page, one, 'Grasduinen');
  await toTable(page, one);
  await seeNotes(page, { notes: [...one.notes, one.late] });
  await toTable(page, two);
  await seeClusters(page, two);
  await leadBackTo(page, 'Samenbrengen');
  await eachTable(() => heading(page, 'Jullie drie staan vast').waitFor());
  await leadBackTo(page, 'Convergeren');
  await eachTable((table) => seeClusters(page, table));
});

part('change: every part of the poster, advice that blocks nothing, the name last', async () => {
  await leadTo(page, 'veranderen');
  await eachTable(async (table) => {
    await fillPoster(page, table, quotes.get(table.id));
    await finish(page, table);
  });
  await eachTable(() => seePoster(page));
});

part('both posters are printed, with everything the tables wrote', async () => {
  await printOne(page, TABLES[0]);
  const paths = await printAll(page, TABLES.length);
  assert.equal(paths.length, TABLES.length);
  for (const [nth, table] of TABLES.entries()) {
    const poster = openPdf(paths[nth]);
    assert.equal(poster.pages, 1);
    assert.deepEqual(poster.millimetres, [594, 841]);
    assert.ok(poster.tagged, 'the PDF is tagged');
    const words = [REGION, table.sort, quotes.get(table.id)[0], ...table.notes.slice(0, 3).map((note) => note.text), ...Object.values(table.texts), ...table.named];
    assert.deepEqual(words.filter((one) => !poster.holds(one)), [], `the poster of table ${table.id} holds everything`);
  }
});

part('nothing went wrong on the page', async () => assert.deepEqual(errors, []));
