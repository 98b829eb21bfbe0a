/** The commands of one device on their way to the laptop: in order, one at a time, each exactly once. Plain; outbox.ts gives it storage and a connection. */
import type { Command } from '../generated/Command';
import type { Failure } from '../generated/Failure';
import type { Reply } from '../generated/Reply';

/** A command that waits. */
export interface Item {
  /** Its id: the laptop carries the same id out once. */
  id: string;
  command: Command;
  /** What this device itself last wrote in the same place, as far as the laptop took it; see `onOwn`. */
  wrote?: string;
}

/** What an answer means for a command. */
export type Verdict =
  | { is: 'done'; seq: number }
  /** The laptop cannot take it now; it goes again after so many milliseconds. */
  | { is: 'later'; pause: number }
  /** It stood on words that were this device's own; it goes again, on what the laptop has now. */
  | { is: 'anew'; item: Item }
  | { is: 'refused'; failure: Failure };

/** How long is waited before a command goes again that the laptop cannot take at this moment. */
const LATER: Partial<Record<Failure['code'], number>> = { too_much: 500, cannot_write: 3000, no_session: 3000, seat_gone: 3000, lan_off: 3000 };
/** A defect is tried again too, but not for ever: one command must not hold up all that come after it. */
const DEFECTS = 3;

/**
 * The place that a command sets as a whole, so that a later one of the same place makes an earlier one needless; `null` for commands
 * that do something else.
 */
export function placeOf(command: Command): string | null {
  switch (command.type) {
    case 'set_field': return `${command.type}/${command.table}/${command.field}`;
    case 'write_experience': return `${command.type}/${command.id}`;
    case 'vote': return `${command.type}/${command.participant}`;
    case 'set_dots': return `${command.type}/${command.participant}/${command.idea}`;
    case 'guess': return `${command.type}/${command.table}/${command.observation}`;
    default: return null;
  }
}

/** The thing whose text a command changes on the condition that nobody else changed it meanwhile. */
function guarded(command: Command): string | null {
  switch (command.type) {
    case 'set_field': return placeOf(command);
    case 'change_note': case 'change_idea': case 'name_cluster': case 'change_interpretation': return `text/${command.id}`;
    default: return null;
  }
}

/** What someone typed in a command; empty where it only taps. */
export function wordsOf(command: Command): string {
  switch (command.type) {
    case 'write_experience': return [command.text, command.wish].filter((text) => text.trim() !== '').join('\n\n');
    case 'add_note': case 'change_note': case 'add_idea': case 'change_idea': case 'add_interpretation': case 'change_interpretation':
    case 'set_field': case 'send_message': return command.text.trim();
    case 'name_cluster': case 'name_table': case 'add_cluster': return command.name.trim();
    case 'ask_help': return command.about.trim();
    default: return '';
  }
}

/** The same command on what the laptop has now, where that is nothing but what this device wrote before; `null` otherwise. */
function onOwn({ command, wrote }: Item, failure: Failure): Command | null {
  if (failure.code !== 'refused' || wrote === undefined) return null;
  const { refusal } = failure;
  if (refusal.code === 'field_changed' && command.type === 'set_field' && refusal.text.trim() === wrote) return { ...command, base: refusal.version };
  if (refusal.code !== 'text_changed' || refusal.text.trim() !== wrote) return null;
  return 'was' in command ? { ...command, was: refusal.text } : null;
}

/** The commands that wait, the oldest first. */
export class Queue {
  items: Item[] = [];
  #flying: string | null = null;
  /** Commands of before this page: they may be on their way already, so that nothing else may go in their stead. */
  #before = new Set<string>();
  #defects = 0;

  /** Begins with what waited before this page. */
  load(items: Item[]): void {
    this.items = items;
    this.#before = new Set(items.map((item) => item.id));
  }

  /** Whether a command is of before this page. */
  isBefore(id: string): boolean {
    return this.#before.has(id);
  }

  /** Takes a command in; gives the one that it makes needless. */
  add(item: Item): Item | null {
    const place = placeOf(item.command);
    let needless: Item | null = null;
    // Only past commands that set another place: past anything else the order could matter.
    for (let at = this.items.length - 1; place !== null && at >= 0; at -= 1) {
      const earlier = this.items[at];
      const its = earlier ? placeOf(earlier.command) : null;
      if (!earlier || its === null || earlier.id === this.#flying || this.#before.has(earlier.id)) break;
      if (its === place) {
        needless = earlier;
        break;
      }
    }
    if (needless) {
      this.#remove(needless.id);
      if (needless.wrote !== undefined) item.wrote = needless.wrote;
    }
    this.items.push(item);
    return needless;
  }

  /** What goes now; `null` when nothing waits or something is on its way. */
  next(): Item | null {
    return this.#flying === null ? (this.items[0] ?? null) : null;
  }

  /** It goes. */
  sent(id: string): void {
    this.#flying = id;
  }

  /** The laptop answered. Gives what that means, and which commands must be written down anew; `null` for an answer that nobody waits for. */
  answered(id: string, reply: Reply, newId: () => string): { verdict: Verdict; changed: Item[] } | null {
    const item = this.items.find((one) => one.id === id);
    if (this.#flying !== id || !item) return null;
    this.#flying = null;
    if (reply.type !== 'failed') {
      this.#defects = 0;
      this.#remove(id);
      return { verdict: { is: 'done', seq: reply.type === 'done' ? reply.value.seq : 0 }, changed: this.#wrote(item) };
    }
    const failure = reply.value;
    const pause = LATER[failure.code] ?? (failure.code === 'defect' && ++this.#defects < DEFECTS ? 1000 : undefined);
    if (pause !== undefined) return { verdict: { is: 'later', pause }, changed: [] };
    this.#defects = 0;
    const command = onOwn(item, failure);
    if (command) {
      // Another body is another command, so it goes under another id. Once: what it wrote is not forgotten, but no longer stands.
      const anew: Item = { id: newId(), command };
      this.items = this.items.map((one) => (one.id === id ? anew : one));
      return { verdict: { is: 'anew', item: anew }, changed: [anew] };
    }
    this.#remove(id);
    return { verdict: { is: 'refused', failure }, changed: [] };
  }

  /** Forgets a command that another page of this device dealt with. */
  drop(id: string): void {
    if (this.#flying === id) this.#flying = null;
    this.#remove(id);
  }

  #remove(id: string): void {
    this.items = this.items.filter((one) => one.id !== id);
  }

  /** The words of `done` are on the laptop: the next command of the same place stands on them. */
  #wrote(done: Item): Item[] {
    const thing = guarded(done.command);
    const next = thing === null ? undefined : this.items.find((one) => guarded(one.command) === thing);
    if (!next) return [];
    next.wrote = wordsOf(done.command);
    return [next];
  }
}
