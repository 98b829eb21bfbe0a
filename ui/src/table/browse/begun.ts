/** Notes that somebody began and that are not yet safe on the laptop: their words are a draft, the rest is kept here beside it. */
import type { NoteKind } from '../../generated/NoteKind';
import type { Origin } from '../../generated/Origin';
import { drafts } from '../../state/drafts';

export interface Begun {
  id: string;
  /** Not chosen yet where a note began at a chart. */
  kind: NoteKind | null;
  origin: Origin;
  by: string | null;
}

/** Those of a table, and which of them is open. */
export interface Desk {
  notes: Begun[];
  open: string | null;
}

export const draftOf = (id: string): string => `note.${id}`;

/** What was begun before; of the closed ones only those with words. */
export function begunBefore(name: string): Desk {
  try {
    const kept = JSON.parse(drafts.read(name) ?? 'null') as Desk | null;
    if (kept && Array.isArray(kept.notes)) return { notes: kept.notes.filter((one) => one.id === kept.open || worded(one.id)), open: kept.open };
  } catch {
    // Damaged; the words of a note that cannot be placed any more would not be found by anybody.
  }
  return { notes: [], open: null };
}

export const worded = (id: string): boolean => (drafts.read(draftOf(id)) ?? '').trim() !== '';

/** A new note on the desk. One that is open and still has no words makes place for it. */
export function begin(desk: Desk, note: Begun): Desk {
  return { notes: [note, ...desk.notes.filter((one) => worded(one.id))], open: note.id };
}

/** Without a note, once it is safe or thrown away. */
export const without = (desk: Desk, id: string): Desk => ({
  notes: desk.notes.filter((one) => one.id !== id), open: desk.open === id ? null : desk.open,
});

/** The open note closed; without words nothing is left of it. */
export const closed = (desk: Desk): Desk => ({ notes: desk.notes.filter((one) => worded(one.id)), open: null });
