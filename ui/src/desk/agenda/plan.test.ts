import { describe, expect, it } from 'vitest';
import type { Session } from '../../generated/Session';
import type { Step } from '../../generated/Step';
import type { Table } from '../../generated/Table';
import { expected, neighbour, planned } from './plan';

const noon = new Date(2026, 10, 22, 12, 0).getTime();
const at = (minutes: number): number => noon + minutes * 60_000;
const agenda = ([['own', 15], ['gather', 45], ['browse', 60], ['converge', 30], ['change', 30]] as [Step, number][]).map(([step, minutes]) => ({ step, minutes, skipped: false }));
const session = (with_: Partial<Session>): Session => ({ starts: 720, agenda, step: 'gather', timer: { type: 'off' }, ...with_ }) as Session;
const table = (id: number, step: Step, since: number): Table => ({ id, step, since }) as Table;

describe('the agenda against the clock', () => {
  it('a skipped step takes no time', () => {
    const parts = planned(720, agenda.map((item) => ({ ...item, skipped: item.step === 'browse' })));
    expect(parts.map((part) => part.to)).toEqual([735, 780, 780, 810, 840]);
  });

  it('the way onward and back leaves out what is skipped', () => {
    const skipping = session({ agenda: agenda.map((item) => ({ ...item, skipped: item.step === 'browse' })) });
    expect(neighbour(skipping, 'gather', 1)).toBe('converge');
    expect(neighbour(skipping, 'converge', -1)).toBe('gather');
    expect(neighbour(skipping, 'change', 1)).toBeNull();
  });

  it('a room that came ten minutes late ends ten minutes late', () => {
    const room = session({});
    expect(expected(room, [table(1, 'gather', at(25)), table(2, 'gather', at(25))], at(30))?.late).toBe(10);
  });

  it('one table that ran ahead does not count', () => {
    const tables = [table(1, 'gather', at(15)), table(2, 'gather', at(15)), table(3, 'gather', at(2))];
    expect(expected(session({}), tables, at(20))?.late).toBe(0);
  });

  it('extra minutes on the clock move the end', () => {
    const room = session({ timer: { type: 'running', started: at(15), ends: at(70) } });
    expect(expected(room, [table(1, 'gather', at(15))], at(20))?.late).toBe(10);
  });

  it('says nothing before the afternoon began, nor in a rehearsal at night', () => {
    expect(expected(session({ step: 'own' }), [table(1, 'own', at(-90))], at(-80))).toBeNull();
    expect(expected(session({}), [table(1, 'gather', at(600))], at(610))).toBeNull();
  });
});
