// A session in the middle of its afternoon, with a table at every step, and all its screens by their address.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESK, TABLE } from './browser.mjs';
import { folder, regio, root } from './program.mjs';

const MINUTE = 60_000;

/** What comes after the whole afternoon, so that there is something to see at every step: minutes ago, and the command. */
const AFTER = [
  [9, { type: 'add_table', table: 7 }],
  [9, { type: 'move_tables', tables: [], step: 'browse' }],
  [9, { type: 'move_tables', tables: [1], step: 'own' }],
  [9, { type: 'move_tables', tables: [2, 6], step: 'gather' }],
  [9, { type: 'move_tables', tables: [4, 7], step: 'converge' }],
  [9, { type: 'move_tables', tables: [5], step: 'change' }],
  [9, { type: 'start_timer', minutes: 45 }],
  [8, { type: 'reopen_choice', table: 6 }],
  [8, { type: 'show_votes', table: 6, shown: false }],
  [8, { type: 'choose', table: 6, perspectives: ['p1', 'p11'] }],
  [8, { type: 'close_dots', table: 4, closed: false }],
  [7, { type: 'set_ready', table: 5, ready: false }],
  [4, { type: 'ask_help', table: 2, about: 'Mogen we ook vier perspectieven kiezen?' }],
  [1, { type: 'send_message', id: 'm-last', tables: [6], text: 'Nog tien minuten, neem rustig de tijd.' }],
];

/** The folder with the filled session; `first` is what it holds, to find ids. */
export function filled() {
  const place = folder();
  const session = join(place.path, 'Oost-Groningen.bijeenkomst');
  const lines = readFileSync(join(root, 'fixtures/sessions/afternoon.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const late = Date.now() - 10 * MINUTE - lines.at(-1).at;
  for (const line of lines) line.at += late;
  AFTER.forEach(([ago, command], nth) => lines.push({ id: `after-${nth}`, at: Date.now() - ago * MINUTE, command }));
  writeFileSync(join(place.path, 'commands.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  regio('session', 'new', '--snapshot', join(place.path, 'Ronde 2.momentopname'), '--tables', '6', '--region', 'Oost-Groningen', '--out', session);
  regio('session', 'apply', session, join(place.path, 'commands.jsonl'));
  const { entities } = JSON.parse(regio('session', 'show', session, '--json'));
  const first = (type, table) => entities.find(({ entity }) => entity.type === type && entity.value.table === table && entity.value.left !== true && !entity.value.merged_into).entity.value;
  return { ...place, session, first };
}

/** Sorts of sheets whose screens differ. */
const PRINTED = ['all', 'join', 'brochure', 'cards', 'votes', 'poster', 'overview'];

const PARTS = ['ideas', 'proposal', 'for_whom', 'start_small', 'first_step', 'already', 'needs', 'satisfied', 'story_in_a_year', 'touched', 'saw', 'pitch', 'name'];

/** All screens: a name, an address, a size, and sometimes what to tap there. */
export function screens({ first }) {
  const desk = (name, address, tap) => ({ name: `desk-${name}`, address: `desk${address}`, size: DESK, tap });
  const table = (name, number, address, tap) => ({ name, address: `table/${number}/${address}`, size: TABLE, tap });
  return [
    desk('room', ''), desk('room-help', '', /^(Uitleg|Explanation)$/), desk('message', '/message'), desk('step', '/step/converge'), desk('table', '/table/5'),
    desk('agenda', '/agenda'), desk('people', '/people'), desk('perspectives', '/perspectives/p4'), desk('posters', '/posters'), desk('poster', '/posters/5'),
    desk('about', '/about'),
    ...PRINTED.map((kind) => ({ ...desk(`print-${kind}`, `/print/${kind}`), wait: 2500 })),
    table('own', 1, ''), table('own-write', 1, `write/x00000000000000000000/${first('participant', 1).id}`), table('own-read', 1, `read/${first('experience', 1).id}`),
    table('gather-fixed', 2, ''), table('gather-cards', 6, 'cards'), table('gather-seen', 6, 'p1/p1.o1'), table('gather-cells', 6, 'p4/p4.o2'),
    table('gather-guess', 6, 'p2/p2.o1'), table('gather-round', 6, 'vote'), table('gather-ballot', 6, `vote/${first('participant', 6).id}`),
    table('browse-list', 3, 'browse/p4'), table('browse-pick', 3, 'browse/p4,p4.o1/p=all;k=p4.o1,0,0'), table('browse-search', 3, 'browse/p4/p=all;q=juf'),
    table('browse-filter', 3, 'browse/p4', /^\+ filter$/), table('browse-story', 3, `browse/p4/-/story/${first('read', 3).story}`),
    table('browse-note', 3, `browse/p4/-/story/${first('read', 3).story}`, /^(Kans|Opportunity)$/),
    table('converge', 4, ''), table('converge-empty', 7, ''), table('converge-note', 4, `note/${first('note', 4).id}`),
    table('converge-cluster', 4, `cluster/${first('cluster', 4).id}`), table('converge-idea', 4, `idea/${first('idea', 4).id}`), table('converge-new-idea', 4, 'idea/new'),
    table('converge-new-note', 4, 'note/new'), table('vote', 4, 'vote'), table('vote-person', 4, `vote/${first('participant', 4).id}`),
    table('vote-result', 4, 'vote', /^(Sluiten en de stippen|Close and)/), table('vote-again', 4, 'vote', /^(Stemming weer openen|Open the vote again)$/),
    ...PARTS.map((part) => table(`change-${part}`, 5, part)),
    table('change-poster', 5, 'name/poster'), table('change-trace', 5, 'proposal/trace'),
  ];
}

/** Goes to a screen and waits until it stands still. */
export async function show(page, screen) {
  await page.setViewportSize(screen.size);
  // What lies over the screen closes first: closing moves the address too.
  while (await page.getByRole('dialog').count()) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(60);
  }
  await page.evaluate((address) => (location.hash = `#/${address}`), screen.address);
  await page.getByRole('heading').first().waitFor();
  if (screen.tap) {
    await page.waitForTimeout(250);
    await page.getByRole('button', { name: screen.tap }).first().click();
  }
  await page.waitForTimeout(screen.wait ?? 450);
}
