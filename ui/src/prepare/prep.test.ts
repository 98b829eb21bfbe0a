import { cleanup, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import base from '../../../assets/locales/nl/prepare.json';
import cleanWords from '../../../assets/locales/nl/prepare_clean.json';
import intakeWords from '../../../assets/locales/nl/intake.json';
import kitWords from '../../../assets/locales/nl/kit.json';
import type { DraftView } from '../generated/DraftView';
import type { Prepare } from '../generated/Prepare';
import type { Prepared } from '../generated/Prepared';
import type { Reply } from '../generated/Reply';
import type { Host } from '../host/host';
import { program } from '../state/program.svelte';
import { useWords } from '../words';
import Clean from './clean/Clean.svelte';
import { prep } from './prep.svelte';
import { nextOf, progressOf } from './stages';

const asked: Prepare[] = [];
let undecided = [7, 9];
let slow: Promise<void> | null = null;
const stage = (name: string, state: string, done: number, open: number) => ({ stage: name, state, done, open });
const draft = (): DraftView => ({ taken: 10, kept: 10, undo: 1, redo: 0, stages: [stage('recode', 'ready', 2, 0), stage('scope', 'todo', 0, 3)], work: {} }) as unknown as DraftView;
const line = (story: number) => ({ story, title: '', text: `tekst ${story}`, words: 2, reasons: [{ reason: 'too_short', detail: '2', like: null }], verdict: null, background: [0, 4] });

/** A program with two very short responses to decide about; it answers the first command only after `slow`. */
async function answer(ask: Prepare): Promise<Prepared> {
  switch (ask.type) {
    case 'suspicions':
      return { type: 'suspicions', value: { total: undecided.length, open: undecided.length, reasons: [{ reason: 'too_short', total: 2, open: undecided.length }], stories: [...undecided], lines: undecided.map(line) } } as unknown as Prepared;
    case 'do': {
      const { command } = ask;
      if (command.type === 'judge') {
        await slow;
        undecided = undecided.filter((story) => !command.stories.includes(story));
      }
      return { type: 'done', value: { seq: 1, undo: 1, redo: 0 } };
    }
    default:
      return { type: 'draft', value: draft() };
  }
}
const host: Host = {
  async ask(request): Promise<Reply> {
    if (request.type !== 'prepare') return { type: 'home', value: {} } as unknown as Reply;
    asked.push(request.ask);
    return { type: 'prepared', value: await answer(request.ask) } as Reply;
  },
  listen: () => {},
  onReach: (told) => told(true),
  chooseFile: async () => null,
  showSheet: async () => {},
};
const commands = () => asked.flatMap((ask) => (ask.type === 'do' ? [ask.command] : []));
async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done, 30));
  await tick();
}

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  Element.prototype.scrollIntoView ??= vi.fn();
  useWords('nl', { ...base, ...cleanWords, ...intakeWords, ...kitWords });
  await program.start(host);
});
beforeEach(() => {
  asked.length = 0;
  undecided = [7, 9];
  slow = null;
  prep.draft = draft();
});
afterEach(cleanup);

describe('the adapter', () => {
  it('lets no command overtake another, and says when all are safe', async () => {
    let go = () => {};
    slow = new Promise((done) => (go = done));
    const first = prep.do({ type: 'judge', stories: [7], verdict: { type: 'keep' } });
    const second = prep.do({ type: 'undo' });
    await settle();
    expect(commands().map((command) => command.type)).toEqual(['judge']);
    expect(prep.waiting).toBe(2);
    go();
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(commands().map((command) => command.type)).toEqual(['judge', 'undo']);
    expect(prep.waiting).toBe(0);
    const ids = asked.flatMap((ask) => (ask.type === 'do' ? [ask.id] : []));
    expect(new Set(ids).size).toBe(2);
  });
});

describe('the side bar', () => {
  it('counts what waits on a screen with two parts of the work together', () => {
    expect(progressOf('questions', draft())).toEqual({ state: 'busy', done: 2, open: 3 });
    expect(progressOf('overview', draft())).toBeNull();
  });
  it('goes on where something waits, and otherwise after the last thing done', () => {
    const with_ = (...stages: unknown[]): DraftView => ({ ...draft(), sources: [{}], stages }) as unknown as DraftView;
    const before = [stage('intake', 'ready', 1, 0), stage('clean', 'ready', 3, 0), stage('mask', 'ready', 5, 0)];
    expect(nextOf({ ...draft(), sources: [] })).toBe('intake');
    expect(nextOf(with_(...before, stage('recode', 'todo', 0, 0), stage('scope', 'busy', 0, 1)))).toBe('questions');
    // Nobody has to rename an answer before going on with patterns.
    expect(nextOf(with_(...before, stage('recode', 'todo', 0, 0), stage('scope', 'ready', 1, 0), stage('patterns', 'todo', 0, 0)))).toBe('patterns');
    const made = [stage('patterns', 'ready', 2, 0), stage('observations', 'ready', 2, 0), stage('perspectives', 'todo', 0, 0)];
    expect(nextOf(with_(...before, stage('recode', 'todo', 0, 0), stage('scope', 'ready', 0, 0), ...made))).toBe('perspectives');
  });
});

describe('cleaning', () => {
  const show = async () => {
    render(Clean, { draft: draft(), place: [], go: () => {} });
    await settle();
    await settle();
  };
  const press = async (key: string) => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
    await settle();
  };

  it('decides by keyboard about the response in view, and goes on to the next', async () => {
    await show();
    expect(screen.getByText('tekst 7')).toBeTruthy();
    await press('w');
    expect(commands()).toEqual([{ type: 'judge', stories: [7], verdict: { type: 'leave_out', reason: 'too_short' } }]);
    expect(screen.queryByText('tekst 7')).toBeNull();
    await press('k');
    expect(commands()[1]).toEqual({ type: 'judge', stories: [9], verdict: { type: 'keep' } });
    expect(screen.getByRole('button', { name: 'Verder met namen' })).toBeTruthy();
  });
  it('decides about all of a reason at once, with the way back beside it', async () => {
    await show();
    screen.getByRole('button', { name: 'Alle 2 weglaten' }).click();
    await settle();
    expect(commands()).toEqual([{ type: 'judge', stories: [7, 9], verdict: { type: 'leave_out', reason: 'too_short' } }]);
    program.notices.at(-1)?.action?.run();
    await settle();
    expect(commands().at(-1)).toEqual({ type: 'undo' });
  });
});
