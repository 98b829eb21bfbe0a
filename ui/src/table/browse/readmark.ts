/** When a story counts as read. */
const READ_AFTER = 2000;
const REAL_LOOK = 1000;

/** One look at a story, from the moment that it is on the screen. Says `read` once at most. */
export class Look {
  #since = Date.now();
  #said = false;
  #timer: ReturnType<typeof setTimeout>;

  constructor(private readonly read: () => void) {
    this.#timer = setTimeout(() => this.#say(), READ_AFTER);
  }

  /** The story is left: a short look does not count. */
  leave(): void {
    clearTimeout(this.#timer);
    if (Date.now() - this.#since >= REAL_LOOK) this.#say();
  }

  #say(): void {
    if (this.#said) return;
    this.#said = true;
    this.read();
  }
}
