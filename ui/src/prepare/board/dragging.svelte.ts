/** What is dragged over the board, by mouse, pen or finger. The same can always be done without dragging. */

/** So many pixels make a tap a drag. */
const FAR = 6;

class Dragging {
  /** The observation that is dragged, in words; `null` for none. */
  text: string | null = $state(null);
  /** Where the pointer is in the window. */
  x = $state(0);
  y = $state(0);
  /** The place below it: the id of a perspective, `loose`, or `null`. */
  over: string | null = $state(null);
  /** Whether the press that has just ended was a drag: the click that follows means nothing then. */
  was = false;

  /** Follows a press on an observation; `drop` is told the place where it ends, if it is one. */
  begin(event: PointerEvent, text: string, drop: (to: string) => void): void {
    follow(event, {
      move: (at) => {
        this.text = text;
        this.x = at.clientX;
        this.y = at.clientY;
        this.over = document.elementFromPoint(at.clientX, at.clientY)?.closest<HTMLElement>('[data-drop]')?.dataset['drop'] ?? null;
      },
      end: (moved, whole) => {
        const to = this.over;
        this.text = null;
        this.over = null;
        this.#ended(moved);
        if (moved && whole && to) drop(to);
      },
    });
  }

  /** Follows a press on something that moves itself; `move` is told how far it is, and `end` how far it came; (0, 0) where it was broken off. */
  shift(event: PointerEvent, move: (dx: number, dy: number) => void, end: (dx: number, dy: number) => void): void {
    const from = { x: event.clientX, y: event.clientY };
    let by = { x: 0, y: 0 };
    follow(event, {
      move: (at) => {
        by = { x: at.clientX - from.x, y: at.clientY - from.y };
        move(by.x, by.y);
      },
      end: (moved, whole) => {
        this.#ended(moved);
        if (moved && whole) end(by.x, by.y);
        else end(0, 0);
      },
    });
  }

  #ended(moved: boolean): void {
    this.was = moved;
    setTimeout(() => (this.was = false));
  }
}

/** Tells of the moves of a press once it has come far enough, and of its end: whether it came that far, and whether it was not broken off. */
function follow(event: PointerEvent, told: { move: (at: PointerEvent) => void; end: (moved: boolean, whole: boolean) => void }): void {
  if (event.button !== 0) return;
  const { pointerId, clientX, clientY } = event;
  let moved = false;
  const stop = new AbortController();
  const mine = (run: (at: PointerEvent) => void) => (at: PointerEvent) => at.pointerId === pointerId && run(at);
  const end = (whole: boolean): void => {
    stop.abort();
    told.end(moved, whole);
  };
  const listen = { signal: stop.signal };
  window.addEventListener('pointermove', mine((at) => {
    moved ||= Math.hypot(at.clientX - clientX, at.clientY - clientY) > FAR;
    if (!moved) return;
    at.preventDefault();
    told.move(at);
  }), listen);
  window.addEventListener('pointerup', mine(() => end(true)), listen);
  window.addEventListener('pointercancel', mine(() => end(false)), listen);
  window.addEventListener('keydown', (key) => {
    if (key.key === 'Escape') end(false);
  }, listen);
}

/** What is dragged over the board. */
export const dragging = new Dragging();
