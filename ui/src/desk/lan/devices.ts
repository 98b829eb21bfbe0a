/** The devices of the tables, counted; pure. */
import type { Seat } from '../../generated/Seat';
import type { Table } from '../../generated/Table';
import * as select from '../../state/select';
import type { Entities } from '../../state/store';

/** Who is connected of those who are expected. */
export interface Count {
  /** People whose own device is connected now. */
  connected: number;
  /** People at tables that do not work on paper. */
  expected: number;
  /** Screens that a table shares, connected now. */
  shared: number;
}

/** The devices of a table: first those of people, by name, then what the table shares. */
export function seatsAt(e: Entities, table: number): Seat[] {
  const name = (seat: Seat): string => e.participant.get(`participant/${seat.participant ?? ''}`)?.name ?? '';
  return select.seats(e, table).sort((a, b) => a.kind.localeCompare(b.kind) || name(a).localeCompare(name(b)));
}

/** One table. */
export function countAt(e: Entities, table: Table, connected: readonly string[]): Count {
  const people = new Set(select.participants(e, table.id).map((person) => person.id));
  const now = seatsAt(e, table.id).filter((seat) => connected.includes(seat.id));
  return {
    connected: now.filter((seat) => seat.kind === 'participant' && people.has(seat.participant ?? '')).length,
    expected: table.paper ? 0 : people.size,
    shared: now.filter((seat) => seat.kind === 'scribe').length,
  };
}

/** All tables that work with devices. */
export function countAll(e: Entities, connected: readonly string[]): Count {
  const total: Count = { connected: 0, expected: 0, shared: 0 };
  for (const table of select.tables(e).filter((one) => !one.paper)) {
    const one = countAt(e, table, connected);
    total.connected += one.connected;
    total.expected += one.expected;
    total.shared += one.shared;
  }
  return total;
}
