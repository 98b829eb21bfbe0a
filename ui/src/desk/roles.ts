import type { Choice } from '../generated/Choice';
import type { SnapshotView } from '../generated/SnapshotView';

/** The role types of the snapshot: the answers to its voice question. */
export function roleChoices(snapshot: SnapshotView | null): Choice[] {
  const kind = snapshot?.questions.find((question) => question.id === snapshot.about.uses.voice)?.kind;
  return kind && (kind.type === 'choice' || kind.type === 'several') ? kind.choices : [];
}

/** The short name of a perspective; its id where the snapshot is not open. */
export const perspectiveName = (snapshot: SnapshotView | null, id: string): string => snapshot?.perspectives.find((p) => p.id === id)?.short ?? id;
