/** Messages of the facilitator that were put away on this phone. Others of the table may still want to read them, so it stays here. */
import type { Message } from '../generated/Message';
import { drafts } from '../state/drafts';

const SEEN = 'phone.seen';
const MOST = 40;
const seen = (): string[] => (drafts.read(SEEN) ?? '').split(' ').filter(Boolean);

/** The latest message that nobody put away, at the table or here. */
export const waiting = (messages: Message[]): Message | undefined => messages.find((it) => !seen().includes(it.id));

/** Puts one away. */
export function putAway(id: string): void {
  drafts.keep(SEEN, [...seen().slice(1 - MOST), id].join(' '));
}
