// What axe finds wrong on a page, and what sticks out of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** To be run before a page that is looked at. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the screen as it stands, in short lines. */
export async function violations(page) {
  const found = await page.evaluate(async () => {
    const options = { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    const { violations: all } = await window.axe.run(document, options);
    return all.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`));
  });
  return [...new Set(found)];
}

/** What sticks out of the window to the side. */
export const sideways = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [`sideways: ${root.scrollWidth} in ${root.clientWidth}`] : [];
  });
