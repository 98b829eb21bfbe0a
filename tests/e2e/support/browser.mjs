// Chromium without a screen.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

export const DESK = { width: 1440, height: 900 };
export const TABLE = { width: 1280, height: 860 };

/** A page whose errors make the test fail; of `context`, where something of this browser must be kept between two pages. */
export async function openPage(browser, size = DESK, context = undefined) {
  const page = context ? await context.newPage() : await browser.newPage({ viewport: size, locale: 'nl-NL' });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.setDefaultTimeout(20_000);
  return { page, errors };
}

/** Keeps what stands on the screen when a test fails, as picture and as words, in the folder REGIOTAFEL_SIGHT. */
export async function keepSight(page, name = 'failed') {
  const folder = process.env.REGIOTAFEL_SIGHT;
  if (!folder) return;
  await page.screenshot({ path: `${folder}/${name}.png` }).catch(() => {});
  await page.locator('body').ariaSnapshot().then((words) => writeFileSync(`${folder}/${name}.txt`, `${page.url()}\n${words}`)).catch(() => {});
}
