/** What a screen shows of the draft: asked when the question changes, and again after every change of the draft. */
import { untrack } from 'svelte';
import type { Prepare } from '../generated/Prepare';
import type { Prepared } from '../generated/Prepared';
import { Failed } from '../host/api';
import { prep, type PreparedValue } from './prep.svelte';

/** The last answer to a question; an older one stays until the newer is there, so that nothing flickers. */
export class Shown<T extends Prepared['type']> {
  /** The answer; `null` until there is one. */
  value: PreparedValue<T> | null = $state.raw(null);
  /** Whether an answer is waited for. */
  busy = $state(false);
  /** Why there is no answer to the last question, where there is none. */
  failed: Failed | null = $state.raw(null);
  #turn = 0;

  /** `question` is followed as any effect is: whatever it reads and changes makes it ask anew. `null` asks nothing. To be made while a component begins. */
  constructor(question: () => Prepare | null, expected: T) {
    $effect(() => {
      void prep.changes;
      const asked = question();
      untrack(() => void this.#ask(asked, expected));
    });
  }

  async #ask(asked: Prepare | null, expected: T): Promise<void> {
    const turn = ++this.#turn;
    if (!asked) return;
    this.busy = true;
    try {
      const value = await prep.ask(asked, expected);
      if (turn === this.#turn) {
        this.value = value;
        this.failed = null;
      }
    } catch (error) {
      if (turn === this.#turn) this.failed = error instanceof Failed ? error : new Failed({ code: 'bad_request' });
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}
