import { describe, expect, it } from 'vitest';
import type { Entity } from '../generated/Entity';
import type { Origin } from '../generated/Origin';
import { fromView } from '../state/store';
import { ideaNotes, trace } from './trace';

const story = (n: number): Origin => ({ type: 'story', story: n, quote: null, perspective: null });
const note = (id: string, origin: Origin, cluster: string | null, merged_into: string | null = null): [string, Entity] => [
  `note/${id}`,
  { type: 'note', value: { id, table: 1, kind: 'surprise', text: id, origin, by: null, at: 0, cluster, place: 0, merged_into } },
];
const idea = (id: string, clusters: string[], notes: string[] = []): [string, Entity] => [
  `idea/${id}`,
  { type: 'idea', value: { id, table: 1, text: id, theme: null, clusters, notes, by: null, place: 0 } },
];
const cluster = (id: string): [string, Entity] => [`cluster/${id}`, { type: 'cluster', value: { id, table: 1, name: '', place: 0 } }];

const e = fromView({
  seq: 1,
  now: 0,
  run: 'r',
  entities: [
    cluster('k'), cluster('l'),
    note('a', story(1), 'k'), note('b', story(1), 'k'), note('c', story(2), 'l'), note('d', story(3), null, 'c'), note('e', { type: 'table' }, null),
    idea('i', ['k', 'l']), idea('j', ['k', 'gone'], ['d', 'e']),
  ].map(([key, entity]) => ({ key, entity })),
});

describe('where something came from', () => {
  it('counts notes and stories once, with the stories of doubles', () => {
    expect(trace(e, ['i'])).toMatchObject({ notes: 3, stories: 3 });
    expect(trace(e, ['i', 'j'])).toMatchObject({ notes: 4, stories: 3 });
  });
  it('takes the note that stands for a double, and leaves out what is gone', () => {
    expect(trace(e, ['j', 'gone']).ideas).toHaveLength(1);
    const [j] = trace(e, ['j']).ideas;
    expect(ideaNotes(e, j!.idea).map((one) => one.id)).toEqual(['a', 'b', 'c', 'e']);
  });
});
