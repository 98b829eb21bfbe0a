// A draft in the middle of its work, out of an invented export, and all its screens by their address.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESK } from './browser.mjs';
import { regio, root } from './program.mjs';

const EXPORT = 'schoolervaringen.csv';
const SAID = [
  ['Wie zich gehoord voelde, vertelt vaker iets goeds.', 'Gehoord worden maakt een ervaring goed.', 'Na een goede afloop denkt iemand milder terug.'],
  ['Wie blij of trots is, voelde zich vaker gehoord.', 'Wie gehoord wordt, durft trots te zijn.', 'Blijdschap kleurt hoe iemand terugkijkt.'],
  ['Goede ervaringen noemen vaker hulp van de leraar.', 'Leraren zijn er op het juiste moment.', 'Wie iets goeds vertelt, noemt eerder een naam.'],
];

/** Makes the draft in a folder, with the export beside it; gives its path and the places that can be opened in it. */
export function drafted(folder) {
  const path = join(folder, 'Schoolervaringen.voorbereiding');
  copyFileSync(join(root, 'fixtures/exports', EXPORT), join(folder, EXPORT));
  regio('intake', join(folder, EXPORT), '--out', path, '--where-bad', 'skip', '--name', 'Schoolervaringen Oost-Groningen');
  const ask = (question) => JSON.parse(regio('prepare', 'ask', path, JSON.stringify(question)));
  const everything = { filter: { conditions: [] }, triage: 'all', hide_chance: false, hide_follows: true, hide_background: true, limit: 9 };
  const patterns = ask({ type: 'patterns', query: everything }).value.lines;
  const commands = [];
  SAID.forEach(([text, ...rivals], nth) => {
    const line = patterns[nth];
    const id = `o${nth}`;
    const chart = ask({ type: 'pattern', key: line.pattern.key, filter: everything.filter }).value.others[0].spec;
    commands.push({ type: 'add_observation', id, text, strength: 3, chart, pattern: line.key });
    rivals.forEach((words, at) => commands.push({ type: 'add_interpretation', id: `${id}i${at}`, observation: id, text: words }));
  });
  commands.push({ type: 'add_perspective', id: 'p0', name: 'Wie helpt er?', observations: ['o0', 'o1'], x: 20, y: 20 });
  commands.push({ type: 'change_perspective', id: 'p0', name: 'Wie helpt er?', short: 'Hulp', question: 'Wie maakt dat het goed gaat?' });
  commands.push({ type: 'set_support', id: 'p0', stories: [1, 4, 8] });
  commands.push({ type: 'judge', stories: [23], verdict: { type: 'leave_out', reason: 'withdrawn' } });
  const file = join(folder, 'preparing.jsonl');
  writeFileSync(file, commands.map((command, nth) => JSON.stringify({ id: `drafted-${nth}`, command })).join('\n'));
  regio('prepare', 'apply', path, file);
  return { path, file: EXPORT, pattern: patterns[0].pattern.key };
}

const PLACES = [
  'overview', 'overview/log', 'intake', 'clean', 'clean/every', 'clean/every/4', 'clean/out', 'masks', 'masks/all/story/1', 'questions', 'questions/scope', 'questions/uses', 'questions/new',
  'patterns', 'patterns/beside', 'observations', 'observations/o0', 'perspectives', 'perspectives/list', 'perspectives/p0/support', 'publish',
];

/** All screens of preparing: a name, an address and a size. */
export const stages = (draft) => [...PLACES, `patterns/open/${encodeURIComponent(draft.pattern.replaceAll('/', '~'))}`].map((place, nth) => ({
  name: `prepare-${nth < PLACES.length ? place.replaceAll('/', '-') : 'pattern'}`, address: `prepare/${place}`, size: DESK,
}));
