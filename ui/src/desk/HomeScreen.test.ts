import { cleanup, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import dutch from '../../../assets/locales/nl/desk.json';
import failures from '../../../assets/locales/nl/failure.json';
import files from '../../../assets/locales/nl/files.json';
import type { Home } from '../generated/Home';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { Host } from '../host/host';
import { program } from '../state/program.svelte';
import { useWords } from '../words';
import HomeScreen from './HomeScreen.svelte';

const file = (name: string) => ({ path: `/folder/${name}`, name, changed: 0, size: 1000 });
let home = {
  folder: '/folder', snapshots: [file('ronde 2'), file('stuk')], sessions: [], snapshot: null, session: null, route: '', version: '1', dialogs: false,
  regions: [{ id: 'og', label: 'Oost-Groningen', stories: 412 }],
} as unknown as Home;
const asked: Request[] = [];

/** A program that opens one snapshot, and says of the other that it is damaged. */
const host: Host = {
  async ask(request): Promise<Reply> {
    asked.push(request);
    if (request.type === 'open_snapshot' && request.path.endsWith('stuk'))
      return { type: 'failed', value: { code: 'bad_file', path: request.path, reason: 'snapshot_damaged' } } as unknown as Reply;
    if (request.type === 'open_snapshot') home = { ...home, snapshot: request.path };
    if (request.type === 'snapshot')
      return { type: 'snapshot', value: { about: { name: 'Ronde 2', theme: 'Thema', made: '2026-02-01' }, stories: 4981, questions: [], perspectives: [] } } as unknown as Reply;
    if (request.type === 'prepare') return { type: 'prepared', value: { type: 'draft', value: {} } } as unknown as Reply;
    return { type: 'home', value: home };
  },
  listen: () => {},
  onReach: (told) => told(true),
  chooseFile: async () => null,
  showSheet: async () => {},
};

async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done, 20));
  await tick();
}

describe('the first screen', () => {
  beforeAll(async () => {
    HTMLDialogElement.prototype.showModal ??= vi.fn();
    useWords('nl', { ...dutch, ...failures, ...files });
    await program.start(host);
  });

  afterEach(cleanup);

  it('says in words why a file cannot be opened, and opens another in one click', async () => {
    render(HomeScreen);
    screen.getByRole('button', { name: 'stuk openen' }).click();
    await settle();
    expect(program.notices.at(-1)?.text).toContain('niet heel aangekomen');

    screen.getByRole('button', { name: 'ronde 2 openen' }).click();
    await settle();
    expect(screen.getByText(/4\.981 ervaringen/)).toBeTruthy();

    // A session without a region is not begun; it says what is missing.
    screen.getByRole('button', { name: 'Bijeenkomst beginnen' }).click();
    await settle();
    expect(screen.getByRole('alert').textContent).toBe('Kies eerst een regio.');

    const region = screen.getByLabelText('Regio') as HTMLSelectElement;
    region.value = 'og';
    region.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    screen.getByRole('button', { name: 'Bijeenkomst beginnen' }).click();
    await settle();
    const begun = asked.find((request) => request.type === 'new_session');
    expect(begun?.session).toMatchObject({ region: 'Oost-Groningen', own_region: 'og', tables: 6 });
    expect(begun?.session.name).toMatch(/^Oost-Groningen, /);
  });

  it('opens the draft that was worked on last in one click', async () => {
    home = { ...home, draft: file('Ronde 3') };
    await program.refresh();
    render(HomeScreen);
    screen.getByRole('button', { name: 'Verder met ‘Ronde 3’' }).click();
    await settle();
    expect(asked).toContainEqual({ type: 'prepare', ask: { type: 'open', path: '/folder/Ronde 3' } });
    expect(location.hash).toBe('#/prepare/overview');
  });
});
