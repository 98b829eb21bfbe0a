/** Where the screen is: words joined by `/`, such as `desk` or `table/3/browse/p4/story/218`. Back and forward work as in any browser. */
class Route {
  /** The words of the place. */
  parts: string[] = $state.raw([]);
  #waits: ReturnType<typeof setTimeout> | undefined;
  #remember: (place: string) => void = () => {};

  /** Begins to follow the address; `remembered` is where the screen was last time, and `remember` is told where it is for the next. */
  start(remembered: string, remember: (place: string) => void): void {
    this.#remember = remember;
    window.addEventListener('hashchange', () => this.#read());
    if (location.hash.length > 2) this.#read();
    else this.go(remembered, true);
  }

  /** Goes to a place; with `instead` the place now is not kept for 'back'. */
  go(place: string, instead = false): void {
    const hash = `#/${place}`;
    if (location.hash === hash) return;
    if (instead) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    this.#read();
  }

  #read(): void {
    const place = decodeURIComponent(location.hash.replace(/^#\/?/, ''));
    this.parts = place.split('/').filter(Boolean);
    clearTimeout(this.#waits);
    this.#waits = setTimeout(() => this.#remember(place), 250);
  }
}

/** The place of this page. */
export const route = new Route();
