import type { Chart } from '../../generated/Chart';

/** A row of which was guessed, with what is seen. */
export interface Difference {
  label: string;
  guessed: number;
  seen: number;
}

/** The row in which what a table expected and what is seen are furthest apart; rows that say nothing (too few) do not count. */
export function largestDifference(chart: Chart, guess: (number | null)[]): Difference | null {
  let largest: Difference | null = null;
  chart.rows.forEach((row, index) => {
    const [cell] = row.cells;
    const guessed = guess[index];
    if (!cell || cell.few === 'too_few' || guessed === null || guessed === undefined) return;
    const here = { label: row.label, guessed, seen: cell.per_hundred };
    if (!largest || Math.abs(here.guessed - here.seen) > Math.abs(largest.guessed - largest.seen)) largest = here;
  });
  return largest;
}

/** Up to here a guess was close, in points of a hundred: less than a hand can set on the track. */
export const CLOSE = 5;
