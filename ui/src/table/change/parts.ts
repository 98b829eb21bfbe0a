/** The parts of the poster in the order in which a table fills them. */
import type { FieldName } from '../../generated/FieldName';
import * as select from '../../state/select';
import type { Entities } from '../../state/store';

/** A part of the poster: a question to the table. Its words are under `change.<part>.*`. */
export type PartName =
  | 'ideas' | 'proposal' | 'for_whom' | 'start_small' | 'first_step' | 'already' | 'needs' | 'satisfied' | 'story_in_a_year' | 'touched' | 'saw'
  | 'pitch' | 'name';

/** A part with the text fields that it holds; none where something is chosen. */
export interface Part {
  name: PartName;
  fields: FieldName[];
}

/** All parts. The name comes last, and is always within reach. */
export const PARTS: Part[] = [
  { name: 'ideas', fields: [] },
  { name: 'proposal', fields: ['proposal'] },
  { name: 'for_whom', fields: ['for_whom'] },
  { name: 'start_small', fields: ['start_small'] },
  { name: 'first_step', fields: ['first_step'] },
  { name: 'already', fields: ['already'] },
  { name: 'needs', fields: ['money', 'room', 'people', 'knowledge'] },
  { name: 'satisfied', fields: ['satisfied'] },
  { name: 'story_in_a_year', fields: ['story_in_a_year'] },
  { name: 'touched', fields: [] },
  { name: 'saw', fields: [] },
  { name: 'pitch', fields: ['pitch'] },
  { name: 'name', fields: ['name'] },
];

/** Whether a table has something in a part; nothing has to be. */
export function filled(e: Entities, table: number, part: Part): boolean {
  const poster = select.poster(e, table);
  if (part.name === 'ideas') return (poster?.ideas.length ?? 0) > 0;
  if (part.name === 'touched') return (poster?.touched ?? null) !== null;
  if (part.name === 'saw') return (poster?.saw.length ?? 0) > 0;
  return part.fields.some((name) => (select.field(e, table, name)?.text ?? '') !== '');
}

/** The ideas that a part rests on: those that were chosen when its text was last changed, otherwise those that are chosen now. */
export function restsOn(e: Entities, table: number, part: Part): string[] {
  const kept = part.fields.flatMap((name) => {
    const field = select.field(e, table, name);
    return field && field.text !== '' ? field.ideas : [];
  });
  const ideas = [...new Set(kept)].filter((id) => select.idea(e, id));
  return ideas.length > 0 ? ideas : (select.poster(e, table)?.ideas ?? []);
}
