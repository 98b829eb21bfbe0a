/** A note on its way: which places there are, what a key does to the place, and which command lays it down. */
import type { Command } from '../../generated/Command';

/** The column of notes that are in no cluster. No cluster can have this id. */
export const LOOSE = '*loose';
/** The column that becomes a cluster when something is laid there. */
export const NEW = '*new';

/** A column from left to right with its notes from top to bottom. */
export interface Column {
  key: string;
  notes: string[];
}

/** Where a note would lie: before the `index`-th of the other notes of a column. */
export interface Place {
  column: string;
  index: number;
}

const others = (columns: Column[], key: string, note: string): string[] =>
  columns.find((column) => column.key === key)?.notes.filter((id) => id !== note) ?? [];

/** Where a note lies now; the end of the loose ones where it is nowhere any more. */
export function placeOf(columns: Column[], note: string): Place {
  const column = columns.find((one) => one.notes.includes(note));
  return column ? { column: column.key, index: column.notes.indexOf(note) } : { column: LOOSE, index: others(columns, LOOSE, note).length };
}

/** The last place of a column. */
export function lastOf(columns: Column[], column: string, note: string): Place {
  return { column, index: others(columns, column, note).length };
}

/** The place just before another note. */
export function before(columns: Column[], other: string, note: string): Place {
  const column = placeOf(columns, other).column;
  return { column, index: Math.max(0, others(columns, column, note).indexOf(other)) };
}

/** The place after an arrow key; `null` for another key. It never runs off an end. */
export function moved(columns: Column[], note: string, at: Place, key: string): Place | null {
  const here = columns.findIndex((column) => column.key === at.column);
  if (key === 'ArrowUp') return { ...at, index: Math.max(0, at.index - 1) };
  if (key === 'ArrowDown') return { ...at, index: Math.min(others(columns, at.column, note).length, at.index + 1) };
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const there = columns[Math.min(columns.length - 1, Math.max(0, here + (key === 'ArrowRight' ? 1 : -1)))];
    if (!there) return at;
    return { column: there.key, index: Math.min(at.index, others(columns, there.key, note).length) };
  }
  return null;
}

/** The note that has the focus after an arrow key when nothing is carried: the one above, below or beside. */
export function neighbour(columns: Column[], note: string, key: string): string | null {
  const at = placeOf(columns, note);
  const here = columns.findIndex((column) => column.key === at.column);
  if (key === 'ArrowUp') return columns[here]?.notes[at.index - 1] ?? null;
  if (key === 'ArrowDown') return columns[here]?.notes[at.index + 1] ?? null;
  const side = key === 'ArrowRight' ? columns.slice(here + 1) : key === 'ArrowLeft' ? columns.slice(0, here).reverse() : [];
  const notes = side.find((column) => column.notes.length > 0)?.notes;
  return notes?.[Math.min(at.index, notes.length - 1)] ?? null;
}

/** The command that lays a note down; `null` when it lies there already. `id` is for a new cluster. */
export function laidDown(columns: Column[], note: string, at: Place, table: number, id: string): Command | null {
  if (at.column === NEW) return { type: 'add_cluster', id, table, name: '', notes: [note] };
  const now = placeOf(columns, note);
  if (now.column === at.column && now.index === at.index) return null;
  return { type: 'move_note', note, cluster: at.column === LOOSE ? null : at.column, before: others(columns, at.column, note)[at.index] ?? null };
}
