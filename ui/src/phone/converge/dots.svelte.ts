/** The dots of who holds this phone: shown as tapped, set on the laptop. */
import type { Table } from '../../generated/Table';
import { program } from '../../state/program.svelte';
import * as select from '../../state/select';
import { Wanted } from '../wanted.svelte';

export class MyDots {
  #me: string;
  #table: () => Table;
  #wanted = new Wanted<number>();

  constructor(me: string, table: () => Table) {
    this.#me = me;
    this.#table = table;
  }

  /** Those on one idea. */
  on(idea: string): number {
    return this.#wanted.or(idea, select.dotsBy(program.entities, this.#table().id, this.#me).get(idea) ?? 0);
  }

  /** How many are given. */
  get spent(): number {
    return select.ideas(program.entities, this.#table().id).reduce((sum, idea) => sum + this.on(idea.id), 0);
  }

  /** How many there still are; below zero where the table lowered the limit. */
  get left(): number {
    return this.#table().dot_limit - this.spent;
  }

  /** A dot is set and not added: a double tap changes nothing. */
  set(idea: string, dots: number): void {
    void this.#wanted.set(idea, dots, program.send({ type: 'set_dots', participant: this.#me, idea, dots }));
  }
}
