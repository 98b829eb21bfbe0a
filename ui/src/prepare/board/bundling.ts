/** How observations move between perspectives, and where a new perspective finds room on the canvas. */
import type { BoardView } from '../../generated/BoardView';
import type { DraftPerspective } from '../../generated/DraftPerspective';
import type { ObservationId } from '../../generated/ObservationId';
import type { ObservationLine } from '../../generated/ObservationLine';
import type { PerspectiveId } from '../../generated/PerspectiveId';
import type { PrepareCommand } from '../../generated/PrepareCommand';

/** The width of a perspective on the canvas, in pixels. */
export const WIDTH = 256;
/** From one perspective to the next, in pixels. */
export const STEP = { x: 272, y: 300 };
/** As many perspectives beside each other. */
const COLUMNS = 3;
/** So many observations to a perspective, perspectives to a set, and supporting stories to a perspective work best. */
export const BEST = { observations: [3, 6], perspectives: [8, 12], support: [8, 12] } as const;

/** Whether a number is below, above or within what works best. */
export function measure(count: number, [least, most]: readonly [number, number]): 'few' | 'many' | 'good' {
  return count < least ? 'few' : count > most ? 'many' : 'good';
}

/** The commands that bring an observation to a perspective, or out of every one (`null`); none where it is there already. `at` is its place there, the last where not given. */
export function bundled(board: BoardView, observation: ObservationId, to: PerspectiveId | null, at?: number): PrepareCommand[] {
  const all = board.perspectives.map((one) => one.perspective);
  const from = all.find((one) => one.observations.includes(observation));
  if (to === null) return from ? [{ type: 'bundle', id: from.id, observations: from.observations.filter((one) => one !== observation) }] : [];
  const target = all.find((one) => one.id === to);
  if (!target || (from === target && at === undefined)) return [];
  const rest = target.observations.filter((one) => one !== observation);
  const observations = [...rest.slice(0, at ?? rest.length), observation, ...rest.slice(at ?? rest.length)];
  return observations.join() === target.observations.join() ? [] : [{ type: 'bundle', id: to, observations }];
}

/** The observations of a perspective in its order; those that are gone are passed over. */
export function within(board: BoardView, perspective: DraftPerspective): ObservationLine[] {
  return perspective.observations.flatMap((id) => board.observations.find((line) => line.observation.id === id) ?? []);
}

/** The observations in no perspective. */
export function loose(board: BoardView): ObservationLine[] {
  return board.observations.filter((line) => line.perspective === null);
}

/** The first place of a grid that no perspective lies upon. */
export function room(taken: { x: number; y: number }[]): { x: number; y: number } {
  for (let n = 0; ; n += 1) {
    const spot = { x: (n % COLUMNS) * STEP.x, y: Math.floor(n / COLUMNS) * STEP.y };
    if (!taken.some((one) => Math.abs(one.x - spot.x) < WIDTH && Math.abs(one.y - spot.y) < STEP.y)) return spot;
  }
}

/** A card on the canvas, in pixels. */
export interface Card {
  id: string;
  x: number;
  y: number;
  height: number;
}

/** Where the cards are shown: at their own places, moved down as far as they would lie upon one above. `held` stays where it is. */
export function settled(cards: Card[], held: string | null = null): Card[] {
  const GAP = 16;
  // Two edges may lie upon each other: no words are hidden then.
  const EDGE = 40;
  const lying: Card[] = [];
  const loose = cards.filter((card) => card.id === held);
  for (const card of cards.filter((one) => one.id !== held).sort((a, b) => a.y - b.y || a.x - b.x)) {
    let { y } = card;
    for (;;) {
      const under = lying.find((other) => Math.abs(other.x - card.x) < WIDTH - EDGE && y < other.y + other.height + GAP && other.y < y + card.height + GAP);
      if (!under) break;
      y = under.y + under.height + GAP;
    }
    lying.push({ ...card, y });
  }
  return [...lying, ...loose];
}

/** A place that stays on the canvas. */
export function onCanvas(x: number, y: number): { x: number; y: number } {
  const most = 4000;
  return { x: Math.round(Math.min(most, Math.max(0, x))), y: Math.round(Math.min(most, Math.max(0, y))) };
}
