// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../generated/Command';
import type { Failure } from '../generated/Failure';
import type { Reply } from '../generated/Reply';
import { Outbox } from './outbox';
import { wordsOf } from './queue';
import { deviceShelf, memoryShelf, type Shelf } from './shelf';

const DONE: Reply = { type: 'done', value: { seq: 1 } };
const failed = (value: Failure): Reply => ({ type: 'failed', value });
const refused = (refusal: Extract<Failure, { code: 'refused' }>['refusal']): Reply => failed({ code: 'refused', refusal });
const note = (text: string): Command => ({ type: 'add_note', id: text, table: 3, kind: 'surprise', text, origin: { type: 'table' }, by: null });
const field = (text: string, base: number): Command => ({ type: 'set_field', table: 3, field: 'name', text, base });
const vote = (...perspectives: string[]): Command => ({ type: 'vote', participant: 'u1', perspectives });
const turn = (): Promise<void> => vi.advanceTimersByTimeAsync(5).then(() => {});

/** A page with an outbox, and a laptop that answers what the test says. */
function page(shelf: Shelf, answers: (Reply | Promise<Reply>)[] = [], of = 'seat/s1', before?: string) {
  const sent: { id: string; command: Command }[] = [];
  const answered = [...answers];
  const outbox = new Outbox({
    ask: async (id, command) => {
      sent.push({ id, command });
      return answered.shift() ?? DONE;
    },
    changed: () => {},
  }, shelf);
  void outbox.open(of, before);
  return { outbox, sent, words: () => sent.map((one) => wordsOf(one.command) || (one.command.type === 'vote' ? one.command.perspectives.join() : one.command.type)) };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

describe('the outbox of a device', () => {
  it('sends in order, one after another, and says when each is safe', async () => {
    const { outbox, words } = page(memoryShelf());
    const all = Promise.all([outbox.send(note('een')), outbox.send(note('twee')), outbox.send({ type: 'undo', table: 3 })]);
    await turn();
    expect([words(), outbox.waiting.length]).toEqual([[], 3]);
    outbox.reach(true);
    await turn();
    await expect(all).resolves.toMatchObject([{ safe: true }, { safe: true }, { safe: true }]);
    expect([words(), outbox.waiting.length]).toEqual([['een', 'twee', 'undo'], 0]);
  });

  it('sends what was left when the page went, in order and under the same ids, and nothing of another session', async () => {
    const shelf = memoryShelf();
    const before = page(shelf);
    void before.outbox.send(note('een'));
    void before.outbox.send(note('twee'));
    await turn();
    const ids = before.outbox.waiting.map((item) => item.id);
    const after = page(shelf);
    after.outbox.reach(true);
    await turn();
    expect([after.words(), after.sent.map((one) => one.id)]).toEqual([['een', 'twee'], ids]);
    expect(await shelf.items('seat/s1')).toEqual([]);

    void page(shelf).outbox.send(note('drie'));
    await turn();
    const other = page(shelf, [], 'seat/s2');
    other.outbox.reach(true);
    await turn();
    expect(other.words()).toEqual([]);
  });

  it('lets a newer text or vote take the place of one that was not sent, and both are safe with it', async () => {
    const { outbox, words } = page(memoryShelf());
    const all = Promise.all([outbox.send(field('Een', 1)), outbox.send(vote('p1')), outbox.send(field('Eén hulplijn', 1)), outbox.send(vote('p1', 'p2'))]);
    await turn();
    outbox.reach(true);
    await turn();
    expect(words()).toEqual(['Eén hulplijn', 'p1,p2']);
    await expect(all).resolves.toMatchObject(Array(4).fill({ safe: true }));
  });

  it('keeps the order where something else stands between', async () => {
    const { outbox, words } = page(memoryShelf());
    void outbox.send(vote('p1'));
    void outbox.send({ type: 'show_votes', table: 3, shown: true });
    void outbox.send(vote('p2'));
    await turn();
    outbox.reach(true);
    await turn();
    expect(words()).toEqual(['p1', 'show_votes', 'p2']);
  });

  it('replaces nothing that may be on its way already', async () => {
    const shelf = memoryShelf();
    void page(shelf).outbox.send(vote('p1'));
    await turn();
    const { outbox, words } = page(shelf);
    await turn();
    void outbox.send(vote('p2'));
    outbox.reach(true);
    await turn();
    expect(words()).toEqual(['p1', 'p2']);
  });

  it('goes again later when the laptop cannot write or take more now', async () => {
    const { outbox, words } = page(memoryShelf(), [failed({ code: 'too_much' }), failed({ code: 'cannot_write', path: '' })]);
    outbox.reach(true);
    void outbox.send(note('een'));
    void outbox.send(note('twee'));
    await turn();
    expect([words(), outbox.waiting.length]).toEqual([['een'], 2]);
    await vi.advanceTimersByTimeAsync(600);
    await vi.advanceTimersByTimeAsync(3100);
    expect([words(), outbox.waiting.length]).toEqual([['een', 'een', 'een', 'twee'], 0]);
  });

  it('does not let one defect hold up everything after it', async () => {
    const defect = failed({ code: 'defect', trace: '' });
    const { outbox } = page(memoryShelf(), [defect, defect, defect]);
    outbox.reach(true);
    void outbox.send(note('een'));
    const second = outbox.send(note('twee'));
    await vi.advanceTimersByTimeAsync(4000);
    await expect(second).resolves.toMatchObject({ safe: true });
    expect(outbox.kept.map((one) => wordsOf(one.command))).toEqual(['een']);
  });

  it('keeps words that were refused until they are let go, also after a reload; taps are only told of', async () => {
    const shelf = memoryShelf();
    const no: Reply = refused({ code: 'gone', what: 'table' });
    const { outbox } = page(shelf, [no, no, failed({ code: 'not_allowed' }), no]);
    outbox.reach(true);
    const [words, tap, moved, same] = await (async () => {
      const all = Promise.all([outbox.send(note('een')), outbox.send({ type: 'reopen_choice', table: 3 }), outbox.send(note('twee')), outbox.send(note('een'))]);
      await turn();
      return all;
    })();
    expect([words, tap, moved, same].map((one) => (one?.safe === false ? one.kept : null))).toEqual([true, false, true, true]);
    const after = page(shelf);
    await turn();
    expect(after.outbox.kept.map((one) => [wordsOf(one.command), one.failure.code])).toEqual([['een', 'refused'], ['twee', 'not_allowed']]);
    expect(after.outbox.waiting).toEqual([]);
    after.outbox.letGo(after.outbox.kept[0]?.id ?? '');
    const last = page(shelf);
    await turn();
    expect(last.outbox.kept.map((one) => wordsOf(one.command))).toEqual(['twee']);
  });

  it('leaves a refusal to the screen that deals with it', async () => {
    const { outbox } = page(memoryShelf(), [refused({ code: 'field_changed', text: 'van een ander', version: 4 })]);
    outbox.reach(true);
    const told = outbox.send(field('van mij', 3), () => true);
    await turn();
    await expect(told).resolves.toMatchObject({ safe: false, dealt: true, kept: false });
    expect(outbox.kept).toEqual([]);
  });

  it('writes on over its own words, under a new id, but not over those of another', async () => {
    const slow = (): Promise<Reply> => new Promise((done) => setTimeout(() => done(DONE), 3));
    async function twice(stands: string) {
      const one = page(memoryShelf(), [slow(), refused({ code: 'field_changed', text: stands, version: 2 })]);
      one.outbox.reach(true);
      void one.outbox.send(field('Een ', 1));
      await vi.advanceTimersByTimeAsync(1);
      void one.outbox.send(field('Eén', 1));
      await turn();
      return one;
    }
    const own = await twice('Een');
    expect(own.sent.map((one) => one.command)).toEqual([field('Een ', 1), field('Eén', 1), field('Eén', 2)]);
    expect(new Set(own.sent.map((one) => one.id)).size).toBe(3);
    expect(own.outbox.kept).toEqual([]);

    const other = await twice('Twee');
    expect(other.outbox.kept.map((one) => wordsOf(one.command))).toEqual(['Eén']);
  });

  it('sends nothing that another page of this device dealt with meanwhile', async () => {
    const shelf = memoryShelf();
    const one = page(shelf);
    void one.outbox.send(vote('p1'));
    await turn();
    const two = page(shelf);
    await turn();
    void one.outbox.send(vote('p2'));
    await turn();
    one.outbox.reach(true);
    await turn();
    two.outbox.reach(true);
    await turn();
    expect([one.words(), two.words(), two.outbox.waiting]).toEqual([['p2'], [], []]);
  });

  it('keeps the words of a seat that is gone for the next seat of this device', async () => {
    const shelf = memoryShelf();
    const before = page(shelf, [refused({ code: 'gone', what: 'table' })]);
    before.outbox.reach(true);
    void before.outbox.send(note('een'));
    await turn();
    before.outbox.reach(false);
    void before.outbox.send(note('twee'));
    void before.outbox.send(vote('p1'));
    await turn();
    const after = page(shelf, [], 'seat/s2', 'seat/s1');
    after.outbox.reach(true);
    await turn();
    expect(after.words()).toEqual([]);
    expect(after.outbox.kept.map((one) => wordsOf(one.command)).sort()).toEqual(['een', 'twee']);
  });

  it('goes on in memory where nothing can be kept, and says so', async () => {
    const broken: Shelf = { ...memoryShelf(), put: () => Promise.reject(new Error('full')) };
    const { outbox, words } = page({ ...broken, lasting: true });
    outbox.reach(true);
    expect(outbox.lasting).toBe(true);
    void outbox.send(note('een'));
    await turn();
    expect([words(), outbox.lasting]).toEqual([['een'], false]);

    const hangs = page({ ...memoryShelf(), lasting: true, put: () => new Promise(() => {}) });
    hangs.outbox.reach(true);
    void hangs.outbox.send(note('twee'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(hangs.words()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([hangs.words(), hangs.outbox.lasting]).toEqual([['twee'], false]);
  });

  it('forgets all when its writer gives the device up', async () => {
    const shelf = memoryShelf();
    const { outbox } = page(shelf, [refused({ code: 'empty' })]);
    outbox.reach(true);
    void outbox.send(note('een'));
    await turn();
    outbox.reach(false);
    void outbox.send(note('twee'));
    await turn();
    await outbox.discard();
    expect([await shelf.items('seat/s1'), await shelf.kept('seat/s1')]).toEqual([[], []]);
  });
});

describe('the shelf of a device', () => {
  beforeEach(() => void vi.useRealTimers());

  it('keeps what waits in order in the database of the browser, and apart for each seat', async () => {
    const shelf = await deviceShelf();
    expect(shelf.lasting).toBe(true);
    for (const [id, text] of [['c1', 'een'], ['c2', 'twee'], ['c3', 'drie']] as const) await shelf.put('seat/s1', { id, command: note(text) });
    await shelf.put('seat/s2', { id: 'c4', command: note('vier') });
    await shelf.put('seat/s1', { id: 'c1', command: note('een'), wrote: 'x' });
    await shelf.replace('seat/s1', { id: 'c5', command: note('vijf') }, 'c2');
    await shelf.put('seat/s1', { id: 'c6', command: note('zes') }, 'c3');

    const again = await deviceShelf();
    expect((await again.items('seat/s1')).map((item) => item.id)).toEqual(['c1', 'c5', 'c6']);
    expect((await again.items('seat/s2')).map((item) => item.id)).toEqual(['c4']);
    expect([await again.has('c5'), await again.has('c2')]).toEqual([true, false]);
    await again.keep('seat/s1', { id: 'c5', command: note('vijf'), failure: { code: 'not_allowed' } });
    await again.remove('c1');
    expect((await again.items('seat/s1')).map((item) => item.id)).toEqual(['c6']);
    expect(await again.kept('seat/s1')).toEqual([{ id: 'c5', command: note('vijf'), failure: { code: 'not_allowed' } }]);
    await again.letGo('c5');
    expect(await again.kept('seat/s1')).toEqual([]);
  });
});
