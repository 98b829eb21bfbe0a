/** What the desk does with the room, with a way back. */
import type { Command } from '../../generated/Command';
import type { Session } from '../../generated/Session';
import type { Step } from '../../generated/Step';
import type { Table } from '../../generated/Table';
import { program } from '../../state/program.svelte';
import { t } from '../../words';
import { minutesOf } from '../agenda/plan';
import { lead, restore } from './lead';

/** Sends commands one after the other; stops at the first that is refused. */
export async function sendAll(commands: Command[]): Promise<boolean> {
  for (const command of commands) if (!(await program.send(command))) return false;
  return true;
}

// Only the latest move has a way back on the screen: an older one would undo what came after it.
let latest: number | null = null;

function sayMoved(text: string, back: () => void): void {
  if (latest !== null) program.unsay(latest);
  program.say(text, { label: t('desk.back'), run: back });
  latest = program.notices.at(-1)?.id ?? null;
}

/** Leads the whole room to a step, and offers the way back. */
export async function leadRoom(session: Session, tables: Table[], to: Step, clock: boolean): Promise<void> {
  if (!(await sendAll(lead(session, tables, to, clock)))) return;
  const said = t('desk.moved.room', { step: t(`desk.step.${to}`) });
  const time = clock ? ` ${t('desk.moved.clock', { n: minutesOf(session, to) })}` : '';
  sayMoved(said + time, () => void sendAll(restore(session, tables, program.now)));
}

/** Moves one table, and offers the way back. */
export async function moveTable(table: Table, to: Step): Promise<void> {
  const from = table.step;
  if (!(await program.send({ type: 'move_tables', tables: [table.id], step: to }))) return;
  sayMoved(t('desk.moved.table', { table: table.id, step: t(`desk.step.${to}`) }), () => void program.send({ type: 'move_tables', tables: [table.id], step: from }));
}
