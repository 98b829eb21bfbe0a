/** How many stories each answer of the filter would leave, counted from the stories of each answer alone. */
import type { Filter } from '../../generated/Filter';
import type { SnapshotView } from '../../generated/SnapshotView';
import type { Reading } from './place';
import { choicesOf, GOOD_BOUNDS, LENGTH_BOUNDS, questionOf } from './reading';

/** The stories of each answer, by `question.option`. */
export type Facets = ReadonlyMap<string, ReadonlySet<number>>;

/** The questions of the filter, in the order of the dialog. */
export const filterQuestions = (snapshot: SnapshotView | null): string[] => {
  const uses = snapshot?.about.uses;
  return uses ? [uses.voice, uses.education, uses.feeling, uses.region].filter((one) => one !== null) : [];
};

/** The filter for each answer alone. */
export function facetFilters(snapshot: SnapshotView | null): [string, Filter][] {
  const none = { conditions: [], min_words: null, max_words: null };
  const list: [string, Filter][] = [];
  for (const question of filterQuestions(snapshot)) {
    for (const { id } of choicesOf(questionOf(snapshot, question))) {
      list.push([`${question}.${id}`, { ...none, conditions: [{ question, test: { type: 'any_of', options: [id] } }] }]);
    }
  }
  const good = snapshot?.about.uses.good;
  if (good) {
    for (const [range, [from, to]] of Object.entries(GOOD_BOUNDS)) list.push([`good.${range}`, { ...none, conditions: [{ question: good, test: { type: 'range', from, to } }] }]);
  }
  for (const [length, [min_words, max_words]] of Object.entries(LENGTH_BOUNDS)) list.push([`length.${length}`, { ...none, min_words, max_words }]);
  return list;
}

/** The answers that are on, by the group in which they stand: within a group one of them, over groups all. */
function groupsOf(reading: Reading): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [question, options] of Object.entries(reading.answers)) {
    if (options.length > 0) groups.set(question, options.map((one) => `${question}.${one}`));
  }
  if (reading.good) groups.set('good', [`good.${reading.good}`]);
  if (reading.length) groups.set('length', [`length.${reading.length}`]);
  return groups;
}

/** How many of `base` an answer of a group has, when what is on in the other groups stays on. */
export function facetCount(base: readonly number[], facets: Facets, reading: Reading, group: string, key: string): number {
  const others = [...groupsOf(reading)].filter(([one]) => one !== group).map(([, keys]) => keys);
  const own = facets.get(key);
  if (!own) return 0;
  return base.filter((id) => own.has(id) && others.every((keys) => keys.some((one) => facets.get(one)?.has(id)))).length;
}
