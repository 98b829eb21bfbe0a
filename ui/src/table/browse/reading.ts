/** From what a table chose to the question for the list, and to the words on the screen. */
import type { ChartCell } from '../../generated/ChartCell';
import type { Condition } from '../../generated/Condition';
import type { Filter } from '../../generated/Filter';
import type { Question } from '../../generated/Question';
import type { SnapshotView } from '../../generated/SnapshotView';
import type { StoryPool } from '../../generated/StoryPool';
import type { StoryQuery } from '../../generated/StoryQuery';
import { observationOf } from '../../kit/trace/words';
import { t } from '../../words';
import { EVERYTHING, type GoodRange, type Length, type Pick, type PoolName, type Reading } from './place';

/** The slider in three: bounds that overlap nowhere and leave nothing out. */
export const GOOD_BOUNDS: Readonly<Record<GoodRange, readonly [number, number]>> = { low: [0, 33], mid: [34, 66], high: [67, 100] };
/** The words of a short, medium and long story; `null` is no bound. */
export const LENGTH_BOUNDS: Readonly<Record<Length, readonly [number | null, number | null]>> = { short: [null, 99], medium: [100, 250], long: [251, null] };

export const EVERY_RANGE: readonly GoodRange[] = ['low', 'mid', 'high'];
export const EVERY_LENGTH: readonly Length[] = ['short', 'medium', 'long'];

export const choicesOf = (question: Question | undefined): { id: string; label: string }[] =>
  question && (question.kind.type === 'choice' || question.kind.type === 'several') ? question.kind.choices : [];

export const questionOf = (snapshot: SnapshotView | null, id: string | null): Question | undefined => snapshot?.questions.find((one) => one.id === id);

/** The words of the slider: its left end, between, its right end. */
export function goodWords(question: Question | undefined, range: GoodRange): string {
  if (question?.kind.type !== 'slider') return t(`browse.good.${range}`, { left: '', right: '' });
  return t(`browse.good.${range}`, { left: question.kind.left, right: question.kind.right });
}

/** Without the bar that was tapped: what charts are worked out for. */
export function filterOf(reading: Reading, snapshot: SnapshotView | null): Filter {
  const conditions: Condition[] = Object.entries(reading.answers)
    .filter(([, options]) => options.length > 0)
    .map(([question, options]) => ({ question, test: { type: 'any_of', options: [...options] } }));
  const good = snapshot?.about.uses.good;
  if (reading.good && good) {
    const [from, to] = GOOD_BOUNDS[reading.good];
    conditions.push({ question: good, test: { type: 'range', from, to } });
  }
  const [min_words, max_words] = reading.length ? LENGTH_BOUNDS[reading.length] : [null, null];
  return { conditions, min_words, max_words };
}

function poolOf(pool: PoolName, perspective: string | null, table: number): StoryPool {
  if (pool === 'kept') return { type: 'kept', table };
  return pool === 'support' && perspective ? { type: 'support', perspective } : { type: 'all' };
}

/** The bar or cell that was tapped, where this snapshot has it. */
const cellOf = (pick: Pick, snapshot: SnapshotView | null): ChartCell | undefined =>
  observationOf(snapshot, pick.observation)?.chart.rows[pick.row]?.cells[pick.cell];

/** The question for a page of the list. */
export function queryOf(
  reading: Reading,
  at: { snapshot: SnapshotView | null; perspective: string | null; table: number; offset: number; limit: number },
): StoryQuery {
  const filter = filterOf(reading, at.snapshot);
  const picked = reading.pick ? cellOf(reading.pick, at.snapshot)?.select : undefined;
  return {
    pool: poolOf(reading.pool, at.perspective, at.table),
    filter: { ...filter, conditions: [...filter.conditions, ...(picked ?? [])] },
    search: reading.search.trim(),
    own_region_first: reading.ownFirst,
    order: reading.order,
    offset: at.offset,
    limit: at.limit,
  };
}

/** The bar or cell that was tapped, in words: 'Ouders · goed tot perfect'. */
function pickWords(pick: Pick, snapshot: SnapshotView | null): string {
  const chart = observationOf(snapshot, pick.observation)?.chart;
  const row = chart?.rows[pick.row]?.label ?? '';
  const column = chart?.kind === 'cells' ? (chart.columns[pick.cell] ?? '') : (chart?.counted ?? '');
  return [row, column].filter(Boolean).join(' · ');
}

/** A filter that is on: its words, and the reading without it. */
export interface Active {
  key: string;
  words: string;
  without: Reading;
}

/** All that narrows the list, in the order in which it stands in the dialog; the last one is what an empty list offers to take away. */
export function actives(reading: Reading, snapshot: SnapshotView | null): Active[] {
  const list: Active[] = [];
  if (reading.pick && cellOf(reading.pick, snapshot)) list.push({ key: 'pick', words: pickWords(reading.pick, snapshot), without: { ...reading, pick: null } });
  for (const [id, options] of Object.entries(reading.answers)) {
    const question = questionOf(snapshot, id);
    for (const option of options) {
      const label = choicesOf(question).find((one) => one.id === option)?.label ?? option;
      const rest = options.filter((one) => one !== option);
      list.push({ key: `${id}.${option}`, words: label, without: { ...reading, answers: { ...reading.answers, [id]: rest } } });
    }
  }
  if (reading.good) {
    const question = questionOf(snapshot, snapshot?.about.uses.good ?? null);
    list.push({ key: 'good', words: `${question?.short ?? ''}: ${goodWords(question, reading.good)}`, without: { ...reading, good: null } });
  }
  if (reading.length) list.push({ key: 'length', words: t(`browse.length.${reading.length}`), without: { ...reading, length: null } });
  if (reading.search.trim()) list.push({ key: 'search', words: t('browse.search_chip', { words: reading.search.trim() }), without: { ...reading, search: '' } });
  return list;
}

/** Whether anything but the tapped bar and the search narrows the stories: what a chart of the selection is about. */
export const filtered = (reading: Reading): boolean =>
  Object.values(reading.answers).some((options) => options.length > 0) || reading.good !== null || reading.length !== null;

/** A choice that asks for more than the few stories of a perspective looks in all of them. */
export const widened = (reading: Reading): Reading => (reading.pool === 'support' ? { ...reading, pool: 'all' } : reading);

/** A choice switched on or off. */
export function toggled(reading: Reading, question: string, option: string): Reading {
  const now = reading.answers[question] ?? [];
  const then = now.includes(option) ? now.filter((one) => one !== option) : [...now, option];
  return widened({ ...reading, answers: { ...reading.answers, [question]: then } });
}

/** Only the stories of one voice, of all stories: for who wants to hear somebody new. */
export const onlyVoice = (reading: Reading, question: string, option: string): Reading => ({
  ...EVERYTHING, ownFirst: reading.ownFirst, order: reading.order, pool: 'all', answers: { [question]: [option] },
});
