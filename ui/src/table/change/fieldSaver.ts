/** Saves the text of one field so that nobody's words are overwritten unseen. Plain: the components give it what they see. */

/** What the laptop says to one attempt. `changed`: somebody else wrote; this is what stands there now. */
export type Saved = { type: 'saved' } | { type: 'failed' } | { type: 'changed'; text: string; version: number };

/** Sends a text with the version that its writer started from. */
export type Send = (text: string, base: number) => Promise<Saved>;

/** One field while somebody writes in it. */
export class FieldSaver {
  #base: number;
  #last: string | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(base: number, private readonly send: Send) {
    this.#base = base;
  }

  /** The version that the writer started from. */
  get base(): number {
    return this.#base;
  }

  /** The text on the laptop is this now, and the writer sees it, or wrote it. */
  seen(text: string, version: number, writing: boolean): void {
    if (!writing || text === this.#last) this.#base = Math.max(this.#base, version);
  }

  /** The writer knows what stands there at this version, and goes on from it. */
  knows(version: number): void {
    this.#base = version;
  }

  /** Saves; attempts go one after another. */
  save(text: string): Promise<Saved> {
    const attempt = this.#queue.then(() => this.#attempt(text));
    this.#queue = attempt.catch(() => undefined);
    return attempt;
  }

  async #attempt(text: string): Promise<Saved> {
    const clean = text.replace(/\r\n?/g, '\n').trim();
    const first = await this.send(text, this.#base);
    if (first.type === 'saved') this.#last = clean;
    if (first.type !== 'changed') return first;
    // What stands there may be our own words of a moment ago, of which the new version was not yet told.
    if (first.text === clean || first.text === this.#last) {
      this.#base = first.version;
      if (first.text === clean) {
        this.#last = clean;
        return { type: 'saved' };
      }
      const again = await this.send(text, this.#base);
      if (again.type === 'saved') this.#last = clean;
      return again;
    }
    return first;
  }
}
