import type { SnapshotView } from '../../generated/SnapshotView';
import type { StoryLine } from '../../generated/StoryLine';
import { program } from '../../state/program.svelte';
import type { Reading } from './place';
import { queryOf } from './reading';

const PAGE = 50;

/**
 * The list of stories that a table reads from, page by page. The old list stays on the screen until the new one is there, so that
 * nothing flickers; only when that takes long does `slow` say so.
 */
export class Listing {
  /** All stories of the list, in the order of reading; `null` before the first answer. */
  ids: number[] | null = $state.raw(null);
  /** The lines that were fetched so far. */
  lines: StoryLine[] = $state.raw([]);
  /** What the list on the screen was asked with. */
  key = $state('');
  slow = $state(false);
  failed = $state(false);
  #wanted = '';
  #at: { reading: Reading; snapshot: SnapshotView | null; perspective: string | null; table: number } | null = null;
  #fetching = false;

  /** Asks for a list, unless it is the one that is there or on its way. `kept` changes when a list of kept stories is another one. */
  want(reading: Reading, at: { snapshot: SnapshotView | null; perspective: string | null; table: number }, kept: string): void {
    if (!at.snapshot) return;
    const query = queryOf(reading, { ...at, offset: 0, limit: PAGE });
    const key = JSON.stringify(query) + (reading.pool === 'kept' ? kept : '');
    if (key === this.#wanted) return;
    this.#wanted = key;
    this.#at = { ...at, reading };
    const late = setTimeout(() => (this.slow = this.#wanted === key), 500);
    program
      .ask({ type: 'stories', query }, 'stories')
      .then(
        (list) => {
          if (this.#wanted !== key) return;
          this.ids = list.ids;
          this.lines = list.lines;
          this.key = key;
          this.failed = false;
        },
        () => {
          if (this.#wanted === key) this.failed = true;
        },
      )
      .finally(() => {
        clearTimeout(late);
        if (this.#wanted === key) this.slow = false;
      });
  }

  /** Asks once more after it failed. */
  again(): void {
    const at = this.#at;
    this.#wanted = '';
    if (at) this.want(at.reading, at, '');
  }

  /** Fetches the next lines. */
  async more(): Promise<void> {
    const key = this.key;
    const at = this.#at;
    if (this.#fetching || !at || key !== this.#wanted || this.lines.length >= (this.ids?.length ?? 0)) return;
    this.#fetching = true;
    try {
      const query = queryOf(at.reading, { ...at, offset: this.lines.length, limit: PAGE });
      const list = await program.ask({ type: 'stories', query }, 'stories');
      if (this.key === key) this.lines = [...this.lines, ...list.lines];
    } catch {
      // The lines that are there stay; the button under them asks again.
    } finally {
      this.#fetching = false;
    }
  }
}
