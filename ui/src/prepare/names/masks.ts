/** Names that may be masked: their kinds, their places, and the stories that hold them. */
import type { MaskPlace } from '../../generated/MaskPlace';
import type { NameKind } from '../../generated/NameKind';
import { prep } from '../prep.svelte';

/** The kinds, in the order of the screen. */
export const KINDS: NameKind[] = ['person', 'school', 'place', 'email', 'phone', 'postcode', 'birth_date'];

/** What a place is known by in a list. */
export function keyOf(place: MaskPlace): string {
  const part = place.part.type === 'answer' ? `answer.${place.part.question}` : place.part.type;
  return `${place.story}/${part}/${place.from}-${place.to}`;
}

/** The stories with a mask or a proposal; `null`, and said, where they cannot be asked. */
export async function storiesWithMasks(): Promise<number[] | null> {
  const limit = 100;
  const stories = new Set<number>();
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const page = await prep.get({ type: 'masks', query: { kind: null, sure: null, decided: 'all', found: '', story: null, offset, limit } }, 'masks');
    if (!page) return null;
    total = page.total;
    for (const line of page.lines) stories.add(line.place.story);
  }
  return [...stories];
}
