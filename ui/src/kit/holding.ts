/**
 * When the facilitator goes on while someone writes: a screen stays where it is until its words are safe, or until its people go
 * along. The decision is plain; MoveBar.svelte watches the screen and asks.
 */
import type { NoteKind } from '../generated/NoteKind';

/** A form whose words go nowhere until it is sent. */
export interface OpenForm {
  /** What was typed in it and not sent. */
  words: () => string;
  /** Where the words are those of a note: the kind that was chosen already, and how they are kept as one. */
  note?: { kind: () => NoteKind | null; keep: (kind: NoteKind) => Promise<boolean> };
}

/** The words that someone would lose sight of. */
export interface OpenWords {
  /** Those in the field that has the keyboard and that was typed in; empty where there is none. */
  typing: string;
  /** Those in open forms. */
  forms: string[];
}

const forms = new Set<OpenForm>();

/** Tells that a form is open; gives back how to tell that it is not any more. */
export function openForm(form: OpenForm): () => void {
  forms.add(form);
  return () => void forms.delete(form);
}

/** The forms that are open with words in them. */
export const wordedForms = (): OpenForm[] => [...forms].filter((form) => form.words().trim() !== '');

/** Whether a screen waits for its words. */
export const holds = (words: OpenWords): boolean => [words.typing, ...words.forms].some((one) => one.trim() !== '');

/** What a screen shows: it stays on `shown` while words stand open, unless its people agreed to go to exactly the one that is wanted. */
export function shownNow<T>(shown: T, wanted: T, words: OpenWords, agreed: T | null): T {
  return shown === wanted || agreed === wanted || !holds(words) ? wanted : shown;
}

/** What stands in a field for words of one's own; nothing in one for searching, or of another kind. */
export function fieldWords(field: Element | null): string {
  if (field instanceof HTMLTextAreaElement) return field.value;
  return field instanceof HTMLInputElement && field.type === 'text' ? field.value : '';
}
