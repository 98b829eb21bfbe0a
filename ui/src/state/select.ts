/** Pure questions to the entities. Lists are in the order in which people see them. */
import type { Cluster } from '../generated/Cluster';
import type { Command } from '../generated/Command';
import type { Experience } from '../generated/Experience';
import type { Field } from '../generated/Field';
import type { FieldName } from '../generated/FieldName';
import type { Guess } from '../generated/Guess';
import type { Idea } from '../generated/Idea';
import type { Kept } from '../generated/Kept';
import type { Message } from '../generated/Message';
import type { Note } from '../generated/Note';
import type { OwnInterpretation } from '../generated/OwnInterpretation';
import type { Participant } from '../generated/Participant';
import type { Photo } from '../generated/Photo';
import type { Poster } from '../generated/Poster';
import type { Read } from '../generated/Read';
import type { Seat } from '../generated/Seat';
import type { Session } from '../generated/Session';
import type { Table } from '../generated/Table';
import type { Vote } from '../generated/Vote';
import type { Entities } from './store';

const all = <V>(map: ReadonlyMap<string, V>): V[] => [...map.values()];

/** The session, once there is one. */
export const session = (e: Entities): Session | undefined => e.session.get('session');

/** All tables by number. */
export const tables = (e: Entities): Table[] => all(e.table).sort((a, b) => a.id - b.id);

/** One table. */
export const table = (e: Entities, id: number): Table | undefined => e.table.get(`table/${id}`);

/** Who sits at a table, by name; not those who left. */
export const participants = (e: Entities, table: number): Participant[] =>
  all(e.participant).filter((p) => p.table === table && !p.left).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));

/** The own experiences of a table. */
export const experiences = (e: Entities, table: number): Experience[] => all(e.experience).filter((x) => x.table === table);

/** What a table expected of a chart. */
export const guess = (e: Entities, table: number, observation: string): Guess | undefined => e.guess.get(`guess/${table}/${observation}`);

/** A table's own interpretations of an observation. */
export const ownInterpretations = (e: Entities, table: number, observation: string): OwnInterpretation[] =>
  all(e.own_interpretation).filter((i) => i.table === table && i.observation === observation);

/** Who of a table recognises an interpretation, as participants. */
export const recognisedBy = (e: Entities, table: number, interpretation: string): Participant[] =>
  (e.recognition.get(`recognition/${table}/${interpretation}`)?.by ?? []).flatMap((id) => e.participant.get(`participant/${id}`) ?? []);

/** The personal votes of a table. */
export const votes = (e: Entities, table: number): Vote[] => all(e.vote).filter((v) => v.table === table);

/** The stories that a table opened, the latest first. */
export const reads = (e: Entities, table: number): Read[] => all(e.read).filter((r) => r.table === table).sort((a, b) => b.at - a.at);

/** The stories that a table keeps at hand. */
export const kept = (e: Entities, table: number): Kept[] => all(e.kept).filter((k) => k.table === table);

/** All notes of a table that are not doubles, the latest first. */
export const notes = (e: Entities, table: number): Note[] =>
  all(e.note).filter((n) => n.table === table && n.merged_into === null).sort((a, b) => b.at - a.at);

/** The notes in a cluster (or loose ones, with `null`) from top to bottom. */
export const notesIn = (e: Entities, table: number, cluster: string | null): Note[] =>
  all(e.note).filter((n) => n.table === table && n.merged_into === null && n.cluster === cluster).sort((a, b) => a.place - b.place);

/** The doubles that were merged into a note. */
export const doubles = (e: Entities, note: string): Note[] => all(e.note).filter((n) => n.merged_into === note);

/** The clusters of a table from left to right. */
export const clusters = (e: Entities, table: number): Cluster[] =>
  all(e.cluster).filter((c) => c.table === table).sort((a, b) => a.place - b.place);

/** The ideas of a table in order. */
export const ideas = (e: Entities, table: number): Idea[] => all(e.idea).filter((i) => i.table === table).sort((a, b) => a.place - b.place);

/** The dots that an idea has from everyone. */
export const dotsFor = (e: Entities, table: number, idea: string): number =>
  all(e.dots).filter((d) => d.table === table).reduce((sum, d) => sum + (d.dots.find(([id]) => id === idea)?.[1] ?? 0), 0);

/** A field of a poster. */
export const field = (e: Entities, table: number, name: FieldName): Field | undefined => e.field.get(`field/${table}/${name}`);

/** What a poster is made of beside its texts. */
export const poster = (e: Entities, table: number): Poster | undefined => e.poster.get(`poster/${table}`);

/** The messages that a table has not put away, the latest first. */
export const messages = (e: Entities, table: number): Message[] =>
  all(e.message).filter((m) => m.tables.includes(table) && !m.seen.includes(table)).sort((a, b) => b.at - a.at);

/** Everybody who sits at a table. */
export const everyone = (e: Entities): Participant[] => all(e.participant).filter((p) => !p.left);

/** The tables that chose a perspective, by number. */
export const choosers = (e: Entities, perspective: string): Table[] => tables(e).filter((t) => t.chosen.includes(perspective));

/** The fields of a poster that have words. */
export const filledFields = (e: Entities, table: number): Field[] => all(e.field).filter((f) => f.table === table && f.text.trim() !== '');

/** One note, doubles too. */
export const note = (e: Entities, id: string): Note | undefined => e.note.get(`note/${id}`);

/** One cluster. */
export const cluster = (e: Entities, id: string): Cluster | undefined => e.cluster.get(`cluster/${id}`);

/** One idea. */
export const idea = (e: Entities, id: string): Idea | undefined => e.idea.get(`idea/${id}`);

/** The ideas that come out of a cluster; with `null` those that come out of none. */
export const ideasFrom = (e: Entities, table: number, cluster: string | null): Idea[] =>
  ideas(e, table).filter((i) => (cluster === null ? i.clusters.length === 0 : i.clusters.includes(cluster)));

/** The dots that a person gave at a table, by idea; only on ideas that are still there. */
export const dotsBy = (e: Entities, table: number, participant: string): ReadonlyMap<string, number> =>
  new Map(all(e.dots).find((d) => d.table === table && d.participant === participant)?.dots.filter(([id]) => e.idea.has(`idea/${id}`)) ?? []);

/** The devices of a table; `null` for those of all tables. */
export const seats = (e: Entities, table: number | null): Seat[] =>
  all(e.seat).filter((s) => table === null || s.table === table).sort((a, b) => a.id.localeCompare(b.id));

/** The own device of a participant, where there is one. */
export const seatOf = (e: Entities, participant: string): Seat | undefined => all(e.seat).find((s) => s.participant === participant);

/** The photos of a table, the latest first. */
export const photos = (e: Entities, table: number): Photo[] => all(e.photo).filter((p) => p.table === table).sort((a, b) => b.at - a.at);

/** New notes of a table that are on their way to the laptop, the latest first. */
export const leavingNotes = (e: Entities, outgoing: readonly { command: Command }[], table: number): Extract<Command, { type: 'add_note' }>[] =>
  outgoing.flatMap(({ command }) => (command.type === 'add_note' && command.table === table && !e.note.has(`note/${command.id}`) ? [command] : [])).reverse();
