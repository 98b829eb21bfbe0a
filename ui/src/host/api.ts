import type { Failure } from '../generated/Failure';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';
import type { Host } from './host';

/** A request failed; `failure` says why, in a code that the words files know. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** What a reply of one type carries. */
export type Value<T extends Reply['type']> = Extract<Reply, { type: T }>['value'];

/** Asks, and gives the value of the reply that is expected; throws `Failed` otherwise. */
export async function ask<T extends Reply['type']>(host: Host, request: Request, expected: T): Promise<Value<T>> {
  const reply = await host.ask(request);
  if (reply.type === expected) return reply.value as Value<T>;
  if (reply.type === 'failed') throw new Failed(reply.value);
  throw new Failed({ code: 'bad_request' });
}
