/** Text that never falls off the projector: all sizes in a box are made smaller together until everything is in it. */

const LEAST = 0.3;
const TRIES = 7;

const fits = (box: HTMLElement): boolean => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

/** The largest scale, at most 1, at which it fits. */
export function largest(fitsAt: (scale: number) => boolean): number {
  if (fitsAt(1)) return 1;
  let [low, high] = [LEAST, 1];
  for (let i = 0; i < TRIES; i += 1) {
    const middle = (low + high) / 2;
    if (fitsAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** An attachment for a box of a fixed size: its `--fit` follows what is in it. */
export function fit(box: HTMLElement): () => void {
  let frame = 0;
  const set = (scale: number): void => box.style.setProperty('--fit', String(scale));
  const measure = (): void => set(largest((scale) => (set(scale), fits(box))));
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(measure);
  };
  const size = new ResizeObserver(soon);
  const words = new MutationObserver(soon);
  size.observe(box);
  words.observe(box, { childList: true, subtree: true, characterData: true });
  void document.fonts?.ready.then(soon);
  return () => {
    cancelAnimationFrame(frame);
    size.disconnect();
    words.disconnect();
  };
}
