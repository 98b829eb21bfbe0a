/** What a screen does with views and deltas; see the rules at `Delta` in the protocol. Plain, so that it can be tried out in any order. */
import type { Delta } from '../generated/Delta';
import type { Request } from '../generated/Request';
import type { View } from '../generated/View';
import { applied, type Entities, fromView, noEntities } from './store';

/** How far a screen is: the last event that it knows, of which opening of the session. */
export interface At {
  seq: number;
  run: string;
}

/** More deltas than this are not kept aside: the answer that is waited for makes up for those that are dropped. */
const ASIDE = 200;

/** After so many answers that leave a gap the screen begins again with a view. */
const GAPS = 3;

/** The copy of the session that a screen holds. */
export class Replica {
  entities: Entities = noEntities();
  #at: At | null = null;
  #aside: Delta[] = [];
  #gaps = 0;

  /** How far it is; `null` before the first view. */
  get at(): At | null {
    return this.#at;
  }

  /** What to ask to be up to date. */
  question(): Extract<Request, { type: 'view' | 'since' }> {
    return this.#at ? { type: 'since', ...this.#at } : { type: 'view' };
  }

  /** Takes what the laptop said unasked. `false`: something between is missing, so the question must be asked. */
  heard(delta: Delta): boolean {
    if (this.#at && delta.from <= this.#at.seq) {
      this.#take(delta);
      return this.#catchUp();
    }
    this.#aside.push(delta);
    if (this.#aside.length > ASIDE) this.#aside.shift();
    return false;
  }

  /** Takes the answer to a question that was asked at `asked`. `false`: the question must be asked again. */
  answered(answer: { view: View } | { delta: Delta }, asked: At | null): boolean {
    const whole = this.#answered(answer, asked);
    this.#gaps = whole ? 0 : this.#gaps + 1;
    // What was heard does not fit what is answered, over and over: it is of something else.
    if (this.#gaps >= GAPS) this.forget();
    return whole;
  }

  #answered(answer: { view: View } | { delta: Delta }, asked: At | null): boolean {
    if ('view' in answer) {
      const { view } = answer;
      // A view that was long on its way and is older than what is known by now.
      if (this.#at?.run === view.run && view.seq < this.#at.seq) return this.#catchUp();
      this.#at = { seq: view.seq, run: view.run };
      this.entities = fromView(view);
      return this.#catchUp();
    }
    // A delta says nothing of its run: it counts only for the run that was asked about.
    if (!this.#at || asked?.run !== this.#at.run || answer.delta.from > this.#at.seq) return false;
    this.#take(answer.delta);
    return this.#catchUp();
  }

  /** The connection is a new one: what was kept aside may be of another opening, and is asked for anyhow. */
  cut(): void {
    this.#aside = [];
  }

  /** Something else is open on the laptop, or this screen has another place: all must be asked anew. What is shown stays until then. */
  forget(): void {
    this.#at = null;
    this.cut();
  }

  /** Nothing is open any more. */
  clear(): void {
    this.forget();
    this.entities = noEntities();
  }

  #take(delta: Delta): void {
    if (!this.#at || delta.seq <= this.#at.seq) return;
    this.#at = { ...this.#at, seq: delta.seq };
    this.entities = applied(this.entities, delta);
  }

  /** Takes what was kept aside and fits now; `false` where there is still a gap. */
  #catchUp(): boolean {
    for (const delta of this.#aside.sort((a, b) => a.from - b.from)) {
      if (this.#at && delta.from <= this.#at.seq) this.#take(delta);
    }
    const known = this.#at?.seq ?? -1;
    this.#aside = this.#aside.filter((delta) => delta.from > known);
    return this.#aside.length === 0;
  }
}
