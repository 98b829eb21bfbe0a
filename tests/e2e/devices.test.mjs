// The whole afternoon of two tables with devices of their own, together: a tablet and a phone each, the desk and the projector. In the
// middle of it devices fall silent, pages are loaded anew, the LAN goes off, and the laptop stops; at the end everything is there, once.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { markAndNote, openStory } from './support/browse.mjs';
import { DESK, keepSight, openBrowser, openPage } from './support/browser.mjs';
import { addNote, cluster } from './support/converge.mjs';
import { beginSession, leadTo, openSnapshot, seat, toDesk } from './support/desk.mjs';
import { alike, device, isTaken, keeps, listen, PHONE, PROJECTOR, reload, safe, scan, sit, TABLET, toldOf, type, wasTold, wrong } from './support/devices.mjs';
import { button, heading, read, see, until } from './support/find.mjs';
import { explore } from './support/gather.mjs';
import { codes, connected, here, letIn, posterIsLarge, project, shutOut } from './support/lan.mjs';
import { parts } from './support/parts.mjs';
import * as phone from './support/phone.mjs';
import { folder, freePort, regio, serve } from './support/program.mjs';
import { TABLES } from './support/tables.mjs';
import * as tablet from './support/tablet.mjs';
import { t } from './support/words.mjs';

const [ONE, TWO] = TABLES;
/** What was written, and as what it must be found at the end: exactly once. */
const written = [];
const wrote = (as, words) => (written.push([as, words]), words);

const OWN = {
  ada: { text: 'Mijn dochter durfde in groep zes niet meer naar binnen.', wish: 'Dat iemand haar bij de deur ophaalt.' },
  gerda: { text: 'Als leerplichtambtenaar kwam ik altijd te laat.', wish: 'Eerder horen dat het misgaat.' },
};
/** What is typed behind it while the desk goes on. */
const MORE = ' En nu bel ik eerst.';
const VOTES = { Ada: ONE.votes.Ada.concat('Relaties en nabijheid'), Gerda: ['Wie heeft invloed?', 'Het systeem is schuldig!', 'Overheid en de praktijk'] };
const IDEAS = { 1: ['Een vaste beller voor elk gezin', 'Bellen op de derde dag'], 2: ['Eén plan op één bladzijde', 'Een mentor die blijft'] };

let place;
let program;
let port;
let browser;
let atDesk;
let desk;
const errors = [];
/** All devices by name. */
const room = {};

before(async () => {
  place = folder();
  port = await freePort();
  browser = await openBrowser();
  program = await serve(place.path);
  atDesk = await browser.newContext({ viewport: DESK, locale: 'nl-NL' });
  await atDesk.addInitScript(listen);
  await openDesk();
});
async function openDesk() {
  await desk?.close();
  const opened = await openPage(browser, DESK, atDesk);
  desk = opened.page;
  errors.push(opened.errors);
  await desk.goto(program.address);
}
after(async () => {
  await browser?.close();
  for (const one of Object.values(room)) one.wifi.close();
  await program?.kill('SIGKILL');
  place?.remove();
});

const part = parts(async () => {
  await keepSight(desk, 'desk');
  for (const [name, { page }] of Object.entries(room)) await keepSight(page, name);
});
const pages = () => Object.entries(room).filter(([name]) => name !== 'projector').map(([, { page }]) => page);
const together = (...all) => Promise.all(all.map((does) => does()));

part('the facilitator begins a session and lets devices in', async () => {
  await openSnapshot(desk);
  await beginSession(desk, TABLES.length);
  await seat(desk, TABLES);
  await letIn(desk, port);
  assert.equal((await codes(desk)).address, `127.0.0.1:${port}`);
});

