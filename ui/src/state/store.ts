import type { Delta } from '../generated/Delta';
import type { Entity } from '../generated/Entity';
import type { View } from '../generated/View';

type Kind = Entity['type'];
type ValueOf<K extends Kind> = Extract<Entity, { type: K }>['value'];

/** Everything of the session that this screen may see, by kind and key. Never changed in place: a delta gives a new value. */
export type Entities = { readonly [K in Kind]: ReadonlyMap<string, ValueOf<K>> };

const KINDS: Kind[] = [
  'session', 'table', 'participant', 'experience', 'guess', 'own_interpretation', 'recognition', 'vote', 'read', 'kept', 'note',
  'cluster', 'idea', 'dots', 'field', 'poster', 'message', 'seat', 'photo',
];

/** Nothing yet. */
export function noEntities(): Entities {
  return Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Entities;
}

/** All entities of a full view. */
export function fromView(view: View): Entities {
  return applied(noEntities(), { upserts: view.entities, removals: [] });
}

/** The entities after a delta; kinds that it does not touch keep their identity. */
export function applied(before: Entities, delta: Pick<Delta, 'upserts' | 'removals'>): Entities {
  const after: Record<string, Map<string, unknown>> = {};
  const writable = (kind: Kind): Map<string, unknown> => (after[kind] ??= new Map<string, unknown>(before[kind]));
  for (const { key, entity } of delta.upserts) writable(entity.type).set(key, entity.value);
  for (const key of delta.removals) writable(key.split('/', 1)[0] as Kind).delete(key);
  return { ...before, ...after } as Entities;
}
