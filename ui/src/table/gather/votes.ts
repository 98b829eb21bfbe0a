import type { Participant } from '../../generated/Participant';
import type { Vote } from '../../generated/Vote';

/** The most perspectives that a person votes for, and that a table chooses. */
export const THREE = 3;

/** How many people voted for a perspective. */
export const tally = (votes: Vote[], perspective: string): number => votes.filter((vote) => vote.perspectives.includes(perspective)).length;

/** How many people have voted; what they chose may be hidden from this screen. */
export const voted = (votes: Vote[]): number => votes.filter((vote) => vote.given > 0).length;

/** Who of the people have not voted; what they would choose stays out of it. */
export function notVoted(people: Participant[], votes: Vote[]): Participant[] {
  const done = new Set(votes.filter((vote) => vote.given > 0).map((vote) => vote.participant));
  return people.filter((person) => !done.has(person.id));
}

/** A ballot as it was kept on this device, made good for this set. */
export function ballotFrom(kept: string | null, known: string[]): string[] {
  const ids = (kept ?? '').split(' ').filter((id) => known.includes(id));
  return [...new Set(ids)].slice(0, THREE);
}
