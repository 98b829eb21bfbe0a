import { describe, expect, it } from 'vitest';
import { FieldSaver, type Saved } from './fieldSaver';

/** A laptop that refuses a text from another version, as the real one does. */
function laptop(text = '', version = 0) {
  const state = { text, version };
  const send = async (next: string, base: number): Promise<Saved> => {
    const clean = next.trim();
    if (clean === state.text) return { type: 'saved' };
    if (base !== state.version) return { type: 'changed', ...state };
    state.text = clean;
    state.version += 1;
    return { type: 'saved' };
  };
  return { state, send };
}

describe('saving a field', () => {
  it('saves word after word though the new version is told late', async () => {
    const { state, send } = laptop();
    const saver = new FieldSaver(0, send);
    for (const text of ['M', 'Mar ', 'Marloes', 'Marloes belt']) expect(await saver.save(text)).toEqual({ type: 'saved' });
    expect(state).toEqual({ text: 'Marloes belt', version: 4 });
  });

  it('keeps the order when saves overtake each other', async () => {
    const { state, send } = laptop();
    const saver = new FieldSaver(0, send);
    await Promise.all([saver.save('een'), saver.save('een twee'), saver.save('een twee drie')]);
    expect(state.text).toBe('een twee drie');
  });

  it('never overwrites what another wrote unseen', async () => {
    const { state, send } = laptop('van ons', 1);
    const saver = new FieldSaver(1, send);
    state.text = 'van een ander';
    state.version = 2;
    expect(await saver.save('van mij')).toEqual({ type: 'changed', text: 'van een ander', version: 2 });
    saver.seen('van een ander', 2, true);
    expect((await saver.save('van mij alleen')).type).toBe('changed');
    expect(state.text).toBe('van een ander');
    saver.knows(2);
    expect(await saver.save('van mij alleen')).toEqual({ type: 'saved' });
    expect(state.text).toBe('van mij alleen');
  });

  it('goes on from what it sees while nobody writes', async () => {
    const { state, send } = laptop('a', 1);
    const saver = new FieldSaver(1, send);
    state.text = 'b';
    state.version = 2;
    saver.seen('b', 2, false);
    expect(await saver.save('c')).toEqual({ type: 'saved' });
  });

  it('goes on after its own words were undone and came back', async () => {
    const { state, send } = laptop();
    const saver = new FieldSaver(0, send);
    await saver.save('a');
    state.version = 3;
    expect(await saver.save('a b')).toEqual({ type: 'saved' });
  });
});
