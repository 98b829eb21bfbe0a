import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../generated/Command';
import type { Entity } from '../../generated/Entity';
import type { SetView } from '../../generated/SetView';
import type { Table } from '../../generated/Table';
import { program } from '../../state/program.svelte';
import { fromView } from '../../state/store';
import { useWords } from '../../words';
import Ballot from './Ballot.svelte';
import { NAMELESS } from './place';

const set: SetView[] = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, code: id.toUpperCase(), name: `Kaart ${id}`, short: `Kaart ${id}`, question: '', observations: [], support: [] }));
const table: Table = {
  id: 3, name: '', step: 'gather', since: 0, chosen: [], fixed: false, votes_shown: false, revealed: [], dot_limit: 3, dots_closed: false,
  help: null, undoable: 0, redoable: 0, code: 0, paper: false, pointed: null,
};
const seated: [string, Entity][] = [
  ['participant/u1', { type: 'participant', value: { id: 'u1', table: 3, name: 'Noa', role: null, left: false } }],
  ['vote/u1', { type: 'vote', value: { table: 3, participant: 'u1', perspectives: ['p2'], given: 1 } }],
];
let sent: Command[] = [];
const pressed = (): (string | null)[] => screen.getAllByRole('button', { name: /^Kaart/ }).map((button) => button.getAttribute('aria-pressed'));
const tap = async (name: string): Promise<void> => {
  screen.getByRole('button', { name }).click();
  await new Promise((done) => setTimeout(done, 0));
};
const ballot = (who: string, go = vi.fn()) => render(Ballot, { table, set, who, go });

beforeEach(() => {
  localStorage.clear();
  useWords('nl', { 'gather.ballot_done': 'Klaar', 'gather.ballot_none': 'Geen stem', 'gather.voter': 'Stemmer {n}', 'gather.ballot_leave': 'Terug' });
  program.entities = fromView({ seq: 1, now: 0, run: 'r', entities: seated.map(([key, entity]) => ({ key, entity })) });
  sent = [];
  vi.spyOn(program, 'send').mockImplementation(async (command) => {
    sent.push(command);
    return true;
  });
});
afterEach(cleanup);

describe('a ballot', () => {
  it('never shows what was voted before: nobody sees the vote of another', () => {
    ballot('u1');
    expect(pressed()).toEqual(['false', 'false', 'false', 'false']);
  });

  it('is one vote as a whole, and holds no more than three', async () => {
    ballot('u1');
    for (const id of ['p1', 'p3', 'p4', 'p2']) await tap(`Kaart ${id}`);
    expect(sent).toEqual([]);
    await tap('Klaar');
    expect(sent).toEqual([{ type: 'vote', participant: 'u1', perspectives: ['p1', 'p3', 'p4'] }]);
  });

  it('is there again after a restart, and gone once it is given', async () => {
    ballot('u1');
    await tap('Kaart p3');
    cleanup();
    ballot('u1');
    expect(pressed()).toEqual(['false', 'false', 'true', 'false']);
    await tap('Klaar');
    cleanup();
    ballot('u1');
    expect(pressed()).toEqual(['false', 'false', 'false', 'false']);
  });

  it('makes a voter without a name only when a vote is given', async () => {
    ballot(NAMELESS);
    await tap('Geen stem');
    expect(sent).toEqual([]);
    await tap('Kaart p1');
    await tap('Klaar');
    expect(sent[0]).toMatchObject({ type: 'add_participant', table: 3, name: 'Stemmer 1', role: null });
    expect(sent[1]).toMatchObject({ type: 'vote', perspectives: ['p1'] });
  });
});
