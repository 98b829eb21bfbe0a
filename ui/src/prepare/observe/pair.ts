/** The patterns that are kept under one key. */
import type { PatternKey } from '../../generated/PatternKey';
import type { PatternLine } from '../../generated/PatternLine';
import { prep } from '../prep.svelte';
import { isOf } from './charts';

const LIMIT = 100;
const MOST = 1000;

/** All stories. */
export const ALL = { conditions: [], min_words: null, max_words: null };

/** The patterns of a pair, the strongest first: of a several-choice question every option is one, and so is every answer to a third question. */
export async function linesOf(key: PatternKey): Promise<PatternLine[]> {
  const found: PatternLine[] = [];
  for (let offset = 0; offset < MOST; offset += LIMIT) {
    const page = await prep.get(
      { type: 'patterns', query: { filter: ALL, expr: '', third: key.within, sort: 'effect', question: key.one, method: null, triage: 'all', hide_chance: false, hide_follows: false, hide_background: false, search: '', offset, limit: LIMIT } },
      'patterns',
    );
    found.push(...(page?.lines ?? []).filter((line) => isOf(line, key)));
    if (!page || offset + LIMIT >= page.total) break;
  }
  return found;
}
