/** The notes that somebody began on this phone: which one is open, and which wait. They outlive a step and a restart. */
import type { NoteKind } from '../../generated/NoteKind';
import type { Origin } from '../../generated/Origin';
import { drafts } from '../../state/drafts';
import { newId } from '../../state/ids';
import { program } from '../../state/program.svelte';
import { type Begun, begin, begunBefore, closed, type Desk, draftOf, without } from '../../table/browse/begun';

const NAME = 'phone.begun';

class Notes {
  /** All that was begun. */
  desk: Desk = $state.raw({ notes: [], open: null });

  /** Takes up what was begun before; once the session of the drafts is known. */
  start(): void {
    this.desk = begunBefore(NAME);
  }

  /** The note that is open. */
  get open(): Begun | undefined {
    return this.desk.notes.find((one) => one.id === this.desk.open);
  }

  /** Those that wait. */
  get resting(): Begun[] {
    return this.desk.notes.filter((one) => one.id !== this.desk.open);
  }

  /** Begins a note about something. */
  begin(kind: NoteKind | null, origin: Origin): void {
    this.#put(begin(this.desk, { id: newId('n'), kind, origin, by: program.me.participant }));
  }

  /** Goes on with one that waits. */
  resume(id: string): void {
    this.#put({ ...closed(this.desk), open: id });
  }

  /** Puts the open note aside; without words nothing is left of it. */
  close(): void {
    this.#put(closed(this.desk));
  }

  /** Another kind or origin for a note. */
  change(next: Begun): void {
    this.#put({ ...this.desk, notes: this.desk.notes.map((one) => (one.id === next.id ? next : one)) });
  }

  /** It was handed over, or is thrown away. */
  done(id: string): void {
    drafts.forget(draftOf(id));
    this.#put(without(this.desk, id));
  }

  /** Back to what it was before it was thrown away. */
  back(note: Begun, words: string): void {
    drafts.keep(draftOf(note.id), words);
    this.#put({ ...this.desk, notes: [note, ...this.desk.notes] });
  }

  #put(next: Desk): void {
    this.desk = next;
    if (next.notes.length > 0) drafts.keep(NAME, JSON.stringify(next));
    else drafts.forget(NAME);
  }
}

/** The notes begun on this phone. */
export const notes = new Notes();
