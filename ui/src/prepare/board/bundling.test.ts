import { describe, expect, it } from 'vitest';
import type { BoardView } from '../../generated/BoardView';
import { BEST, bundled, loose, measure, onCanvas, room, settled, STEP, WIDTH, within } from './bundling';

const line = (id: string, perspective: string | null): BoardView['observations'][number] => ({
  observation: { id, text: id, strength: 3, chart: null, pattern: null, interpretations: [], x: 0, y: 0 }, perspective, chart: null, lost: null, answers_changed: false, ready: false, remarks: 0,
});
const perspective = (id: string, observations: string[]): BoardView['perspectives'][number] => ({
  perspective: { id, name: id, short: '', question: '', observations, support: [], place: 0, x: 0, y: 0 }, support: [], check: { marks: [], ease: null, level: '', words: 0, sentences: 0 }, voices: [],
});
const board: BoardView = { perspectives: [perspective('p1', ['a', 'b', 'c']), perspective('p2', [])], observations: [line('a', 'p1'), line('b', 'p1'), line('c', 'p1'), line('d', null)] };

describe('an observation', () => {
  it('comes to the end of a perspective, or to a place in it', () => {
    expect(bundled(board, 'd', 'p1')).toEqual([{ type: 'bundle', id: 'p1', observations: ['a', 'b', 'c', 'd'] }]);
    expect(bundled(board, 'd', 'p1', 1)).toEqual([{ type: 'bundle', id: 'p1', observations: ['a', 'd', 'b', 'c'] }]);
    expect(bundled(board, 'c', 'p1', 0)).toEqual([{ type: 'bundle', id: 'p1', observations: ['c', 'a', 'b'] }]);
  });

  it('comes out of its perspective', () => {
    expect(bundled(board, 'b', null)).toEqual([{ type: 'bundle', id: 'p1', observations: ['a', 'c'] }]);
  });

  it('that is dropped where it was changes nothing, so that there is nothing to undo', () => {
    expect(bundled(board, 'a', 'p1')).toEqual([]);
    expect(bundled(board, 'a', 'p1', 0)).toEqual([]);
    expect(bundled(board, 'd', null)).toEqual([]);
    expect(bundled(board, 'd', 'gone')).toEqual([]);
  });

  it('is in one perspective or loose', () => {
    expect(loose(board).map((one) => one.observation.id)).toEqual(['d']);
    expect(within(board, { ...board.perspectives[0]!.perspective, observations: ['c', 'gone', 'a'] }).map((one) => one.observation.id)).toEqual(['c', 'a']);
  });
});

describe('the canvas', () => {
  it('has room for twelve new perspectives, none upon another', () => {
    const taken: { x: number; y: number }[] = [];
    for (let n = 0; n < 12; n += 1) taken.push(room(taken));
    expect(new Set(taken.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
    expect(taken[3]).toEqual({ x: 0, y: STEP.y });
  });

  it('shows no card upon another, and leaves one that is dragged where it is', () => {
    const cards = [{ id: 'a', x: 0, y: 0, height: 500 }, { id: 'b', x: 20, y: 300, height: 200 }, { id: 'c', x: WIDTH + 20, y: 300, height: 200 }, { id: 'd', x: 0, y: 310, height: 100 }];
    const places = Object.fromEntries(settled(cards).map(({ id, y }) => [id, y]));
    expect(places).toEqual({ a: 0, b: 516, c: 300, d: 732 });
    expect(settled(cards, 'd').find(({ id }) => id === 'd')?.y).toBe(310);
  });

  it('keeps a perspective in sight', () => {
    expect(onCanvas(-40.4, 12.6)).toEqual({ x: 0, y: 13 });
  });
});

it('tells few from many by what works best', () => {
  expect([2, 3, 6, 7].map((count) => measure(count, BEST.observations))).toEqual(['few', 'good', 'good', 'many']);
});
