// The words on the screens by their keys, out of the same files as the screens have them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './program.mjs';

function wordsOf(language) {
  const folder = join(root, 'assets/locales', language);
  const all = Object.assign({}, ...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  return (key, values = {}) => {
    const chosen = values.n === 1 && `${key}.one` in all ? `${key}.one` : key;
    if (!(chosen in all)) throw new Error(`there are no words behind ${chosen}`);
    return all[chosen].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/** The words of each language. */
export const words = { nl: wordsOf('nl'), en: wordsOf('en') };
export const t = words.nl;
