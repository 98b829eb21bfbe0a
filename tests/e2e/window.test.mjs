// The real window: it opens on the fixture snapshot and begins a session.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Builder, By, Key, until } from 'selenium-webdriver';
import { folder, windowBinary } from './support/program.mjs';

const PORT = 4461;
const own = [];
let place;
let display;

before(async () => {
  place = folder();
  display = process.env.DISPLAY ?? (await xvfb());
  const driver = spawn('WebKitWebDriver', [`--port=${PORT}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: display, TAURI_WEBVIEW_AUTOMATION: 'true' },
    stdio: 'ignore',
  });
  own.push(driver);
  for (let tries = 0; tries < 50; tries += 1) {
    if (await fetch(`http://127.0.0.1:${PORT}/status`).then((answer) => answer.ok, () => false)) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error('the WebDriver did not start');
});

after(() => {
  for (const child of own) child.kill('SIGTERM');
  place.remove();
});

function xvfb() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  own.push(child);
  return new Promise((found) => child.stdio[3].once('data', (number) => found(`:${String(number).trim()}`)));
}

test('the window opens the fixture, begins a session and shows its tables', { timeout: 120_000 }, async () => {
  const browser = await new Builder()
    .usingServer(`http://127.0.0.1:${PORT}`)
    .withCapabilities({ browserName: 'wry', 'webkitgtk:browserOptions': { binary: windowBinary, args: ['--folder', place.path] } })
    .build();
  try {
    const find = (xpath) => browser.wait(until.elementLocated(By.xpath(xpath)), 20_000);
    await (await find("//button[contains(@aria-label, 'Ronde 2')]")).click();
    await find("//*[contains(text(), '4.981 ervaringen')]");
    await (await find("//option[contains(., 'Oost-Groningen')]")).click();
    await (await find("//button[contains(., 'Bijeenkomst beginnen')]")).click();
    await find("//h2[contains(., 'Tafel 6')]");
    const text = await (await find('//body')).getText();
    assert.match(text, /6 tafels/);
    assert.match(text, /4\.981 ervaringen/);
    // One key shows a table full screen, another the desk again.
    await browser.actions().keyDown(Key.ALT).sendKeys('3').keyUp(Key.ALT).perform();
    await find("//h1[contains(., 'Tafel 3')]");
    await browser.actions().sendKeys(Key.F2).perform();
    await find("//h2[contains(., 'Tafel 6')]");
  } catch (error) {
    // What the window looked like says more than the error.
    mkdirSync('results', { recursive: true });
    writeFileSync('results/window.png', await browser.takeScreenshot(), 'base64');
    throw error;
  } finally {
    await browser.quit();
  }
});
