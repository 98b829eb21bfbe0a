// The laptop gets another address in the middle of the afternoon: devices were told of it, and find it by themselves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openBrowser, openPage } from './support/browser.mjs';
import { device, PHONE, safe, scan, sit, wrong } from './support/devices.mjs';
import { filled } from './support/filled.mjs';
import { read, until } from './support/find.mjs';
import { moveOver } from './support/lan.mjs';
import { writeOwn } from './support/phone.mjs';
import { freePort, serve } from './support/program.mjs';

let place;
let program;
let browser;

before(async () => {
  place = filled();
  program = await serve(place.session, '--lan', '127.0.0.1:0');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await program?.kill('SIGTERM');
  place?.remove();
});

test('a device goes on at another address of the laptop, without joining anew', { timeout: 90_000 }, async () => {
  const { page: desk } = await openPage(browser, DESK);
  await desk.goto(program.address);
  const phone = await device(browser, PHONE);
  try {
    const { link } = program.tables[1];
    await scan(phone.page, link);
    await sit(phone.page, { name: 'Noor', role: 'Ouders' });
    const port = await freePort();
    await moveOver(desk, port);
    await until('the phone was told', () => phone.page.evaluate((wanted) => localStorage.getItem('regiotafel.addresses')?.includes(wanted) ?? false, `127.0.0.1:${port}`));
    phone.wifi.breakOff();
    await fetch(link.split('#')[0]).then(() => assert.fail('nothing listens at the address of before'), () => {});
    phone.wifi.comeBack();
    await safe(phone.page);
    await writeOwn(phone.page, { text: 'Ook op het nieuwe adres.', wish: 'Dat het zo blijft.' });
    await safe(phone.page);
    await read(phone.page, 'Ook op het nieuwe adres.');
    assert.equal(new URL(phone.page.url()).port, new URL(link).port, 'the page is still that of the address of before');
    assert.deepEqual(wrong(phone), []);
  } finally {
    await phone.close();
  }
});
