/** What the preparer looks at among the patterns. It stays while somebody opens one pattern and comes back. */
import type { Condition } from '../../generated/Condition';
import type { PatternQuery } from '../../generated/PatternQuery';

/** So many patterns on one page. */
export const LIMIT = 24;

class Looking {
  /** Only these experiences. */
  conditions: Condition[] = $state.raw([]);
  /** The same in words that can be typed. */
  expr = $state('');
  /** The rest of the question, without the selection. */
  rest: Omit<PatternQuery, 'filter' | 'expr'> = $state.raw({
    third: null, sort: 'effect', question: null, method: null, triage: 'not_no', hide_chance: true, hide_follows: true, hide_background: true, search: '',
    offset: 0, limit: LIMIT,
  });

  /** The whole question. */
  get query(): PatternQuery {
    return { ...this.rest, filter: this.filter, expr: this.expr };
  }

  /** The selection, as other questions take it. */
  get filter(): PatternQuery['filter'] {
    return { conditions: this.conditions, min_words: null, max_words: null };
  }

  /** Looks at other patterns, from the first on. */
  set(part: Partial<Omit<PatternQuery, 'filter' | 'expr'>>): void {
    this.rest = { ...this.rest, offset: 0, ...part };
  }

  /** Looks at other experiences. */
  select(conditions: Condition[]): void {
    this.conditions = conditions;
    this.set({});
  }
}

/** What the preparer looks at among the patterns. */
export const looking = new Looking();

/** The key of a pattern in an address: ids hold no tilde. */
export const inAddress = (key: string): string => encodeURIComponent(key.replaceAll('/', '~'));
/** The key out of an address. */
export const fromAddress = (part: string): string => part.replaceAll('~', '/');
