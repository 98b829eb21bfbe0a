/** Where a table is while it browses, as words in the address: perspective, observation, what the list holds, and the open story. */
import type { ReadingOrder } from '../../generated/ReadingOrder';

/** Where a list begins: the stories that fit the perspective, all, or what the table keeps at hand. */
export type PoolName = 'support' | 'all' | 'kept';
/** A third of the slider 'was this good education?'. */
export type GoodRange = 'low' | 'mid' | 'high';
export type Length = 'short' | 'medium' | 'long';

/** A bar or cell that was tapped. */
export interface Pick {
  observation: string;
  row: number;
  cell: number;
}

/** What the list of stories holds. */
export interface Reading {
  pool: PoolName;
  pick: Pick | null;
  /** Chosen answers by question. */
  answers: Readonly<Record<string, readonly string[]>>;
  good: GoodRange | null;
  length: Length | null;
  ownFirst: boolean;
  order: ReadingOrder;
  search: string;
}

export interface Place {
  perspective: string | null;
  observation: string | null;
  /** Whether the charts are those of the filter. */
  chartOfFilter: boolean;
  reading: Reading;
  story: number | null;
}

export const EVERYTHING: Reading = {
  pool: 'support', pick: null, answers: {}, good: null, length: null, ownFirst: true, order: 'given', search: '',
};
export const START: Place = { perspective: null, observation: null, chartOfFilter: false, reading: EVERYTHING, story: null };

// The address is decoded as a whole and then cut at each slash, so neither may be in a word of it.
const safe = (word: string): string => encodeURIComponent(word).replace(/[~!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`).replaceAll('%', '~');
function plain(word: string): string {
  try {
    return decodeURIComponent(word.replaceAll('~', '%'));
  } catch {
    return '';
  }
}

const POOLS: readonly string[] = ['support', 'all', 'kept'];
const ORDERS: readonly string[] = ['given', 'short', 'long', 'latest'];
const GOOD: readonly string[] = ['low', 'mid', 'high'];
const LENGTHS: readonly string[] = ['short', 'medium', 'long'];
const one = <T extends string>(among: readonly string[], word: string | undefined): T | null => (word && among.includes(word) ? (word as T) : null);

function readingWord(reading: Reading): string {
  const words: string[] = [];
  const put = (key: string, ...values: string[]): void => void words.push(`${key}=${values.map(safe).join(',')}`);
  if (reading.pool !== 'support') put('p', reading.pool);
  if (reading.pick) put('k', reading.pick.observation, String(reading.pick.row), String(reading.pick.cell));
  for (const [question, options] of Object.entries(reading.answers)) if (options.length > 0) put(`a.${safe(question)}`, ...options);
  if (reading.good) put('g', reading.good);
  if (reading.length) put('l', reading.length);
  if (!reading.ownFirst) put('f', '0');
  if (reading.order !== 'given') put('s', reading.order);
  if (reading.search.trim()) put('q', reading.search);
  return words.join(';') || '-';
}

function readingFrom(word: string | undefined): Reading {
  const reading: Reading & { answers: Record<string, string[]> } = { ...EVERYTHING, answers: {} };
  for (const part of (word ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const key = part.slice(0, at);
    const values = part.slice(at + 1).split(',').map(plain);
    const [first, second, third] = values;
    if (key === 'p') reading.pool = one<PoolName>(POOLS, first) ?? 'support';
    else if (key === 'k' && first) reading.pick = { observation: first, row: Number(second) || 0, cell: Number(third) || 0 };
    else if (key === 'g') reading.good = one(GOOD, first);
    else if (key === 'l') reading.length = one(LENGTHS, first);
    else if (key === 'f') reading.ownFirst = first !== '0';
    else if (key === 's') reading.order = one<ReadingOrder>(ORDERS, first) ?? 'given';
    else if (key === 'q') reading.search = first ?? '';
    else if (key.startsWith('a.')) reading.answers[plain(key.slice(2))] = values.filter(Boolean);
  }
  return reading;
}

/** The place as words of the address, such as `browse/p4.p4_o1/k=p4_o1,0,0/story/218`. */
export function toAddress(place: Place): string {
  const view = [place.perspective ?? '', place.observation ?? '', place.chartOfFilter ? '1' : ''].map(safe).join(',');
  return ['browse', view, readingWord(place.reading), ...(place.story === null ? [] : ['story', String(place.story)])].join('/');
}

/** The place behind words of the address; `null` where they are of another step. */
export function fromAddress(parts: readonly string[]): Place | null {
  if (parts[0] !== 'browse') return null;
  const [perspective, observation, ofFilter] = (parts[1] ?? '').split(',').map(plain);
  const story = parts[3] === 'story' && /^\d+$/.test(parts[4] ?? '') ? Number(parts[4]) : null;
  return {
    perspective: perspective || null, observation: observation || null, chartOfFilter: ofFilter === '1', reading: readingFrom(parts[2]), story,
  };
}
