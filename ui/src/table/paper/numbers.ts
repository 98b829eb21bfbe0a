/** Notes by number, so that a cluster on the wall can be entered with a few keys: in the order in which they were written. Pure. */
import type { Note } from '../../generated/Note';
import type { Entities } from '../../state/store';

/** The notes of a table with their numbers; a double has one too, and keeps it. */
export function numbered(e: Entities, table: number): { number: number; note: Note }[] {
  return [...e.note.values()]
    .filter((note) => note.table === table)
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id))
    .map((note, nth) => ({ number: nth + 1, note }));
}

/** The notes behind numbers, and the numbers that are of none. A double stands for the note that it went into. */
export function notesBehind(notes: { number: number; note: Note }[], numbers: number[]): { ids: string[]; unknown: number[] } {
  const found = numbers.map((number) => ({ number, note: notes.find((one) => one.number === number)?.note }));
  const ids = found.flatMap(({ note }) => (note ? [note.merged_into ?? note.id] : []));
  return { ids: [...new Set(ids)], unknown: found.filter(({ note }) => !note).map(({ number }) => number) };
}
