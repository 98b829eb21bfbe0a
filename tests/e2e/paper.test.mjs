// A table that works on paper: what lies on it is entered by the codes of the cards, on the laptop and on a tablet.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { DESK, keepSight, openBrowser, openPage } from './support/browser.mjs';
import { beginSession, leadTo, openSnapshot, seat, toDesk, toTable } from './support/desk.mjs';
import { device, listen, PHONE, scan, sit, TABLET } from './support/devices.mjs';
import { button, field, group, heading, plain, read, see, until } from './support/find.mjs';
import { codes, letIn } from './support/lan.mjs';
import { parts } from './support/parts.mjs';
import { folder, freePort, regio, serve } from './support/program.mjs';
import { TABLES } from './support/tables.mjs';
import { t } from './support/words.mjs';

const [table] = TABLES;
const NOTES = [
  { kind: 'surprise', code: 'P4-2', text: 'Op papier staat vaker een naam.' },
  { kind: 'opportunity', code: 'E218', text: 'Een kaartje schrijft vlugger dan een scherm.' },
  { kind: 'challenge', code: '', text: 'Wie leest het handschrift straks?' },
];

let place;
let program;
let browser;
let desk;
let errors;
let tablet;
let phone;

before(async () => {
  place = folder();
  program = await serve(place.path);
  browser = await openBrowser();
  ({ page: desk, errors } = await openPage(browser, DESK));
  await desk.addInitScript(listen);
  await desk.goto(program.address);
});
after(async () => {
  await browser?.close();
  for (const one of [tablet, phone]) one?.wifi.close();
  await program?.kill('SIGTERM');
  place?.remove();
});

const part = parts(async () => {
  await keepSight(desk, 'desk');
  if (tablet) await keepSight(tablet.page, 'tablet');
  if (phone) await keepSight(phone.page, 'phone');
});
const toPart = (page, name) => button(page.getByRole('navigation', { name: t('paper.parts') }), t(`paper.${name}`)).click();
async function openPaper(page) {
  await button(page, t('table.menu')).click();
  await button(page.getByRole('dialog'), new RegExp(`^${plain(t('table.paper'))}`)).click();
  await heading(page, t('table.paper')).waitFor();
}
const row = (page, name) => group(page, name);
async function cards(page, name, typed) {
  for (const [nth, code] of typed.entries()) await row(page, name).getByRole('textbox').nth(nth).fill(code);
}
const keep = (page, name) => button(row(page, name), t('paper.keep'));

part('a table says that it works on paper; its phones and the desk know', async () => {
  await openSnapshot(desk);
  await beginSession(desk, TABLES.length);
  await seat(desk, TABLES);
  await letIn(desk, await freePort());
  const lan = await codes(desk);
  [tablet, phone] = [await device(browser, TABLET), await device(browser, PHONE)];
  await scan(tablet.page, lan.tables[1].link);
  await sit(tablet.page, 'scribe');
  await scan(phone.page, lan.tables[1].link);
  await sit(phone.page, 'Ada');
  await leadTo(desk, 'samenbrengen');
  await openPaper(tablet.page);
  await tablet.page.getByRole('switch', { name: t('table.paper_on') }).click();
  await heading(phone.page, t('phone.paper')).waitFor();
  await toDesk(desk, t('desk.page.devices'));
  await see(desk.getByRole('article').filter({ hasText: t('table.number', { n: 1 }) }).getByText(t('lan.paper')));
});

part('votes by code: a code that is none says so, at once', async () => {
  await toTable(desk, table);
  await openPaper(desk);
  await toPart(desk, 'votes');
  await cards(desk, 'Bram', ['P1', 'p 4', 'Q9']);
  await read(desk, t('paper.wrong', { code: 'Q9' }));
  assert.ok(await keep(desk, 'Bram').isDisabled());
  await cards(desk, 'Bram', ['P1', 'P4', 'P7']);
  await keep(desk, 'Bram').click();
  await read(row(desk, 'Bram'), t('gather.has_voted'));
  await cards(desk, t('paper.of_table'), ['P1', 'P4', 'P7']);
  await keep(desk, t('paper.of_table')).click();
  await button(desk, t('gather.fix')).click();
  await read(desk, t('paper.choice_fixed', { codes: 'P1, P4, P7' }));
});

part('notes with the card that they came from, one after another by keyboard', async () => {
  await leadTo(desk, 'grasduinen');
  await toTable(desk, table);
  await openPaper(desk);
  await toPart(desk, 'notes');
  for (const { kind, code, text: words } of NOTES) {
    await button(group(desk, t('paper.kind')), new RegExp(t(`note.${kind}`))).click();
    await desk.keyboard.type(code);
    await desk.keyboard.press('Enter');
    await desk.keyboard.type(words);
    await desk.keyboard.press('Enter');
    await see(desk.getByRole('listitem').filter({ hasText: words }));
  }
});

part('clusters and ideas by number, on the tablet', async () => {
  const { page } = tablet;
  await leadTo(desk, 'convergeren');
  await toPart(page, 'clusters');
  await field(page, t('converge.name_label')).fill('Wat papier kan');
  await field(page, t('paper.numbers')).fill('1-2');
  await read(page, NOTES[0].text);
  await field(page, t('paper.numbers')).fill('1, 2, 9');
  await read(page, t('paper.no_note', { numbers: '9' }));
  await field(page, t('paper.numbers')).fill('1-2');
  await button(page, t('paper.cluster_add')).click();
  await see(page.getByRole('listitem').filter({ hasText: 'Wat papier kan' }));
  await toPart(page, 'ideas');
  await field(page, t('paper.idea_from')).selectOption({ label: 'Wat papier kan' });
  await field(page, t('converge.idea_text')).fill('Een kaartje op elke keukentafel');
  await page.keyboard.press('Enter');
  await see(page.getByRole('listitem').filter({ hasText: 'Een kaartje op elke keukentafel' }));
});

part('everything stands in the session, with where it came from', async () => {
  await until('all is safe', async () => (await tablet.page.getByText(t('kit.safe')).count()) > 0);
  const path = join(place.path, readdirSync(place.path).find((name) => name.endsWith('.bijeenkomst')));
  await program.kill('SIGTERM');
  regio('session', 'verify', path);
  const { entities } = JSON.parse(regio('session', 'show', path, '--json'));
  const of = (sort) => entities.filter(({ entity }) => entity.type === sort).map(({ entity }) => entity.value);
  const [at] = of('table').filter((one) => one.id === 1);
  assert.deepEqual([at.paper, at.fixed, at.chosen], [true, true, ['p1', 'p4', 'p7']]);
  assert.deepEqual(of('vote').map((one) => one.perspectives.sort()), [['p1', 'p4', 'p7']]);
  const notes = NOTES.map(({ text: words }) => of('note').filter((one) => one.text === words));
  assert.deepEqual(notes.map((found) => found.length), [1, 1, 1]);
  assert.deepEqual(notes.map(([note]) => [note.origin.type, note.origin.observation ?? note.origin.story]), [['observation', 'p4.o2'], ['story', 218], ['table', undefined]]);
  const [cluster] = of('cluster');
  assert.equal(cluster.name, 'Wat papier kan');
  assert.deepEqual(notes.map(([note]) => note.cluster === cluster.id), [true, true, false]);
  assert.deepEqual(of('idea').map((one) => [one.text, one.clusters]), [['Een kaartje op elke keukentafel', [cluster.id]]]);
  assert.deepEqual(errors.filter((error) => !/WebSocket|ERR_/.test(error)), []);
});
