import type { Experience } from '../../generated/Experience';

/** Where a table is within own experience. */
export type Where = { at: 'start' } | { at: 'write'; id: string; by: string | null } | { at: 'read'; experience: Experience };

/** In the address: an experience of nobody by name. */
const NOBODY = '-';

/** The address of writing an experience. */
export const writing = (id: string, by: string | null): string => `write/${id}/${by ?? NOBODY}`;

/** Reads the address; what is not known leads to the start. The id of a new experience stands in the address before its first word is safe. */
export function where(place: string[], experiences: Experience[]): Where {
  const [what, id, by] = place;
  const known = experiences.find((one) => one.id === id);
  if (what === 'read' && known) return { at: 'read', experience: known };
  if (what === 'write' && id !== undefined && /^x[0-9a-f]{20}$/.test(id)) {
    return { at: 'write', id, by: known ? known.by : by === undefined || by === NOBODY ? null : by };
  }
  return { at: 'start' };
}

/** Whether there is anything in an experience; one that was emptied again is not shown. */
export const filled = (one: Experience): boolean => one.text !== '' || one.wish !== '';
