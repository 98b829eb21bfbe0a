/** When to say that someone types here: at once when the place changes, and now and then while it goes on. */

/** The laptop forgets who says nothing for six seconds. */
const AGAIN = 2500;
/** Who hits no key for this long no longer types. */
export const STOPS = 4500;

export class Typing {
  #place: string | null = null;
  #said = 0;

  /** Where this device types now; `true` when that must be said. */
  at(place: string | null, now: number): boolean {
    const say = place !== this.#place || (place !== null && now - this.#said >= AGAIN);
    this.#place = place;
    if (say) this.#said = now;
    return say;
  }
}
