/** Charts for an observation: those of its pattern, and those of one or two questions for an observation of one's own. */
import type { ChartSpec } from '../../generated/ChartSpec';
import type { PatternChart } from '../../generated/PatternChart';
import type { PatternKey } from '../../generated/PatternKey';
import type { PatternLine } from '../../generated/PatternLine';
import type { Question } from '../../generated/Question';

/** Five ranges of a slider, the outer ones in the words of its ends. */
const BOUNDS: [number, number][] = [[0, 19], [20, 39], [40, 60], [61, 80], [81, 100]];

/** The chart of a question, or of two questions beside each other; `null` where there is none. */
export function chartOf(question: Question, beside: Question | null): ChartSpec | null {
  const { type } = question.kind;
  if (type === 'text') return null;
  if (question.kind.type === 'slider') {
    const { left, right } = question.kind;
    const bins = BOUNDS.map(([from, to], n): [number, number, string] => [from, to, n === 0 ? `${left} (${from}–${to})` : n === BOUNDS.length - 1 ? `${right} (${from}–${to})` : `${from}–${to}`]);
    return { type: 'ranges', question: question.id, bins, within: [] };
  }
  if (beside && (beside.kind.type === 'choice' || beside.kind.type === 'several') && beside.id !== question.id) {
    return { type: 'cells', rows: question.id, only_rows: [], columns: beside.id, only_columns: [], within: [] };
  }
  return { type: 'spread', question: question.id, only: [], within: [] };
}

/** Whether two charts are made the same way. */
export function sameSpec(one: ChartSpec | null, other: ChartSpec | null): boolean {
  return canonical(one) === canonical(other);
}

/** Whether a pattern is kept under this key; a key without options is of all options. */
export function isOf(line: PatternLine, key: PatternKey): boolean {
  const all = key.one_option === undefined && key.other_option === undefined;
  return (
    line.key.one === key.one && line.key.other === key.other && line.key.within === key.within &&
    (all || (line.key.one_option === key.one_option && line.key.other_option === key.other_option))
  );
}

/** Each chart once. */
export function once(charts: PatternChart[]): PatternChart[] {
  return charts.filter((chart, n) => charts.findIndex((other) => sameSpec(other.spec, chart.spec)) === n);
}

/** The same words for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
