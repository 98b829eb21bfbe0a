import type { Dots } from '../../../generated/Dots';
import type { Participant } from '../../../generated/Participant';
import { byName } from '../../../kit/people';
import { t } from '../../../words';

/** Somebody who votes, with what the screen calls this person. */
export interface Voter {
  id: string;
  name: string;
}

/** Who gave dots; on which ideas may be hidden from this screen. */
export const whoGave = (dots: Dots[]): Set<string> => new Set(dots.filter((one) => one.given > 0).map((one) => one.participant));

/** The people of a table with names that differ: who has none gets a number. */
export function voters(people: Participant[]): Voter[] {
  let nameless = 0;
  return byName(people.filter((person) => person.name !== ''))
    .concat(people.filter((person) => person.name === ''))
    .map((person) => ({ id: person.id, name: person.name || t('vote.nameless', { n: (nameless += 1) }) }));
}
