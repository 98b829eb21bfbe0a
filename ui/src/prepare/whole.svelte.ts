/** Commands set something as a whole, while a screen changes one part of it after another, faster than it is told what is kept. */
import { untrack } from 'svelte';
import { prep } from './prep.svelte';

/** Something as it is kept, with the parts that are on their way to be kept. */
export class Whole<T extends object> {
  #kept: () => T | null;
  #coming: Partial<T> = {};

  /** `kept` is followed: what it gives once nothing waits takes the place of all. To be made while a component begins. */
  constructor(kept: () => T | null) {
    this.#kept = kept;
    $effect(() => {
      void kept();
      if (untrack(() => prep.waiting) === 0) this.#coming = {};
    });
  }

  /** The whole with this part; `null` where there is nothing. */
  with(part: Partial<T>): T | null {
    const kept = this.#kept();
    if (!kept) return null;
    this.#coming = { ...this.#coming, ...part };
    return { ...kept, ...this.#coming };
  }
}
