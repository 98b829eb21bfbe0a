import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import failure from '../../../assets/locales/nl/failure.json';
import join from '../../../assets/locales/nl/join.json';
import kit from '../../../assets/locales/nl/kit.json';
import people from '../../../assets/locales/nl/people.json';
import type { Failure } from '../generated/Failure';
import type { JoinAs } from '../generated/JoinAs';
import type { JoinView } from '../generated/JoinView';
import { useWords } from '../words';
import Code from './Code.svelte';
import type { Closed, OpenDoor } from './door';
import { miniBrowser } from './reach';
import Who from './Who.svelte';

const view: JoinView = {
  table: 3, name: '', session: 'Proef', region: '', roles: [['parent', 'Ouder']], scribes: 1,
  people: [{ id: 'u1', name: 'Ada', taken: true }, { id: 'u2', name: 'Bram', taken: false }],
};
let asked: JoinAs[] = [];
const door = (answer: Failure | null = null, now: JoinView = view): OpenDoor =>
  ({
    view: now,
    look: () => Promise.resolve(now),
    close: () => {},
    join: (who: JoinAs) => {
      asked.push(who);
      return Promise.resolve(answer);
    },
  }) as unknown as OpenDoor;
const radio = (name: RegExp): HTMLInputElement => screen.getByRole('radio', { name });
const press = async (): Promise<void> => {
  screen.getByRole('button', { name: 'Doe mee' }).click();
  await new Promise((done) => setTimeout(done, 0));
};

beforeEach(() => {
  useWords('nl', { ...join, ...people, ...kit, ...failure });
  asked = [];
});
afterEach(cleanup);

describe('who somebody is', () => {
  it('cannot be a name that has a device already', () => {
    render(Who, { door: door(), onseated: vi.fn(), away: vi.fn() });
    expect(radio(/Ada.*heeft al een toestel/).disabled).toBe(true);
    expect(radio(/Bram/).disabled).toBe(false);
    expect(screen.getByText(/Vraag de begeleider om de plek vrij te maken/)).toBeTruthy();
  });

  it('is a name that is there', async () => {
    const onseated = vi.fn();
    render(Who, { door: door(), onseated, away: vi.fn() });
    await fireEvent.click(radio(/Bram/));
    await press();
    expect(asked).toEqual([{ type: 'known', participant: 'u2' }]);
    expect(onseated).toHaveBeenCalledOnce();
  });

  it('is a new name with a role, where one wants', async () => {
    render(Who, { door: door(), onseated: vi.fn(), away: vi.fn() });
    await fireEvent.click(radio(/Ik sta er niet bij/));
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Noa ' } });
    screen.getByRole('button', { name: 'Ouder' }).click();
    await tick();
    await press();
    expect(asked).toEqual([{ type: 'new', name: 'Noa', role: 'parent' }]);
  });

  it('is told when somebody else was first', async () => {
    const onseated = vi.fn();
    render(Who, { door: door({ code: 'name_taken' }), onseated, away: vi.fn() });
    await fireEvent.click(radio(/Bram/));
    await press();
    expect(screen.getByRole('alert').textContent).toContain('Iemand anders koos deze naam net');
    expect(onseated).not.toHaveBeenCalled();
  });
});

describe('a code that does not open the door', () => {
  it.each<[Closed, RegExp]>([
    [{ code: 'unknown' }, /Deze code klopt niet/],
    [{ code: 'locked', seconds: 40 }, /Over 40 seconden/],
    [{ code: 'locked', seconds: 200 }, /Over 4 minuten/],
    [{ code: 'no_session' }, /geen bijeenkomst open/],
    [{ code: 'full' }, /te veel apparaten/],
    [{ code: 'unreachable' }, /geeft geen antwoord/],
  ])('%o is said in words', async (no, words) => {
    render(Code, { no, knocking: false, reach: 'seen', enter: vi.fn() });
    await tick();
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(screen.getByText('Deze telefoon ziet de laptop.')).toBeTruthy();
  });

  it('waits until a locked door opens', async () => {
    const enter = vi.fn();
    render(Code, { no: { code: 'locked', seconds: 40 }, knocking: false, reach: 'seen', enter });
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'korf 47' } });
    expect((screen.getByRole('button', { name: 'Verder' }) as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('the small browser of a Wi-Fi without internet', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', false],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148', true],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', false],
    ['Mozilla/5.0 (Linux; Android 14; SM-A1; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0 Mobile Safari/537.36', true],
  ])('%s: %s', (agent, mini) => expect(miniBrowser(agent)).toBe(mini));
});