part('people come in with a link and with a code; the projector says how', async () => {
  const lan = await codes(desk);
  Object.assign(room, { projector: await device(browser, PROJECTOR), ada: await device(browser, PHONE), gerda: await device(browser, PHONE), one: await device(browser, TABLET), two: await device(browser, TABLET) });
  const { projector, ada, gerda, one, two } = room;
  await projector.page.goto(lan.screen);
  await read(projector.page, lan.tables[1].code);
  await read(projector.page, lan.tables[2].code);

  await scan(ada.page, lan.tables[1].link);
  assert.equal(new URL(ada.page.url()).hash, '', 'the key does not stay in the address');
  await sit(ada.page, 'Ada');
  await scan(one.page, lan.tables[1].link);
  assert.ok(await isTaken(one.page, 'Ada'), 'nobody else can be Ada');
  await sit(one.page, 'scribe');
  await type(gerda.page, lan.address, lan.tables[2].code, 'WOLK 11');
  await sit(gerda.page, { name: 'Gerda', role: 'Mensen van buiten de school' });
  await type(two.page, lan.address, lan.tables[2].code.toLowerCase().replace(' ', ''));
  await sit(two.page, 'scribe');
  await connected(desk, 2, 7);
  await here(projector.page, 2, 7);
});

part('own experience: private on the phone, then shown to the table, and never to another', async () => {
  const { ada, gerda, one, two, projector } = room;
  await together(() => phone.writeOwn(ada.page, OWN.ada), () => phone.writeOwn(gerda.page, OWN.gerda));
  wrote('experience', `${OWN.ada.text} / ${OWN.ada.wish}`);
  for (const page of [ada.page, gerda.page]) await safe(page);
  // What is done after it has come to all screens, so what was not told before it will not come any more.
  await project(desk, 'step');
  await heading(projector.page, t('step.own')).waitFor();
  await one.page.getByRole('button', { name: /^Ada/ }).waitFor();
  for (const { text: words } of Object.values(OWN)) {
    for (const page of [desk, one.page, two.page, projector.page]) assert.equal(await wasTold(page, words), false, 'nobody else is told');
  }
  await phone.showOwn(ada.page);
  await read(one.page, OWN.ada.text);
  for (const page of [two.page, gerda.page, projector.page]) assert.equal(await wasTold(page, OWN.ada.text), false, 'another table is never told');
});

part('the desk goes on while somebody types: the words are kept, and the phone goes along after it', async () => {
  const { ada, gerda } = room;
  await button(gerda.page, t('phone.own_change')).click();
  const words = gerda.page.getByLabel(t('own.text'), { exact: true });
  await words.press('End');
  await words.pressSequentially(MORE.slice(0, 8));
  await leadTo(desk, 'samenbrengen');
  await heading(ada.page, t('gather.ballot_title')).waitFor();
  await read(gerda.page, t('table.moves_on', { step: t('step_name.gather') }));
  await words.pressSequentially(MORE.slice(8));
  await button(gerda.page, t('table.move_along')).click();
  await heading(gerda.page, t('gather.ballot_title')).waitFor();
});

part('gather: a chart opens when the table has guessed; votes stay hidden until they are shown', async () => {
  const { ada, gerda, one, two } = room;
  await phone.readCard(ada.page, ONE.chosen[0], false);
  await explore(one.page, ONE);
  wrote('own_interpretation', ONE.own);
  await heading(ada.page, t('gather.how_to_see')).waitFor();
  await phone.explain(ada.page, wrote('own_interpretation', 'Wie dichtbij staat, krijgt de schuld.'));
  await phone.toCards(ada.page);
  await button(one.page, t('gather.all_cards')).first().click();

  await together(() => phone.vote(ada.page, VOTES.Ada), () => phone.vote(gerda.page, VOTES.Gerda));
  await together(
    async () => {
      await tablet.openBallots(one.page, ['Ada']);
      await tablet.vote(one.page, 'Bram', ONE.votes.Bram);
      await tablet.hasVoted(one.page, 'Ada');
    },
    async () => {
      await tablet.openBallots(two.page, ['Gerda']);
      await tablet.vote(two.page, 'Femke', TWO.votes.Femke);
      await tablet.hasVoted(two.page, 'Gerda');
    },
  );
  assert.deepEqual(await known(one.page, 'vote', 'perspectives'), ['Bram'], 'the tablet is told only what was voted on it');
  assert.deepEqual(await known(ada.page, 'vote', 'perspectives'), ['Ada'], 'the phone is told only its own vote');
  await together(() => tablet.showVotes(one.page), () => tablet.showVotes(two.page));
  await heading(ada.page, t('phone.votes_shown')).waitFor();
  await see(ada.page.getByRole('listitem').filter({ hasText: ONE.mostVotes[0] }).getByText(t('gather.votes', { n: 2 })));

  await together(() => tablet.chooseThree(one.page, ONE.chosen), () => tablet.chooseThree(two.page, TWO.chosen));
  await together(...[ada, gerda].map(({ page }) => () => heading(page, t('phone.chosen')).waitFor()));
});

