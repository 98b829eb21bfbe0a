/** What was tapped here and is not yet safe on the laptop: shown at once, over what the laptop knows. */
export class Wanted<T> {
  #taps: ReadonlyMap<string, { value: T }> = $state.raw(new Map());

  /** What to show for a key. */
  or(key: string, known: T): T {
    const tap = this.#taps.get(key);
    return tap ? tap.value : known;
  }

  /** Shows a value until the laptop has answered to what was sent for it. */
  async set(key: string, value: T, sent: Promise<boolean>): Promise<void> {
    const tap = { value };
    this.#taps = new Map(this.#taps).set(key, tap);
    await sent;
    if (this.#taps.get(key) !== tap) return;
    const rest = new Map(this.#taps);
    rest.delete(key);
    this.#taps = rest;
  }
}
