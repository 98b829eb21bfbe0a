/** The afternoon against the clock. Pure; times of day are minutes after midnight. */
import type { AgendaItem } from '../../generated/AgendaItem';
import type { Session } from '../../generated/Session';
import type { Step } from '../../generated/Step';
import type { Table } from '../../generated/Table';

/** The steps in order. */
export const STEPS: Step[] = ['own', 'gather', 'browse', 'converge', 'change'];

/** A part of the agenda with its times. */
export interface Part extends AgendaItem {
  /** When it begins. */
  from: number;
  /** When it ends; as `from` where it is skipped. */
  to: number;
}

/** The agenda with the times that follow from the start. */
export function planned(starts: number, agenda: AgendaItem[]): Part[] {
  let at = starts;
  return agenda.map((item) => {
    const from = at;
    at += item.skipped ? 0 : item.minutes;
    return { ...item, from, to: at };
  });
}

/** The next or previous step that is not skipped; `null` at the end. */
export function neighbour(session: Session, step: Step, way: 1 | -1): Step | null {
  const kept = session.agenda.filter((item) => !item.skipped || item.step === step).map((item) => item.step);
  return kept[kept.indexOf(step) + way] ?? null;
}

/** How many minutes a step is planned to take. */
export const minutesOf = (session: Session, step: Step): number => session.agenda.find((item) => item.step === step)?.minutes ?? 0;

/** Minutes after midnight of a moment, on this laptop. */
export function minuteOfDay(ms: number): number {
  const date = new Date(ms);
  return date.getHours() * 60 + date.getMinutes();
}

/** When the room came to its step: the middle one of its tables, so that one table that ran ahead does not count. */
export function roomSince(session: Session, tables: Table[]): number | null {
  const since = tables.filter((table) => table.step === session.step).map((table) => table.since).sort((a, b) => a - b);
  return since[Math.floor(since.length / 2)] ?? null;
}

// A rehearsal in the evening is not a session that runs seven hours late.
const REHEARSAL = 240;

/** How the rest of the afternoon goes if every step takes what is planned; `null` for what is past, and wholly in a rehearsal. */
export function expected(session: Session, tables: Table[], now: number): { parts: ({ from: number; to: number } | null)[]; late: number } | null {
  const since = roomSince(session, tables);
  const plan = planned(session.starts, session.agenda);
  const here = plan.findIndex((part) => part.step === session.step);
  const part = plan[here];
  // Before the first clock runs the afternoon has not begun.
  const first = plan.findIndex((one) => !one.skipped);
  if (since === null || !part || (here <= first && session.timer.type === 'off')) return null;
  const from = minuteOfDay(since);
  if (Math.abs(from - part.from) > REHEARSAL) return null;
  const clock = session.timer;
  const ends = clock.type === 'running' ? minuteOfDay(clock.ends) : clock.type === 'paused' ? minuteOfDay(now + clock.left) : from + part.minutes;
  let at = Math.max(ends, minuteOfDay(now));
  const parts = plan.map((item, index) => {
    if (index < here) return null;
    if (index === here) return { from, to: at };
    const begin = at;
    at += item.skipped ? 0 : item.minutes;
    return { from: begin, to: at };
  });
  return { parts, late: at - (plan.at(-1)?.to ?? at) };
}
