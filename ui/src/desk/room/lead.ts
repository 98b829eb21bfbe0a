/** Leading the room from step to step, as commands; pure. */
import type { Command } from '../../generated/Command';
import type { Session } from '../../generated/Session';
import type { Step } from '../../generated/Step';
import type { Table } from '../../generated/Table';
import { STEPS, minutesOf } from '../agenda/plan';

const order = (step: Step): number => STEPS.indexOf(step);

/** Puts single tables back where they should be after the whole room moved to `room`. */
function apart(tables: Table[], room: Step, wanted: (table: Table) => Step): Command[] {
  const commands: Command[] = [];
  for (const step of STEPS) {
    const ids = tables.filter((table) => step !== room && wanted(table) === step).map((table) => table.id);
    if (ids.length > 0) commands.push({ type: 'move_tables', tables: ids, step });
  }
  return commands;
}

/**
 * The room goes to a step. A table that is already further stays where it is (and behind, when the room goes back): nobody is
 * pulled away from what they are doing for nothing.
 */
export function lead(session: Session, tables: Table[], to: Step, clock: boolean): Command[] {
  const ahead = order(to) >= order(session.step);
  const commands: Command[] = [{ type: 'move_tables', tables: [], step: to }];
  commands.push(...apart(tables, to, (table) => ((ahead ? order(table.step) > order(to) : order(table.step) < order(to)) ? table.step : to)));
  if (clock) commands.push({ type: 'start_timer', minutes: Math.max(1, minutesOf(session, to)) });
  else if (to !== session.step && session.timer.type !== 'off') commands.push({ type: 'stop_timer' });
  return commands;
}

/** Everything as it was before the room was led: each table, and the clock with the time that was left. */
export function restore(session: Session, tables: Table[], now: number): Command[] {
  const commands: Command[] = [{ type: 'move_tables', tables: [], step: session.step }];
  commands.push(...apart(tables, session.step, (table) => table.step));
  const timer = session.timer;
  const left = timer.type === 'running' ? timer.ends - now : timer.type === 'paused' ? timer.left : 0;
  if (left <= 0) commands.push({ type: 'stop_timer' });
  else commands.push({ type: 'start_timer', minutes: Math.max(1, Math.ceil(left / 60_000)) });
  if (left > 0 && timer.type === 'paused') commands.push({ type: 'pause_timer' });
  return commands;
}
