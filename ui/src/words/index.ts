import type { Failure } from '../generated/Failure';

/** The two languages of the screens. */
export type Language = 'nl' | 'en';

type Words = Record<string, string>;

const files = {
  nl: import.meta.glob<Words>('../../../assets/locales/nl/*.json', { import: 'default' }),
  en: import.meta.glob<Words>('../../../assets/locales/en/*.json', { import: 'default' }),
};

let words: Words = {};
let language: Language = 'nl';

/** Loads the words of a language; nothing can be shown before. */
export async function loadWords(wanted: Language): Promise<void> {
  const parts = await Promise.all(Object.values(files[wanted]).map((load) => load()));
  useWords(wanted, Object.assign({}, ...parts) as Words);
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
  if (failure.code === 'refused') {
    const { code, ...params } = failure.refusal;
    return t(`refusal.${code}`, params as Record<string, string | number>);
  }
  if (failure.code === 'bad_file') {
    return t('failure.bad_file', { path: failure.path, reason: t(`file.${failure.reason}`, failure.params as Record<string, string>) });
  }
  const { code, ...params } = failure;
  return t(`failure.${code}`, params as Record<string, string>);
}
