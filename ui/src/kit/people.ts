import type { Choice } from '../generated/Choice';
import type { Participant } from '../generated/Participant';
import type { SnapshotView } from '../generated/SnapshotView';
import { t } from '../words';

/** The role types that a person can have: the choices of the snapshot's voice question. */
export function roleTypes(snapshot: SnapshotView | null): Choice[] {
  const kind = snapshot?.questions.find((question) => question.id === snapshot.about.uses.voice)?.kind;
  return kind?.type === 'choice' || kind?.type === 'several' ? kind.choices : [];
}

/** The words of a person's role type; empty where it is not known. */
export function roleName(snapshot: SnapshotView | null, role: string | null): string {
  return roleTypes(snapshot).find((choice) => choice.id === role)?.label ?? '';
}

/** What a person is called on the screen. */
export function personName(person: Participant | undefined): string {
  return person?.name || t('people.nameless');
}

/** People in an order that is the same on every screen and after every restart. */
export function byName(people: Participant[]): Participant[] {
  return [...people].sort((a, b) => a.name.localeCompare(b.name, 'nl', { numeric: true }) || a.id.localeCompare(b.id));
}
