// From real survey exports to published snapshots, through the screens only; and every stage for everybody.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { axe, sideways, violations } from './support/access.mjs';
import { keepSight, openBrowser, openPage } from './support/browser.mjs';
import { beginDraft, decideNames, describeSnapshot, keepAll, leaveOutProposed, mergeAndSplit, mustDo, publish, readExport, takeIn, toStage, withdraw } from './support/prepare.mjs';
import { parts } from './support/parts.mjs';
import { makePerspective } from './support/perspective.mjs';
import { regio, root, serve } from './support/program.mjs';

// What a person says that the columns are, in the order of the file. One in ten may be proposed otherwise.
const ONE = /^één antwoord$/;
const MIDWEST = { file: 'MIDWEST.csv', encrypted: false, rows: 2778, kinds: [/^wie antwoordde|niet overnemen$/, /^de ervaring|open vraag$/, ONE, /^meer antwoorden$/, /^niet overnemen$/, ONE, ONE, ONE, ONE, ONE] };
const FLYING = { file: 'flying-etiquette.csv', encrypted: true, rows: 1040, kinds: [/^wie antwoordde|niet overnemen$/, ...Array(26).fill(ONE)] };

let place;
let program;
let browser;
let page;
let errors;
/** Places of the last draft: patterns, observations and stories that can be opened. */
let made = [];

before(async () => {
  place = mkdtempSync(join(tmpdir(), 'regiotafel-prepare-'));
  for (const { file } of [MIDWEST, FLYING]) copyFileSync(join(root, 'fixtures/exports', file), join(place, file));
  program = await serve(place);
  browser = await openBrowser();
  ({ page, errors } = await openPage(browser));
  await page.addInitScript(axe);
  await page.goto(program.address);
  // The address holds the token until the page is in.
  await page.getByRole('heading', { name: 'Welkom' }).waitFor();
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGTERM');
  if (place) rmSync(place, { recursive: true, force: true });
});

const part = parts(() => keepSight(page), 300_000);

for (const survey of [MIDWEST, FLYING]) {
  let taken = 0;
  part(`${survey.file}: a draft, the columns, and taking it in`, async () => {
    await page.evaluate(() => (location.hash = '#/home'));
    await beginDraft(page, `Proef ${survey.file}`);
    const columns = await readExport(page, survey.file);
    assert.equal(columns.length, survey.kinds.length, JSON.stringify(columns, null, 1));
    const wrong = columns.filter((column, at) => !survey.kinds[at].test(column.what));
    assert.ok(wrong.length <= survey.kinds.length / 10, JSON.stringify(wrong, null, 1));
    taken = await takeIn(page);
    assert.ok(taken > survey.rows * 0.95 && taken <= survey.rows, `${taken} of ${survey.rows}`);
  });
  part(`${survey.file}: clean, names, questions`, async () => {
    await keepAll(page);
    await withdraw(page, 12);
    await decideNames(page);
    await mergeAndSplit(page);
    await leaveOutProposed(page);
  });
  part(`${survey.file}: two observations with two interpretations each, in a perspective`, async () => {
    assert.ok((await mustDo(page)).length > 0, 'without perspectives nothing is published');
    made = await makePerspective(page);
  });
  part(`${survey.file}: publishing, and what the file says of itself`, async () => {
    await describeSnapshot(page, { theme: 'Wat mensen vinden.', set: 'proef', provenance: 'Een openbare vragenlijst.' });
    assert.deepEqual(await mustDo(page), []);
    const { path, hash, words } = await publish(page, survey.encrypted);
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.equal(words.length, survey.encrypted ? 6 : 0);
    const secret = join(place, 'woorden.txt');
    writeFileSync(secret, words.join(' '));
    const info = JSON.parse(regio('snapshot', 'info', path, '--json', ...(survey.encrypted ? ['--passphrase', secret] : [])));
    assert.equal(info.stories, taken);
    assert.equal(info.hash, hash);
    assert.equal(info.perspectives.length ?? info.perspectives, 1);
    assert.match(regio('snapshot', 'check', path, ...(survey.encrypted ? ['--passphrase', secret] : [])), /./);
  });
}

part('every stage, in both languages and on a small laptop', async (context) => {
  const PLACES = ['overview', 'overview/log', 'intake', 'clean', 'clean/all', 'clean/every', 'clean/every/12', 'clean/out', 'masks', 'masks/all/story/1', 'questions', 'questions/scope', 'questions/uses', 'questions/new', 'patterns', 'observations', 'perspectives', 'publish'];
  const look = async (name) => {
    await page.waitForTimeout(400);
    const wrong = [...(await violations(page)), ...(await sideways(page))];
    await context.test(name, () => assert.deepEqual(wrong, []));
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The columns of an export are looked at as well.
  await toStage(page, 'Inlezen');
  await readExport(page, MIDWEST.file);
  for (const language of ['nl', 'en']) {
    await page.evaluate((wanted) => localStorage.setItem('regiotafel.language', wanted), language);
    await page.reload();
    for (const size of [{ width: 1440, height: 900 }, { width: 1024, height: 768 }]) {
      await page.setViewportSize(size);
      for (const where of [...PLACES, ...made]) {
        await page.evaluate((to) => (location.hash = `#/prepare/${to}`), where);
        await page.getByRole('heading').first().waitFor();
        await look(`${where} in ${language} at ${size.width}`);
      }
    }
  }
  assert.deepEqual(errors, []);
});