/** The names of those whose votes or dots a page was told, as far as they say anything. */
async function known(page, sort, within) {
  const people = new Map((await toldOf(page, 'participant')).map((person) => [person.id, person.name]));
  const said = (await toldOf(page, sort)).filter((one) => one[within].length > 0);
  return [...new Set(said.map((one) => people.get(one.participant)))].sort();
}

part('the projector follows the desk', async () => {
  const { page } = room.projector;
  await heading(page, t('step.gather')).waitFor();
  await project(desk, 'chosen');
  await heading(page, t('screen.chosen')).waitFor();
  for (const name of [...ONE.chosen, ...TWO.chosen]) await read(page, name);
  await project(desk, 'welcome');
  await read(page, (await codes(desk)).tables[1].code);
  await project(desk, 'step');
});

part('browse: reading and notes on tablet and phone, and look here', async () => {
  await leadTo(desk, 'grasduinen');
  const { ada, gerda, one, two } = room;
  for (const table of TABLES) for (const note of table.notes) wrote('note', note.text);
  await together(
    async () => {
      await openStory(one.page, 1);
      await markAndNote(one.page, ONE.notes[0]);
    },
    async () => {
      await openStory(two.page, 2);
      await markAndNote(two.page, TWO.notes[0]);
    },
    async () => {
      await phone.openStory(ada.page, 3);
      await phone.mark(ada.page);
      await phone.note(ada.page, ONE.notes[1]);
    },
    async () => {
      await phone.openStory(gerda.page, 1);
      await phone.mark(gerda.page);
      await phone.note(gerda.page, TWO.notes[1]);
    },
  );
  await see(button(one.page, t('browse.unfold', { text: ONE.notes[1].text })));
  await see(button(two.page, t('browse.unfold', { text: TWO.notes[1].text })));
  const title = await ada.page.getByRole('article').getByRole('heading').first().innerText();
  await phone.point(ada.page);
  await tablet.follow(one.page, title);
  await phone.follow(gerda.page, await tablet.point(two.page));
});

part('a phone that falls silent for a while keeps what is typed, and brings it itself', async () => {
  const { gerda, two, ada, one } = room;
  gerda.wifi.fallSilent();
  const since = Date.now();
  await phone.note(gerda.page, TWO.notes[2]);
  // Meanwhile the others go on, and two pages are loaded anew.
  await together(() => reload(ada.page), () => reload(one.page));
  await keeps(gerda.page);
  assert.equal(await button(two.page, t('browse.unfold', { text: TWO.notes[2].text })).count(), 0);
  await setTimeout(30_000 - (Date.now() - since));
  gerda.wifi.comeBack();
  await see(button(two.page, t('browse.unfold', { text: TWO.notes[2].text })));
  await safe(gerda.page);
});

part('a phone whose Wi-Fi breaks off in the middle of a word', async () => {
  const { gerda, two } = room;
  await phone.toList(gerda.page);
  await phone.beginNote(gerda.page, { kind: 'Kans', text: 'Toen viel de wifi' });
  gerda.wifi.breakOff();
  const words = phone.sheet(gerda.page).getByRole('textbox');
  await words.pressSequentially(' weg.');
  await keeps(gerda.page);
  gerda.wifi.comeBack();
  await button(phone.sheet(gerda.page), t('browse.save')).click();
  wrote('note', 'Toen viel de wifi weg.');
  await see(button(two.page, t('browse.unfold', { text: 'Toen viel de wifi weg.' })));
});

