import type { StoryView } from '../../generated/StoryView';
import { program } from '../../state/program.svelte';

/** The story that is read. Those beside it are fetched before they are asked for; the one of before stays until the next is there. */
export class OpenStory {
  /** The story on the screen. */
  story: StoryView | null = $state.raw(null);
  /** Whether it could not be had. */
  failed = $state(false);
  #fetched = new Map<string, Promise<StoryView>>();
  #wanted = 0;

  /** Opens a story, with the words that were searched for; then gets those near. */
  want(id: number, search: string, near: (number | undefined)[]): void {
    this.#wanted = id;
    this.failed = false;
    this.#fetch(id, search).then(
      (got) => {
        if (this.#wanted !== id) return;
        this.story = got;
        for (const one of near) if (one !== undefined) this.#fetch(one, search).catch(() => {});
      },
      () => (this.failed = this.#wanted === id),
    );
  }

  #fetch(id: number, search: string): Promise<StoryView> {
    const key = `${id} ${search}`;
    const asked = this.#fetched.get(key) ?? program.ask({ type: 'story', id, search }, 'story');
    this.#fetched.set(key, asked);
    asked.catch(() => this.#fetched.delete(key));
    return asked;
  }
}
