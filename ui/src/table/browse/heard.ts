/** Whose stories a table read. */
import type { Read } from '../../generated/Read';
import { list, t } from '../../words';

export interface Voice {
  id: string;
  label: string;
}

/** For each voice how many stories were read, in the order of the questionnaire; `null` holds those of whom it is not known. */
export function heard(reads: readonly Read[], voices: readonly Voice[]): Map<string | null, number> {
  const counts = new Map<string | null, number>(voices.map((voice) => [voice.id, 0]));
  for (const read of reads) {
    const voice = read.voice !== null && counts.has(read.voice) ? read.voice : null;
    counts.set(voice, (counts.get(voice) ?? 0) + 1);
  }
  return counts;
}

/** A label within a sentence: 'Ouders' becomes 'ouders'. */
export const within = (label: string): string => label.charAt(0).toLocaleLowerCase() + label.slice(1);

/** 'Jullie lazen 23 ervaringen: 14 van ouders, 8 van leraren en 1 van leerlingen.' */
export function heardWords(reads: readonly Read[], voices: readonly Voice[]): string {
  const counts = heard(reads, voices);
  const parts = voices.filter((voice) => counts.get(voice.id)).map((voice) => t('browse.heard.of', { n: counts.get(voice.id) ?? 0, who: within(voice.label) }));
  const unknown = counts.get(null) ?? 0;
  if (unknown > 0 && parts.length > 0) parts.push(t('browse.heard.unknown', { n: unknown }));
  const all = t('browse.heard.all', { n: reads.length });
  return parts.length > 0 ? `${all}: ${list(parts)}.` : `${all}.`;
}

/** The voices of which nothing was read yet. */
export const unheard = (reads: readonly Read[], voices: readonly Voice[]): Voice[] => {
  const counts = heard(reads, voices);
  return voices.filter((voice) => !counts.get(voice.id));
};