part('the LAN goes off and on: what was written meanwhile comes by itself', async () => {
  const { ada, one } = room;
  await shutOut(desk);
  await keeps(ada.page);
  await phone.note(ada.page, ONE.notes[2]);
  await letIn(desk, port);
  await see(button(one.page, t('browse.unfold', { text: ONE.notes[2].text })));
  await connected(desk, 2, 7);
});

part('the program is killed and started again: everybody is back without joining anew', async () => {
  const { ada, two } = room;
  await program.kill('SIGKILL');
  await together(...pages().map((page) => () => keeps(page)));
  await phone.note(ada.page, ONE.notes[3]);
  program = await serve(place.path, '--port', new URL(program.address).port);
  await openDesk();
  await together(...pages().map((page) => () => safe(page)));
  await connected(desk, 2, 7);
  await see(button(room.one.page, t('browse.unfold', { text: ONE.notes[3].text })));
  await markAndNote(two.page, TWO.notes[3]);
  await project(desk, 'step');
  await heading(room.projector.page, t('step.browse')).waitFor();
});

part('the desk goes on in the middle of a note: it is kept after it', async () => {
  const { gerda, ada } = room;
  await phone.toList(ada.page);
  await phone.ownNotes(ada.page, ONE.notes.slice(1).map((note) => note.text));
  await phone.beginNote(gerda.page, TWO.late);
  await leadTo(desk, 'convergeren');
  await phone.keepAndGoAlong(gerda.page, TWO.late, 'converge');
  wrote('note', TWO.late.text);
});

part('converge: clusters on the tablet, read on the phones; ideas and dots of all', async () => {
  const { ada, gerda, one, two } = room;
  await addNote(one.page, ONE.late);
  wrote('note', ONE.late.text);
  await together(() => cluster(one.page, ONE), () => cluster(two.page, TWO, 1));
  for (const table of TABLES) for (const name of table.clusters) wrote('cluster', name);
  await phone.addIdea(ada.page, ONE.clusters[0], wrote('idea', IDEAS[1][0]));
  await phone.addIdea(ada.page, ONE.clusters[1], wrote('idea', IDEAS[1][1]));
  await phone.addIdea(gerda.page, TWO.clusters[0], wrote('idea', IDEAS[2][0]));
  await see(button(one.page, `${t('converge.idea')} · ${IDEAS[1][0]}`));

  await phone.giveDots(ada.page, IDEAS[1], [2, 1]);
  await tablet.giveDots(one.page, 'Bram', IDEAS[1], [1, 0]);
  assert.deepEqual(await known(one.page, 'dots', 'dots'), ['Bram'], 'the tablet is told only the dots that were given on it');
  assert.deepEqual(await known(ada.page, 'dots', 'dots'), ['Ada'], 'the phone is told only its own dots');
  await tablet.closeDots(one.page, 2);
  await tablet.seeDots(one.page, IDEAS[1][0], 3);
  await phone.seeDots(ada.page, IDEAS[1][0], 3);
  await button(one.page, t('vote.back')).click();
  for (const [screen, by] of [[one, ada], [two, gerda]]) {
    await until('the same clusters', async () => {
      const [board, list] = [await tablet.clusters(screen.page), await phone.clusters(by.page)];
      return JSON.stringify(Object.entries(board).sort()) === JSON.stringify(Object.entries(list).sort()) || { board, list };
    });
  }
});

