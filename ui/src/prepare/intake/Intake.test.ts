import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftView } from '../../generated/DraftView';
import type { MappingView } from '../../generated/MappingView';
import type { Prepare } from '../../generated/Prepare';
import type { Reply } from '../../generated/Reply';
import type { Host } from '../../host/host';
import { program } from '../../state/program.svelte';
import { loadWords } from '../../words';
import { prep } from '../prep.svelte';
import Shell from '../Prepare.svelte';

// As the program does: an export that is looked at is open until it is taken in or put away; asking for it after that is a failure.
let open: string | null = null;
const draft = (): DraftView =>
  ({ path: '/folder/proef', mapping: open, work: { name: 'Proef' }, stages: [], sources: [], undo: 0, redo: 0, taken: 0, kept: 0, selections: [] }) as unknown as DraftView;
const mapping = {
  path: '/folder/een.csv', name: 'een.csv', format: 'csv', source: 'plain', encoding: null, delimiter: null, sheet: null, sheets: [], header_rows: 1, rows: 2, remarks: [],
  columns: [], codebook: { items: [] }, outcome: { stories: 2, questions: 1, rejected: 0, rows: [], remarks: [], unmapped: [] },
} as unknown as MappingView;
const files = { folder: '/folder', drafts: [], exports: [], codebooks: [], open: '/folder/proef', dialogs: false };

const failed = (code: string): Reply => ({ type: 'failed', value: { code } }) as unknown as Reply;
const prepared = (type: string, value: unknown): Reply => ({ type: 'prepared', value: { type, value } }) as unknown as Reply;
function answer(ask: Prepare): Reply {
  switch (ask.type) {
    case 'files': return prepared('files', files);
    case 'mapping': return open ? prepared('mapping', mapping) : failed('no_export');
    case 'take_in':
      open = null;
      return prepared('taken', { source: 's1', outcome: mapping.outcome, first: 1 });
    case 'forget_export':
      open = null;
      return prepared('draft', draft());
    default: return prepared('draft', draft());
  }
}
const host: Host = {
  async ask(request): Promise<Reply> {
    // An answer takes a moment, so that a screen is seen in between.
    await new Promise((done) => setTimeout(done, 2));
    return request.type === 'prepare' ? answer(request.ask) : ({ type: 'home', value: {} } as unknown as Reply);
  },
  listen: () => {},
  onReach: (told) => told(true),
  chooseFile: async () => null,
  showSheet: async () => {},
};

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  await loadWords('nl', ['desk', 'failure', 'kit', 'prepare']);
  await program.start(host);
});
beforeEach(() => {
  open = 'een.csv';
  program.notices = [];
  prep.draft = null;
  render(Shell, { place: ['intake'] });
});
afterEach(cleanup);

/** Presses a button, and waits for what then stands on the screen until everything that was asked is answered. */
async function press(name: string, then: RegExp): Promise<void> {
  (await screen.findByRole('button', { name }, { timeout: 10_000 })).click();
  await screen.findByText(then);
  await new Promise((done) => setTimeout(done, 40));
}

describe('an export that was looked at', () => {
  it('is not asked for any more once it is taken in', { timeout: 20_000 }, async () => {
    await press('Zo overnemen', /2 ervaringen zijn ingelezen/);
    expect(screen.getByText('Welk bestand leest u in?')).toBeTruthy();
    expect(program.notices.map((notice) => notice.text)).toEqual([]);
  });
  it('is not asked for any more once it is put away', { timeout: 20_000 }, async () => {
    await press('Dit bestand niet', /Welk bestand leest u in/);
    expect(program.notices.map((notice) => notice.text)).toEqual([]);
  });
});
