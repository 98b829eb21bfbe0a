/** Words of an own experience that were typed and not sent when the page went away. The table may be at another step by now. */
import type { Experience } from '../../generated/Experience';
import { drafts } from '../../state/drafts';
import { newId } from '../../state/ids';
import { program } from '../../state/program.svelte';

const ID = 'phone.own';

/** The drafts of an experience. */
export const draftsOf = (id: string): { text: string; wish: string } => ({ text: `own.${id}.text`, wish: `own.${id}.wish` });

/** The experience to write in: the one there is, the one begun, or a new one. The id is kept before its first word is safe. */
export function ownId(experience: Experience | undefined): string {
  const id = experience?.id ?? drafts.read(ID) ?? newId('x');
  drafts.keep(ID, id);
  return id;
}

/** Sends what was typed before; the drafts go when it is safe. */
export async function sendUnsent(table: number, me: string): Promise<void> {
  const id = drafts.read(ID);
  if (id === null) return;
  const names = draftsOf(id);
  const typed = { text: drafts.read(names.text), wish: drafts.read(names.wish) };
  if (typed.text === null && typed.wish === null) return;
  const known = program.entities.experience.get(`experience/${id}`);
  const text = typed.text ?? known?.text ?? '';
  const wish = typed.wish ?? known?.wish ?? '';
  if (!known && (text + wish).trim() === '') return;
  const safe = await program.send({ type: 'write_experience', id, table: known?.table ?? table, by: me, text, wish, private: true });
  // Who types on meanwhile has newer words.
  if (safe && drafts.read(names.text) === typed.text) drafts.forget(names.text);
  if (safe && drafts.read(names.wish) === typed.wish) drafts.forget(names.wish);
}
