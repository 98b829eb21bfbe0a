// Finding things as people do: by what they are and what they are called.
import assert from 'node:assert/strict';

const named = (name) => (typeof name === 'string' ? { name, exact: true } : { name });

export const button = (within, name) => within.getByRole('button', named(name));
export const link = (within, name) => within.getByRole('link', named(name));
export const heading = (within, name) => within.getByRole('heading', named(name));
export const region = (within, name) => within.getByRole('region', named(name));
export const group = (within, name) => within.getByRole('group', named(name));
export const dialog = (page, name) => page.getByRole('dialog', named(name));
export const field = (within, name) => within.getByLabel(name, { exact: true });

/** Waits until it is on the screen. */
export const see = (locator) => locator.first().waitFor({ state: 'visible' });
/** Waits until it is on the screen no more. */
export const gone = (locator) => locator.first().waitFor({ state: 'hidden' });
/** Waits until words are on the screen. */
export const read = (within, words) => see(text(within, words).filter({ visible: true }));
/** Words on the screen; a pattern meets a line break as it does a space. */
export function text(within, words) {
  if (typeof words === 'string') return within.getByText(words);
  return within.getByText(new RegExp(words.source.replace(/ /g, '\\s+').replace(/^\^/, '^\\s*').replace(/\$$/, '\\s*$'), words.flags));
}

/** Waits until something holds. */
export async function until(what, holds, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    last = await holds().catch((error) => error);
    if (last === true) return;
    if (Date.now() > end) assert.fail(`${what}: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    await new Promise((wait) => setTimeout(wait, 60));
  }
}
/** Waits until there are exactly so many. */
export const count = (locator, number) => until(`${number} of ${locator}`, async () => ((await locator.count()) === number ? true : await locator.count()));

/** A number on the screen: '1.234' is 1234. */
export const numberIn = (words) => Number(/[\d.]+/.exec(words)?.[0].replaceAll('.', ''));
/** Letters that mean something else in a pattern made plain. */
export const plain = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A name that begins with these words. */
export const begins = (words) => new RegExp(`^${plain(words)}`);
