import { describe, expect, it } from 'vitest';
import type { Entity } from '../../generated/Entity';
import type { FieldName } from '../../generated/FieldName';
import type { Origin } from '../../generated/Origin';
import { fromView } from '../../state/store';
import { filled, PARTS, restsOn } from './parts';
import { originKey, passages, storiesAtHand } from './touching';

const field = (name: FieldName, text: string, ideas: string[]): [string, Entity] => [
  `field/1/${name}`,
  { type: 'field', value: { table: 1, field: name, text, ideas, version: 1 } },
];
const idea = (id: string): [string, Entity] => [`idea/${id}`, { type: 'idea', value: { id, table: 1, text: id, theme: null, clusters: [], notes: [], by: null, place: 0 } }];
const marked = (story: number, start: number): Origin => ({ type: 'story', story, quote: { part: 'text', start, end: start + 4, text: 'juf.' }, perspective: null });
const note = (id: string, at: number, origin: Origin): [string, Entity] => [
  `note/${id}`,
  { type: 'note', value: { id, table: 1, kind: 'surprise', text: id, origin, by: null, at, cluster: null, place: 0, merged_into: null } },
];
const e = fromView({
  seq: 1,
  now: 0,
  run: 'r',
  entities: [
    ['poster/1', { type: 'poster', value: { table: 1, ideas: ['b'], sort: null, touched: null, saw: [], ready: false } }] satisfies [string, Entity],
    idea('a'), idea('b'), field('proposal', 'tekst', ['a', 'gone']), field('pitch', '', ['a']), field('room', 'regel', []),
    note('n2', 2, marked(7, 0)), note('n1', 1, marked(8, 0)), note('n3', 3, marked(7, 0)), note('n4', 4, marked(7, 9)),
    ['kept/1/5', { type: 'kept', value: { table: 1, story: 5, by: [] } }] satisfies [string, Entity],
  ].map(([key, entity]) => ({ key: key as string, entity: entity as Entity })),
});
const part = (name: string) => PARTS.find((one) => one.name === name)!;

describe('the parts of the poster', () => {
  it('hold every text field once, the name last', () => {
    const fields = PARTS.flatMap((one) => one.fields);
    expect(new Set(fields).size).toBe(13);
    expect(fields).toHaveLength(13);
    expect(PARTS.at(-1)?.name).toBe('name');
  });
  it('are filled when something stands in them', () => {
    expect(['ideas', 'proposal', 'needs', 'pitch', 'touched', 'saw'].map((name) => filled(e, 1, part(name)))).toEqual([true, true, true, false, false, false]);
  });
  it('rest on the ideas of the moment they were written, else on those chosen now', () => {
    expect(restsOn(e, 1, part('proposal'))).toEqual(['a']);
    expect(restsOn(e, 1, part('pitch'))).toEqual(['b']);
  });
});

describe('what touched us', () => {
  it('offers every marked passage once, in the order of marking, and the kept stories first', () => {
    expect(passages(e, 1).map((one) => one.key)).toEqual([originKey(marked(8, 0)), originKey(marked(7, 0)), originKey(marked(7, 9))]);
    expect(storiesAtHand(e, 1)[0]).toBe(5);
    expect([...storiesAtHand(e, 1)].sort()).toEqual([5, 7, 8]);
  });
});
