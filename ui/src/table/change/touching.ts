/** What can stand on the poster under 'this touched us': passages that were marked, own experiences, stories that were kept. Pure. */
import type { Origin } from '../../generated/Origin';
import * as select from '../../state/select';
import type { Entities } from '../../state/store';

/** A passage or an own experience to choose, with its words. */
export interface Candidate {
  key: string;
  origin: Origin;
  text: string;
}

/** Whether two origins mean the same passage or the same experience. */
export function originKey(origin: Origin): string {
  if (origin.type === 'story') return `story/${origin.story}/${origin.quote ? `${origin.quote.part}/${origin.quote.start}-${origin.quote.end}` : ''}`;
  return origin.type === 'experience' ? `experience/${origin.experience}` : origin.type;
}

/** The marked passages behind the notes of a table, each once, in the order in which they were marked. */
export function passages(e: Entities, table: number): Candidate[] {
  const found = new Map<string, Candidate>();
  const notes = [...e.note.values()].filter((note) => note.table === table).sort((a, b) => a.at - b.at);
  for (const { origin } of notes) {
    if (origin.type !== 'story' || !origin.quote) continue;
    const key = originKey(origin);
    if (!found.has(key)) found.set(key, { key, origin, text: origin.quote.text });
  }
  return [...found.values()];
}

/** The own experiences of a table that have words. */
export function ownOnes(e: Entities, table: number): Candidate[] {
  return select
    .experiences(e, table)
    .filter((one) => one.text !== '')
    .map((one) => {
      const origin: Origin = { type: 'experience', experience: one.id };
      return { key: originKey(origin), origin, text: one.text };
    });
}

/** The stories that a table kept, and those behind its notes, by number, each once. */
export function storiesAtHand(e: Entities, table: number): number[] {
  const kept = [...e.kept.values()].filter((one) => one.table === table).map((one) => one.story);
  const noted = [...e.note.values()].flatMap((note) => (note.table === table && note.origin.type === 'story' ? [note.origin.story] : []));
  return [...new Set([...kept, ...noted])];
}
