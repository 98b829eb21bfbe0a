import { describe, expect, it } from 'vitest';

type Words = Record<string, string>;
const nl = import.meta.glob<Words>('../../../assets/locales/nl/*.json', { import: 'default', eager: true });
const en = import.meta.glob<Words>('../../../assets/locales/en/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts', '!../generated/**'], { query: '?raw', import: 'default', eager: true });

const merged = (files: Record<string, Words>): Words => Object.assign({}, ...Object.values(files)) as Words;
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the words of the screens', () => {
  it('are there in both languages, with the same places to fill', () => {
    const [dutch, english] = [merged(nl), merged(en)];
    expect(Object.keys(dutch).sort()).toEqual(Object.keys(english).sort());
    const different = Object.keys(dutch).filter((key) => [...new Set(places(dutch[key] ?? ''))].join() !== [...new Set(places(english[key] ?? ''))].join());
    expect(different).toEqual([]);
  });

  it('are never in two files', () => {
    const keys = Object.values(nl).flatMap((file) => Object.keys(file));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are there for every key that a screen names', () => {
    const dutch = merged(nl);
    const missing: string[] = [];
    for (const [file, source] of Object.entries(sources)) {
      for (const match of source.matchAll(/\bt\(\s*'([^']+)'/g)) {
        const key = match[1] ?? '';
        if (!(key in dutch)) missing.push(`${file}: ${key}`);
      }
      // Keys with a part that is only known while the program runs: something must begin and end that way.
      for (const match of source.matchAll(/\bt\(\s*`([^`]+)`/g)) {
        const pattern = new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]*\}/g, '\u0000').replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('\u0000', '.+')}$`);
        if (!Object.keys(dutch).some((key) => pattern.test(key))) missing.push(`${file}: ${match[1] ?? ''}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
