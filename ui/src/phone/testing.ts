/** A table with a person on a phone, for tests: what the laptop would tell, and what is sent to it. */
import type { Command } from '../generated/Command';
import type { Entity } from '../generated/Entity';
import type { Failure } from '../generated/Failure';
import type { Participant } from '../generated/Participant';
import type { Session } from '../generated/Session';
import type { SetView } from '../generated/SetView';
import type { SnapshotView } from '../generated/SnapshotView';
import type { Table } from '../generated/Table';
import type { Vote } from '../generated/Vote';
import { applied } from '../state/store';
import { program } from '../state/program.svelte';

export const ME = 'u1';

export const table = (change: Partial<Table> = {}): Table => ({
  id: 3, name: '', step: 'gather', since: 0, chosen: [], fixed: false, votes_shown: false, revealed: [], dot_limit: 3, dots_closed: false,
  help: null, undoable: 0, redoable: 0, code: 0, paper: false, pointed: null, ...change,
});
export const person = (id: string, name: string): Participant => ({ id, table: 3, name, role: null, left: false });
export const vote = (participant: string, perspectives: string[], given = perspectives.length): Vote => ({ table: 3, participant, perspectives, given });

export const set: SetView[] = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, code: id, name: `Kaart ${id}`, short: `Kaart ${id}`, question: '', observations: [], support: [] }));
const about = { name: '', theme: '', set: '', provenance: '', made: '', uses: { voice: null, education: null, region: null, feeling: null, good: null, role: null } };
const snapshot: SnapshotView = { about, hash: '', stories: 1, questions: [], perspectives: set };
const session: Session = {
  name: 'Proef', region: '', own_region: null, date: '2026-11-22', starts: 720, agenda: [], step: 'gather', timer: { type: 'off' },
  snapshot: { hash: '', name: '', set_name: '', stories: 1, set: [] }, screen: { type: 'welcome' },
};

const keyOf = (entity: Entity): string => {
  switch (entity.type) {
    case 'session': return 'session';
    case 'table': return `table/${entity.value.id}`;
    case 'vote': return `vote/${entity.value.participant}`;
    case 'participant': return `participant/${entity.value.id}`;
    case 'seat': return `seat/${entity.value.id}`;
    default: throw new Error(entity.type);
  }
};

/** The laptop told of these. */
export function told(...entities: Entity[]): void {
  program.entities = applied(program.entities, { upserts: entities.map((entity) => ({ key: keyOf(entity), entity })), removals: [] });
}

/** Ada's phone at table 3. */
export function atTable(change: Partial<Table> = {}): void {
  told(
    { type: 'session', value: session },
    { type: 'table', value: table(change) },
    { type: 'participant', value: person(ME, 'Ada') },
    { type: 'participant', value: person('u2', 'Bram') },
    { type: 'participant', value: person('u3', 'Noa') },
  );
  program.snapshot = snapshot;
}

/** What is sent, answered as `answer` says. */
export function sending(answer: Failure | null = null): { sent: Command[]; send: typeof program.send } {
  const sent: Command[] = [];
  return {
    sent,
    send: async (command, onRefused) => {
      sent.push(command);
      if (answer) onRefused?.(answer);
      return answer === null;
    },
  };
}
