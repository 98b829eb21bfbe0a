/** What an observation still lacks, and what is in its way. */
import type { ObservationLine } from '../../generated/ObservationLine';

/** Publishing refuses fewer interpretations of an observation. */
export const FEWEST = 2;

/** Something that an observation lacks: a sentence, a chart, interpretations, or a perspective that holds it. */
export type Missing = 'text' | 'chart' | 'interpretations' | 'perspective';

/** What is missing, in the order in which it is made. Only without a perspective an observation is still ready. */
export function missing({ observation, chart, perspective }: ObservationLine): Missing[] {
  const all: [Missing, boolean][] = [
    ['text', observation.text.trim() === ''],
    ['chart', chart === null],
    ['interpretations', observation.interpretations.length < FEWEST],
    ['perspective', perspective === null],
  ];
  return all.filter(([, is]) => is).map(([what]) => what);
}

/** How many interpretations are still needed. */
export function needed(line: ObservationLine): number {
  return Math.max(0, FEWEST - line.observation.interpretations.length);
}

/** A list with one of it moved a place; unchanged where there is no such place. */
export function moved<T>(all: T[], at: number, by: number): T[] {
  const to = at + by;
  if (at < 0 || at >= all.length || to < 0 || to >= all.length) return all;
  const rest = all.filter((_, n) => n !== at);
  return [...rest.slice(0, to), ...all.slice(at, at + 1), ...rest.slice(to)];
}
