import type { Failure } from '../generated/Failure';

/** The two languages of the screens. */
export type Language = 'nl' | 'en';

type Words = Record<string, string>;

/** Words are data, not script: a phone reads them several times as fast, and fetches only those of one language. */
const files = {
  nl: import.meta.glob<string>('../../../assets/locales/nl/*.json', { query: '?url', import: 'default', eager: true }),
  en: import.meta.glob<string>('../../../assets/locales/en/*.json', { query: '?url', import: 'default', eager: true }),
};

/** A part of the words: the name of its file. */
export type Part =
  | 'advice' | 'browse' | 'change' | 'converge' | 'desk' | 'failure' | 'files' | 'gather' | 'join' | 'kit' | 'lan' | 'own' | 'paper' | 'people' | 'phone' | 'photo'
  | 'print' | 'refusal' | 'screen' | 'sheets' | 'watch' | PreparePart;

/** The parts of the words that only a preparer sees. */
const OF_PREPARING = [
  'check', 'intake', 'log', 'pattern', 'prepare', 'prepare_board', 'prepare_clean', 'prepare_draft', 'prepare_intake', 'prepare_names', 'prepare_observe', 'prepare_patterns',
  'prepare_publish', 'prepare_questions',
] as const;
type PreparePart = (typeof OF_PREPARING)[number];

const LANGUAGE = 'regiotafel.language';

let words: Words = {};
let language: Language = 'nl';
let loaded = new Set<string>();

/** Loads the words of a language: some parts of them, or all but those that only a preparer sees. Nothing can be shown before. */
export async function loadWords(wanted: Language, parts?: Part[]): Promise<void> {
  useWords(wanted, {});
  loaded = new Set();
  await moreWords(parts);
}

/** Loads more parts of the words, before the screens that need them. A part that there is not is passed over. */
export async function moreWords(parts?: Part[]): Promise<void> {
  const among = (some: readonly Part[], path: string): boolean => some.some((part) => path.endsWith(`/${part}.json`));
  const missing = Object.entries(files[language]).filter(([path]) => !loaded.has(path) && (parts ? among(parts, path) : !among(OF_PREPARING, path)));
  const more = await Promise.all(missing.map(([, url]) => fetchWords(url)));
  for (const [path] of missing) loaded.add(path);
  words = Object.assign({}, words, ...more) as Words;
}

async function fetchWords(url: string): Promise<Words> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Words;
}

/** The language that was chosen on this device; Dutch where none was. */
export function chosenLanguage(): Language {
  return localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'nl';
}

/** Chooses the language of this device; the page is loaded anew with it, at the same place. */
export function chooseLanguage(wanted: Language): void {
  localStorage.setItem(LANGUAGE, wanted);
  location.reload();
}

/** Sets the words directly; for tests. */
export function useWords(wanted: Language, all: Words): void {
  words = all;
  language = wanted;
}

/** The language that is loaded. */
export function currentLanguage(): Language {
  return language;
}

/** The words behind a key, with `{name}` filled in. With a number `n`, `key.one` is taken for 1 where it exists. */
export function t(key: string, params: Record<string, string | number> = {}): string {
  const chosen = params['n'] === 1 && `${key}.one` in words ? `${key}.one` : key;
  const text = words[chosen];
  if (text === undefined) return chosen;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/** Whether there are words behind a key. */
export function known(key: string): boolean {
  return key in words;
}

/** A number as people write it: 4.981. */
export function number(value: number): string {
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(value);
}

/** A list in words: 'Ada, Bram en Eva'. */
export function list(items: string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** A day in words: '22 november 2026'. */
export function day(iso: string): string {
  const date = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** What happened, what is safe and what to do, for a request that failed. */
export function failureText(failure: Failure): string {
  if (failure.code === 'refused' || failure.code === 'unprepared' || failure.code === 'ungrouped') {
    const { code, ...params } = failure.refusal;
    return t(`refusal.${code}`, params as Record<string, string | number>);
  }
  if (failure.code === 'bad_file') {
    return t('failure.bad_file', { path: failure.path, reason: t(`file.${failure.reason}`, failure.params as Record<string, string>) });
  }
  if (failure.code === 'bad_expression') {
    return t('failure.bad_expression', { sentence: t(failure.sentence.key, failure.sentence.places as Record<string, string>) });
  }
  const { code, ...params } = failure;
  return t(`failure.${code}`, params as Record<string, string>);
}
