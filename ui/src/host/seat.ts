/** The seat of this device, the same in all its tabs: two tabs of one person are one person. */
import type { Seated } from '../generated/Seated';

const SEAT = 'regiotafel.seat';
const BEFORE = 'regiotafel.seat.before';

export const seat = {
  /** The seat, where there is one. */
  read(): Seated | null {
    try {
      const kept = JSON.parse(localStorage.getItem(SEAT) ?? 'null') as Partial<Seated> | null;
      return typeof kept?.seat === 'string' && typeof kept.key === 'string' ? { seat: kept.seat, key: kept.key } : null;
    } catch {
      return null;
    }
  },
  /** Takes a seat. What the one before could not send any more is looked for under it. */
  keep(seated: Seated): void {
    const before = seat.read()?.seat;
    if (before && before !== seated.seat) localStorage.setItem(BEFORE, before);
    localStorage.setItem(SEAT, JSON.stringify({ seat: seated.seat, key: seated.key }));
  },
  /** The seat that this device had before, where its words may still wait. */
  before: (): string | null => localStorage.getItem(BEFORE),
  /** Those words were taken over. */
  forgetBefore: (): void => localStorage.removeItem(BEFORE),
  /** Gives the seat up; with `looked` nothing of it waits here any more. */
  forget(looked: boolean): void {
    const mine = seat.read()?.seat;
    if (mine && !looked) localStorage.setItem(BEFORE, mine);
    localStorage.removeItem(SEAT);
  },
};