part('change: two tablets write in one field, and nothing is lost', async () => {
  await leadTo(desk, 'veranderen');
  const lan = await codes(desk);
  const { one, ada } = room;
  room.extra = await device(browser, TABLET);
  const { extra } = room;
  await scan(extra.page, lan.tables[1].link);
  await sit(extra.page, 'scribe');
  await alike('two tablets of one table', [one.page, extra.page]);
  for (const { page } of [one, extra]) await tablet.toPart(page, 'proposal');
  const [first, second] = ['Elk gezin krijgt een vaste beller.', 'Wij bellen op de derde dag.'];
  await tablet.partField(one.page, 'proposal').pressSequentially('Elk gezin');
  await read(extra.page, t('kit.types', { names: t('kit.types_other') }));
  await together(
    () => tablet.partField(one.page, 'proposal').pressSequentially(first.slice(9)),
    () => tablet.partField(extra.page, 'proposal').pressSequentially(second),
  );
  await until('one of the two is asked', async () => (await tablet.conflict(one.page).isVisible()) || (await tablet.conflict(extra.page).isVisible()));
  const asked = (await tablet.conflict(one.page).isVisible()) ? one.page : extra.page;
  await button(tablet.conflict(asked), t('kit.conflict_both')).click();
  for (const { page } of [one, extra]) {
    await until('both texts on both tablets', async () => {
      const words = await tablet.partField(page, 'proposal').inputValue();
      return (words.includes(first) && words.includes(second)) || words;
    });
  }
  wrote('field', first);
  wrote('field', second);
  await read(ada.page, second);
  await alike('two tablets of one table', [one.page, extra.page]);
});

part('a poster is filled, photographed and shown', async () => {
  const { two, gerda, ada, one, projector } = room;
  for (const name of ['for_whom', 'first_step', 'name']) {
    await tablet.toPart(two.page, name);
    await tablet.partField(two.page, name).fill(wrote('field', TWO.texts[name]));
  }
  await button(two.page, t('change.ready')).first().click();
  await read(two.page, t('change.ready_told'));
  await heading(gerda.page, TWO.texts.name).waitFor();
  await read(gerda.page, TWO.texts.first_step);
  await phone.photograph(ada.page, await projector.page.screenshot({ type: 'jpeg' }), wrote('photo', 'Onze wand, van links gezien'));
  await tablet.seePhoto(one.page, 'Onze wand, van links gezien');
  await project(desk, 2);
  await posterIsLarge(projector.page, 2);
  await project(desk, 1);
  await posterIsLarge(projector.page, 1);
});

part('every page holds the same after loading it anew; what is private is still there for its writer', async () => {
  await together(...pages().map((page) => () => reload(page)));
  const own = await toldOf(room.gerda.page, 'experience');
  assert.deepEqual(own.map(({ text, wish }) => ({ text, wish })), [{ ...OWN.gerda, text: OWN.gerda.text + MORE }]);
});

part('nothing was lost, and nothing is there twice', async () => {
  await program.kill('SIGTERM');
  const file = join(place.path, readdirSync(place.path).find((name) => name.endsWith('.bijeenkomst')));
  regio('session', 'verify', file);
  const { entities } = JSON.parse(regio('session', 'show', file, '--json'));
  const all = entities.map(({ entity: { type: as, value } }) => [as, as === 'experience' ? `${value.text} / ${value.wish}` : (value.text ?? value.name ?? '')]);
  assert.equal(JSON.stringify(entities).includes(OWN.gerda.wish), false, 'what is private nobody else can read, also not here');
  for (const [as, words] of written) {
    const there = all.filter(([is]) => is === as).map(([, it]) => it);
    assert.equal(there.filter((it) => it.includes(words)).length, 1, `${words} — once in: ${there.join(' | ')}`);
  }
  for (const as of ['note', 'idea', 'experience', 'photo', 'cluster', 'own_interpretation']) {
    assert.equal(all.filter(([is]) => is === as).length, written.filter(([is]) => is === as).length, `as many of ${as} as were written`);
  }
  const seats = entities.filter(({ entity }) => entity.type === 'seat');
  assert.equal(seats.length, 5, 'nobody joined anew');
});

part('nothing went wrong on the pages but the lost connections', async () => {
  await toDesk(desk, t('desk.page.room')).catch(() => {});
  assert.deepEqual([...errors.map((found) => wrong({ errors: found })), ...Object.values(room).map(wrong)].flat(), []);
});
