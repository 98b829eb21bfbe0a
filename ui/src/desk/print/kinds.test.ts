import { describe, expect, it } from 'vitest';
import type { Entity } from '../../generated/Entity';
import { applied, type Entities } from '../../state/store';
import { room } from '../lan/lan.fixture';
import { contentOf, GROUPS, type Kind, noChoices, setOf, sheetOf } from './kinds';

const KINDS = GROUPS.flatMap((group) => group.kinds);
const put = (e: Entities, key: string, type: string, value: object): Entities => applied(e, { upserts: [{ key, entity: { type, value } as Entity }], removals: [] });

describe('the sorts of sheets', () => {
  it('are listed once each, and each asks for a sheet of its own', () => {
    expect(new Set(KINDS).size).toBe(KINDS.length);
    const types = KINDS.map((kind) => sheetOf(kind, noChoices()).type);
    expect(new Set(types).size).toBe(KINDS.length);
  });

  it('carry what was chosen', () => {
    const choices = { ...noChoices(), tables: [2], perspectives: ['p4'], large: 'a3_fit' as const };
    expect(sheetOf('notes', choices)).toEqual({ type: 'notes', tables: [2] });
    expect(sheetOf('poster', choices)).toEqual({ type: 'poster', tables: [2], tiles: { paper: 'a3', scale: 'fit' } });
    expect(sheetOf('brochure', choices)).toMatchObject({ perspectives: ['p4'], form: 'booklet' });
    expect(sheetOf('cards', choices)).toMatchObject({ choice: { perspectives: ['p4'], each: 4 } });
    expect(sheetOf('brochure', { ...choices, for_table: 2 })).toMatchObject({ table: 2 });
    // Everything is for all tables and all that was chosen, whatever is looked at elsewhere.
    expect(setOf(choices)).toMatchObject({ tiles: { paper: 'a3' }, cards: { perspectives: [], table: null } });
  });
});

describe('a preview is old', () => {
  const changed = (kind: Kind, change: (e: Entities) => Entities): boolean => contentOf(kind, room()) !== contentOf(kind, change(room()));
  const renamed = (e: Entities): Entities => put(e, 'table/2', 'table', { ...e.table.get('table/2'), name: 'De Zwaluwen' });
  const written = (e: Entities): Entities => put(e, 'field/1/name', 'field', { table: 1, field: 'name', text: 'x', ideas: [], version: 1 });

  it('when what stands on it changed, and not before', () => {
    expect(KINDS.filter((kind) => changed(kind, renamed))).toEqual(['all', 'run_sheet', 'join', 'brochure', 'votes', 'notes', 'table_work', 'poster', 'agreements']);
    expect(KINDS.filter((kind) => changed(kind, written))).toEqual(['all', 'poster', 'agreements']);
    const thought = (e: Entities): Entities => put(e, 'own_interpretation/i1', 'own_interpretation', { id: 'i1', table: 1, observation: 'p1.o1', text: 'x', by: null });
    expect(KINDS.filter((kind) => changed(kind, thought))).toEqual(['brochure']);
    const longer = (e: Entities): Entities => put(e, 'session', 'session', { ...e.session.get('session'), agenda: [{ step: 'browse', minutes: 60, skipped: false }] });
    expect(KINDS.filter((kind) => changed(kind, longer))).toEqual(['all', 'run_sheet']);
  });
});
