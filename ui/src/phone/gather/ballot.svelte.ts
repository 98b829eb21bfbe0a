/** The ballot of who holds this phone: set as a whole, kept here until it is given. */
import type { Vote } from '../../generated/Vote';
import { drafts } from '../../state/drafts';
import { program } from '../../state/program.svelte';
import { toggled } from '../../table/gather/choice';
import { ballotFrom, THREE } from '../../table/gather/votes';

const DRAFT = 'phone.ballot';
const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join(' ') === [...b].sort().join(' ');

export class Ballot {
  #me: string;
  #known: () => string[];
  #given: () => Vote | undefined;
  /** What is tapped and not yet given; `null` where that is what was given. */
  #tapped: string[] | null = $state.raw(null);
  #sent: string[] | null = $state.raw(null);

  constructor(me: string, known: () => string[], given: () => Vote | undefined) {
    this.#me = me;
    this.#known = known;
    this.#given = given;
    const kept = drafts.read(DRAFT);
    if (kept !== null) this.#tapped = ballotFrom(kept, known());
  }

  /** What was given, or is on its way to the laptop. */
  get given(): string[] {
    return this.#sent ?? this.#given()?.perspectives ?? [];
  }

  /** The ballot as it stands on the screen. */
  get marks(): string[] {
    return this.#tapped ?? this.given;
  }

  /** Whether it is another one than what was given. */
  get changed(): boolean {
    return this.#tapped !== null && !same(this.#tapped, this.given);
  }

  /** Whether it holds as many as it may. */
  get full(): boolean {
    return this.marks.length >= THREE;
  }

  /** Takes a perspective in or out; a fourth does not fit. */
  tap(id: string): void {
    this.#tapped = toggled(this.marks.filter((one) => this.#known().includes(one)), id);
    drafts.keep(DRAFT, this.#tapped.join(' '));
  }

  /** Gives it, in place of what was given before. */
  async give(): Promise<void> {
    const marks = this.marks;
    this.#sent = marks;
    this.#tapped = null;
    const safe = await program.send({ type: 'vote', participant: this.#me, perspectives: marks });
    if (this.#sent !== marks) return;
    this.#sent = null;
    // Refused: the marks stay on the screen, to be given once that goes.
    if (!safe && this.#tapped === null) this.#tapped = marks;
    if (safe && this.#tapped === null) drafts.forget(DRAFT);
  }
}
