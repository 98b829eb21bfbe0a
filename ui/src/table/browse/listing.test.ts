import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SnapshotView } from '../../generated/SnapshotView';
import type { StoryList } from '../../generated/StoryList';
import { program } from '../../state/program.svelte';
import { Listing } from './listing.svelte';
import { EVERYTHING } from './place';

const at = { snapshot: { about: { uses: {} }, questions: [], perspectives: [] } as unknown as SnapshotView, perspective: null, table: 3 };
const line = (id: number) => ({ id, title: '', teller: [], excerpt: '', found: [], words: 1 });

/** Asks that are answered by hand. */
function byHand(): ((list: StoryList | Error) => Promise<void>)[] {
  const answers: ((list: StoryList | Error) => Promise<void>)[] = [];
  vi.spyOn(program, 'ask').mockImplementation(
    () => new Promise((done, failed) => {
      answers.push(async (list) => {
        if (list instanceof Error) failed(list);
        else done(list as never);
        await new Promise((soon) => setTimeout(soon));
      });
    }),
  );
  return answers;
}

describe('the list of stories', () => {
  afterEach(() => vi.restoreAllMocks());

  it('keeps what is there until the new list comes, and never takes a late answer to an old question', async () => {
    const answers = byHand();
    const listing = new Listing();
    listing.want({ ...EVERYTHING, search: 'juf' }, at, '');
    await answers[0]?.({ ids: [1, 2], lines: [line(1), line(2)] });
    listing.want({ ...EVERYTHING, search: 'juff' }, at, '');
    expect(listing.ids).toEqual([1, 2]);
    listing.want({ ...EVERYTHING, search: 'juffr' }, at, '');
    await answers[2]?.({ ids: [3], lines: [line(3)] });
    await answers[1]?.({ ids: [4], lines: [line(4)] });
    expect(listing.ids).toEqual([3]);
  });

  it('asks the same question once, adds pages, and can ask again after a failure', async () => {
    const answers = byHand();
    const listing = new Listing();
    listing.want(EVERYTHING, at, '');
    listing.want({ ...EVERYTHING }, at, '');
    expect(answers).toHaveLength(1);
    await answers[0]?.(new Error('gone'));
    expect(listing.failed).toBe(true);
    listing.again();
    await answers[1]?.({ ids: [1, 2], lines: [line(1)] });
    expect(listing.failed).toBe(false);
    const more = listing.more();
    await answers[2]?.({ ids: [1, 2], lines: [line(2)] });
    await more;
    expect(listing.lines.map((one) => one.id)).toEqual([1, 2]);
  });
});
