// Converge: notes to clusters, clusters to ideas, dots.
import { begins, button, count, dialog, field, gone, group, heading, plain, read, region, see, until } from './find.mjs';

const board = (page) => group(page, 'Notities in groepen');
const card = (page, note) => button(board(page), new RegExp(`^${note.kind}: ${plain(note.text)}. Ligt in: `));
const column = (page, name) => region(board(page), name);
const inside = (page, name, notes) => count(column(page, name).getByRole('button', { name: /Ligt in: / }), notes);
const NEW = /Leg hier neer om een nieuw cluster te beginnen/;

/** A note that comes up only now. */
export async function addNote(page, note) {
  await button(page, '+ Notitie').click();
  const made = dialog(page, 'Nieuwe notitie');
  await button(made, new RegExp(note.kind)).click();
  await field(made, 'De notitie').fill(note.text);
  await button(made, 'Notitie toevoegen').click();
  await gone(made);
  await see(card(page, note));
}

/** Five notes into two clusters, by tap, by keyboard and by drag; then the clusters get their names. So many others stay loose. */
export async function cluster(page, table, loose = 0) {
  const [one, two, three, four] = table.notes;
  const [first, second] = table.clusters;
  // By tap; what else can be done with a note is one tap further.
  await card(page, one).click();
  await button(page, 'Meer met deze notitie').click();
  await read(dialog(page, one.kind), 'Waar komt dit vandaan?');
  await dialog(page, one.kind).press('Escape');
  await gone(dialog(page, one.kind));
  await card(page, one).click();
  await button(board(page), NEW).click();
  await inside(page, 'nog geen naam', 1);
  await name(page, first);
  await card(page, two).click();
  await button(column(page, first), 'Leg hier neer').click();
  await inside(page, first, 2);
  // By keyboard: past the first cluster to a new one.
  await card(page, three).focus();
  for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await inside(page, 'nog geen naam', 1);
  await name(page, second);
  // By drag.
  await drag(page, card(page, four), column(page, second));
  await inside(page, second, 2);
  await card(page, table.late).click();
  await button(column(page, second), 'Leg hier neer').click();
  await inside(page, second, 3);
  await inside(page, 'Nog los', loose);
}

async function name(page, words) {
  const place = field(column(page, 'nog geen naam'), 'Naam van dit cluster');
  await place.fill(words);
  await place.press('Enter');
  await see(column(page, words));
}

async function drag(page, what, where) {
  await what.scrollIntoViewIfNeeded();
  const from = await what.boundingBox();
  const to = await where.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2 + 20, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 60, { steps: 8 });
  await page.mouse.up();
}

/** Takes a note apart, puts it back, and goes one step back and forth. */
export async function splitAndMerge(page, table) {
  const [, second] = table.clusters;
  const more = (of) => button(page, `Meer met cluster: ${of}`);
  await more(second).click();
  await dialog(page, second).getByRole('checkbox').last().check();
  await button(dialog(page, second), 'Maak een nieuw cluster van 1 notitie').click();
  await gone(dialog(page, second));
  await inside(page, second, 2);
  await inside(page, 'nog geen naam', 1);

  await more('nog geen naam').click();
  await button(dialog(page, 'nog geen naam'), begins(second)).click();
  await inside(page, second, 3);
  await count(column(page, 'nog geen naam'), 0);

  await button(board(page).locator('xpath=..'), 'Ongedaan maken (Ctrl+Z)').click();
  await inside(page, 'nog geen naam', 1);
  await button(page, 'Opnieuw doen (Ctrl+Shift+Z)').click();
  await inside(page, second, 3);
  await count(column(page, 'nog geen naam'), 0);
}

export async function haveIdeas(page, table) {
  for (const idea of table.ideas) {
    await button(column(page, table.clusters[idea.from]), '+ idee uit dit cluster').click();
    const made = dialog(page, 'Nieuw idee');
    await field(made, 'Het idee').fill(idea.text);
    await button(made, idea.theme).click();
    await button(made, 'Idee toevoegen').click();
    await gone(made);
    await see(button(column(page, table.clusters[idea.from]), `Idee · ${idea.text}`));
  }
}

/** Dots of one person after another, seen by nobody until the table closes the vote. */
export async function giveDots(page, table) {
  await button(page, 'Stippen geven').click();
  for (const [who, dots] of Object.entries(table.dots)) {
    await button(page, begins(who)).click();
    await heading(page, `Stippen van ${who}`).waitFor();
    for (const [nth, of] of dots.entries()) {
      if (of > 0) await button(page, `${of} ${of === 1 ? 'stip' : 'stippen'} op: ${table.ideas[nth].text}`).click();
    }
    await read(page, dots[0] + dots[1] === 3 ? 'Alle stippen zijn gegeven' : `Nog ${3 - dots[0] - dots[1]} stip${dots[0] + dots[1] === 2 ? '' : 'pen'}`);
    await button(page, 'Klaar, geef door').click();
    await see(button(page, `${who} · ✓ geweest`));
  }
  await button(page, '‹ Terug naar de clusters').click();
  await count(page.getByRole('img', { name: /stip/ }), 0);
  await button(page, 'Stippen geven').click();
  await read(page, '2 mensen zijn geweest.');
  await button(page, 'Sluiten en de stippen laten zien').click();
  await heading(page, 'Zo stemde de tafel').waitFor();
  const sums = [0, 1].map((nth) => Object.values(table.dots).reduce((sum, dots) => sum + dots[nth], 0));
  for (const [nth, sum] of sums.entries()) {
    const line = page.getByRole('listitem').filter({ hasText: table.ideas[nth].text });
    await see(line.getByRole('img', { name: `${sum} stippen` }));
  }
  await until('the best stands first', async () => (await page.getByRole('main').getByRole('listitem').first().innerText()).includes(table.best));
  await button(page, '‹ Terug naar de clusters').click();
  await seeClusters(page, table);
}

export async function seeClusters(page, table) {
  await inside(page, table.clusters[0], 2);
  await inside(page, table.clusters[1], 3);
}
