import { describe, expect, it } from 'vitest';
import type { Command } from '../../generated/Command';
import type { Session } from '../../generated/Session';
import type { Step } from '../../generated/Step';
import type { Table } from '../../generated/Table';
import { lead, restore } from './lead';

const agenda = (['own', 'gather', 'browse', 'converge', 'change'] as Step[]).map((step) => ({ step, minutes: 30, skipped: false }));
const session = (step: Step, timer: Session['timer'] = { type: 'off' }): Session => ({ step, timer, agenda }) as Session;
const tables = (...steps: Step[]): Table[] => steps.map((step, index) => ({ id: index + 1, step }) as Table);

/** Where the tables are after the commands. */
function after(before: Table[], commands: Command[]): Step[] {
  const steps = before.map((table) => table.step);
  for (const command of commands) {
    if (command.type !== 'move_tables') continue;
    for (const id of command.tables.length > 0 ? command.tables : before.map((table) => table.id)) steps[id - 1] = command.step;
  }
  return steps;
}

describe('leading the room', () => {
  it('takes everybody along, but for a table that is further', () => {
    const room = tables('browse', 'gather', 'change');
    expect(after(room, lead(session('browse'), room, 'converge', false))).toEqual(['converge', 'converge', 'change']);
  });

  it('back leaves a table that is behind where it is', () => {
    const room = tables('browse', 'own', 'converge');
    expect(after(room, lead(session('browse'), room, 'gather', false))).toEqual(['gather', 'own', 'gather']);
  });

  it('starts the clock with the planned minutes, or puts the old one away', () => {
    const running = session('browse', { type: 'running', started: 0, ends: 1 });
    expect(lead(running, tables('browse'), 'converge', true).at(-1)).toEqual({ type: 'start_timer', minutes: 30 });
    expect(lead(running, tables('browse'), 'converge', false).at(-1)).toEqual({ type: 'stop_timer' });
  });

  it('the way back puts every table where it was, and the clock with what was left', () => {
    const room = tables('browse', 'gather', 'change');
    const before = session('browse', { type: 'running', started: 0, ends: 20 * 60_000 });
    const moved = tables('converge', 'converge', 'change');
    const commands = restore(before, room, 5 * 60_000 + 1000);
    expect(after(moved, commands)).toEqual(['browse', 'gather', 'change']);
    expect(commands.at(-1)).toEqual({ type: 'start_timer', minutes: 15 });
  });

  it('the way back keeps a pause', () => {
    const before = session('browse', { type: 'paused', left: 60_000 });
    expect(restore(before, tables('browse'), 0).slice(-2).map((command) => command.type)).toEqual(['start_timer', 'pause_timer']);
  });
});
