/** Saves one text so that nobody's words are overwritten unseen. Plain: the components give it what they see. */

/** What the laptop says to one attempt. `changed`: somebody else wrote; this is what stands there now, and what an attempt must start from. */
export type Saved = { type: 'saved' } | { type: 'failed' } | { type: 'changed'; text: string; base: string };

/** Sends a text with what its writer started from: a version, or the text itself. */
export type Send = (text: string, base: string) => Promise<Saved>;

/** A text as the laptop keeps it. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** What stays when two people wrote in one place. */
export type Which = 'mine' | 'theirs' | 'both';

/** The text that a choice leaves; where both stay, `joint` stands between them. */
export const chosenText = (which: Which, mine: string, theirs: string, joint = '\n'): string =>
  which === 'mine' ? mine : which === 'theirs' ? theirs : [theirs, mine].join(joint);

/** One text while somebody writes in it. */
export class TextSaver {
  #base: string;
  #last: string | null;
  #sending: string | null = null;
  #newest = 0;
  #queue: Promise<unknown> = Promise.resolve();

  /** `last` is what this device sent last, where that is known from before. */
  constructor(base: string, private readonly send: Send, last: string | null = null) {
    this.#base = base;
    this.#last = last;
  }

  /** What the writer started from. */
  get base(): string {
    return this.#base;
  }

  /** The text on the laptop is this now, and the writer sees it, or wrote it. */
  seen(text: string, base: string, writing: boolean): void {
    // A screen is told of what changed before the answer comes, so these may be the words that are on their way.
    if (!writing || text === this.#last || text === this.#sending) this.#base = base;
  }

  /** The writer knows what stands there, and goes on from it. */
  knows(base: string): void {
    this.#base = base;
  }

  /** Saves; attempts go one after another, and one that waits makes place for a newer text. */
  save(text: string): Promise<Saved> {
    const nth = (this.#newest += 1);
    const attempt = this.#queue.then(() => (nth === this.#newest ? this.#attempt(text) : ({ type: 'failed' } as const)));
    this.#queue = attempt.catch(() => undefined);
    return attempt;
  }

  async #attempt(text: string): Promise<Saved> {
    const words = clean(text);
    this.#sending = words;
    const first = await this.send(text, this.#base);
    this.#sending = null;
    if (first.type === 'saved') this.#last = words;
    if (first.type !== 'changed') return first;
    // What stands there may be our own words of a moment ago, of which the new version was not yet told.
    if (first.text === words || first.text === this.#last) {
      this.#base = first.base;
      if (first.text === words) {
        this.#last = words;
        return { type: 'saved' };
      }
      const again = await this.send(text, this.#base);
      if (again.type === 'saved') this.#last = words;
      return again;
    }
    return first;
  }
}
