import { describe, expect, it } from 'vitest';
import { clean, type Saved, TextSaver } from './textSaver';

/** A laptop that refuses a text from another version, as the real one does. */
function laptop(text = '', version = 0) {
  const state = { text, version };
  const send = async (next: string, base: string): Promise<Saved> => {
    if (clean(next) === state.text) return { type: 'saved' };
    if (base !== String(state.version)) return { type: 'changed', text: state.text, base: String(state.version) };
    state.text = clean(next);
    state.version += 1;
    return { type: 'saved' };
  };
  return { state, send };
}

describe('saving a text', () => {
  it('saves word after word though the new version is told late', async () => {
    const { state, send } = laptop();
    const saver = new TextSaver('0', send);
    for (const text of ['M', 'Mar ', 'Marloes', 'Marloes belt']) expect(await saver.save(text)).toEqual({ type: 'saved' });
    expect(state).toEqual({ text: 'Marloes belt', version: 4 });
  });

  it('sends the newest of what waits, and keeps the order', async () => {
    const { state, send } = laptop();
    const saver = new TextSaver('0', send);
    await Promise.all([saver.save('een'), saver.save('een twee'), saver.save('een twee drie')]);
    expect(state).toEqual({ text: 'een twee drie', version: 1 });
  });

  it('never overwrites what another wrote unseen', async () => {
    const { state, send } = laptop('van ons', 1);
    const saver = new TextSaver('1', send);
    state.text = 'van een ander';
    state.version = 2;
    expect(await saver.save('van mij')).toEqual({ type: 'changed', text: 'van een ander', base: '2' });
    saver.seen('van een ander', '2', true);
    expect((await saver.save('van mij alleen')).type).toBe('changed');
    expect(state.text).toBe('van een ander');
    saver.knows('2');
    expect(await saver.save('van mij alleen')).toEqual({ type: 'saved' });
    expect(state.text).toBe('van mij alleen');
  });

  it('goes on from what it sees while nobody writes', async () => {
    const { state, send } = laptop('a', 1);
    const saver = new TextSaver('1', send);
    state.text = 'b';
    state.version = 2;
    saver.seen('b', '2', false);
    expect(await saver.save('c')).toEqual({ type: 'saved' });
  });

  it('goes on after its own words were undone and came back', async () => {
    const { state, send } = laptop();
    const saver = new TextSaver('0', send);
    await saver.save('a');
    state.version = 3;
    expect(await saver.save('a b')).toEqual({ type: 'saved' });
  });

  it('knows its own words again after a restart', async () => {
    const { state, send } = laptop('Vier IB’ers', 3);
    expect(await new TextSaver('2', send, 'Vier IB’ers').save('Vier IB’ers bellen')).toEqual({ type: 'saved' });
    expect(state.text).toBe('Vier IB’ers bellen');
  });

  it('knows its own words when it is told of them before the answer comes', async () => {
    const { state, send } = laptop();
    const saver: TextSaver = new TextSaver('0', async (text, base) => {
      const answer = await send(text, base);
      saver.seen(state.text, String(state.version), true);
      return answer;
    });
    await saver.save('Elk gezin');
    expect(saver.base).toBe('1');
  });
});
