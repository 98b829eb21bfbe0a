/** Where an idea or a field of the poster came from: ideas, clusters, notes, and the stories behind them. Pure. */
import type { Cluster } from '../generated/Cluster';
import type { Idea } from '../generated/Idea';
import type { Note } from '../generated/Note';
import type { Origin } from '../generated/Origin';
import * as select from '../state/select';
import type { Entities } from '../state/store';

/** One idea with what it came out of. */
export interface TracedIdea {
  idea: Idea;
  clusters: { cluster: Cluster; notes: Note[] }[];
  /** Notes that it came out of without a cluster. */
  notes: Note[];
}

/** What a field came out of. */
export interface Trace {
  ideas: TracedIdea[];
  notes: number;
  stories: number;
}

/** The notes behind an idea, each once. */
export function ideaNotes(e: Entities, idea: Idea): Note[] {
  const traced = tracedIdea(e, idea);
  return [...traced.clusters.flatMap((one) => one.notes), ...traced.notes];
}

function tracedIdea(e: Entities, idea: Idea): TracedIdea {
  const clusters = idea.clusters.flatMap((id) => {
    const cluster = select.cluster(e, id);
    return cluster ? [{ cluster, notes: select.notesIn(e, idea.table, id) }] : [];
  });
  const seen = new Set(clusters.flatMap((one) => one.notes.map((note) => note.id)));
  const notes: Note[] = [];
  for (const id of idea.notes) {
    const note = standing(e, id);
    if (note && !seen.has(note.id)) {
      seen.add(note.id);
      notes.push(note);
    }
  }
  return { idea, clusters, notes };
}

/** The note that stands for this one: itself, or the one it is a double of. */
function standing(e: Entities, id: string): Note | undefined {
  const note = select.note(e, id);
  return note?.merged_into ? (select.note(e, note.merged_into) ?? note) : note;
}

/** What tells two tellers apart: the story or the own experience; `null` for what comes from a chart or the table itself. */
function teller(origin: Origin): string | null {
  if (origin.type === 'story') return `story/${origin.story}`;
  return origin.type === 'experience' ? `experience/${origin.experience}` : null;
}

/** The trace of ideas; those that are gone are left out. */
export function trace(e: Entities, ideas: string[]): Trace {
  const traced = ideas.flatMap((id) => select.idea(e, id) ?? []).map((idea) => tracedIdea(e, idea));
  const notes = new Map(traced.flatMap((one) => [...one.clusters.flatMap((part) => part.notes), ...one.notes]).map((note) => [note.id, note]));
  const all = [...notes.values()].flatMap((note) => [note, ...select.doubles(e, note.id)]);
  const stories = new Set(all.flatMap((note) => teller(note.origin) ?? []));
  return { ideas: traced, notes: notes.size, stories: stories.size };
}
