import type { ChartOf } from '../../generated/ChartOf';
import type { SetView } from '../../generated/SetView';

/** Where a table is within gathering. */
export type Where =
  | { at: 'cards' }
  | { at: 'fixed' }
  | { at: 'round' }
  | { at: 'ballot'; who: string }
  | { at: 'observation'; perspective: SetView; observation: ChartOf; index: number };

/** The ballot of the next voter who gives no name. */
export const NAMELESS = 'next';

/** Reads the address. What is not known (any more) leads to the cards, never to an empty screen. */
export function where(place: string[], set: SetView[], fixed: boolean): Where {
  const [first, second] = place;
  if (first === 'vote') return second === undefined ? { at: 'round' } : { at: 'ballot', who: second };
  const perspective = set.find((one) => one.id === first);
  if (perspective) {
    const index = Math.max(0, perspective.observations.findIndex((one) => one.id === second));
    const observation = perspective.observations[index];
    if (observation) return { at: 'observation', perspective, observation, index };
  }
  return fixed && first !== 'cards' ? { at: 'fixed' } : { at: 'cards' };
}
