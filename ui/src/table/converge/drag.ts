/** Dragging with a mouse, a pen or a finger. A finger first rests for a moment, so that a swipe still scrolls. */
import { lastOf, type Column, type Place } from './carry';

const FAR = 6;
const REST = 230;
const EDGE = 70;

export interface Drag {
  note: string;
  x: number;
  y: number;
}

interface Hooks {
  /** A note is lifted or moves. */
  move: (drag: Drag) => void;
  /** It is let go; `dropped` is false when the drag was broken off. */
  end: (dropped: boolean) => void;
}

/** Follows one pointer from the moment it goes down on a note. Gives the way to stop following. */
export function follow(event: PointerEvent, note: string, board: HTMLElement, hooks: Hooks): () => void {
  const start = { x: event.clientX, y: event.clientY };
  const finger = event.pointerType !== 'mouse';
  let at: Drag = { note, ...start };
  let lifted = false;
  let frame = 0;
  const rest = finger ? setTimeout(lift, REST) : undefined;

  function lift(): void {
    lifted = true;
    hooks.move(at);
    frame = requestAnimationFrame(roll);
  }

  /** Scrolls the board, or the column under the pointer, when the note is held near an edge. */
  function roll(): void {
    const box = board.getBoundingClientRect();
    if (at.x > box.right - EDGE) board.scrollLeft += 12;
    else if (at.x < box.left + EDGE) board.scrollLeft -= 12;
    const column = columnAt(at.x, at.y)?.querySelector<HTMLElement>('[data-scroll]');
    if (column) {
      const inner = column.getBoundingClientRect();
      if (at.y > inner.bottom - EDGE) column.scrollTop += 9;
      else if (at.y < inner.top + EDGE) column.scrollTop -= 9;
    }
    frame = requestAnimationFrame(roll);
  }

  function moved(next: PointerEvent): void {
    if (next.pointerId !== event.pointerId) return;
    // Let go outside the window.
    if (!finger && next.buttons === 0) return stop(false);
    at = { note, x: next.clientX, y: next.clientY };
    if (lifted) hooks.move(at);
    else if (Math.hypot(at.x - start.x, at.y - start.y) > FAR) {
      if (finger) stop(false);
      else lift();
    }
  }
  const up = (next: PointerEvent): void => {
    if (next.pointerId === event.pointerId) stop(true);
  };
  const broken = (next: PointerEvent): void => {
    if (next.pointerId === event.pointerId) stop(false);
  };
  // Once lifted, a finger drags and does not scroll.
  const hold = (touch: TouchEvent): void => {
    if (lifted && touch.cancelable) touch.preventDefault();
  };

  function stop(dropped: boolean): void {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', moved);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', broken);
    window.removeEventListener('touchmove', hold);
    if (lifted) hooks.end(dropped);
    lifted = false;
  }
  window.addEventListener('pointermove', moved);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', broken);
  window.addEventListener('touchmove', hold, { passive: false });
  return () => stop(false);
}

const columnAt = (x: number, y: number): HTMLElement | null =>
  document.elementsFromPoint(x, y).find((element): element is HTMLElement => element instanceof HTMLElement && element.dataset['column'] !== undefined) ?? null;

/** The place under the pointer: before the first note whose middle is below it. `null` when it is over no column. */
export function placeAt(columns: Column[], drag: Drag): Place | null {
  const element = columnAt(drag.x, drag.y);
  const key = element?.dataset['column'];
  if (!element || key === undefined) return null;
  const cards = [...element.querySelectorAll<HTMLElement>('[data-note]')].filter((card) => card.dataset['note'] !== drag.note);
  const index = cards.findIndex((card) => {
    const box = card.getBoundingClientRect();
    return drag.y < box.top + box.height / 2;
  });
  return index < 0 ? lastOf(columns, key, drag.note) : { column: key, index };
}
