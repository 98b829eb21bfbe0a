/** What the tables chose, for everybody to see; pure. */
import type { Table } from '../generated/Table';

/** A perspective with the tables that chose it. */
export interface Chosen {
  id: string;
  name: string;
  tables: number[];
}

/**
 * What was chosen, the most chosen first. A choice that is not fixed yet is left out: seen early it would pull other tables along.
 */
export function ranking(tables: Table[], set: { id: string; short: string }[]): Chosen[] {
  const found = new Map<string, Chosen>();
  for (const table of tables.filter((one) => one.fixed)) {
    for (const id of table.chosen) {
      const one = found.get(id) ?? { id, name: set.find((item) => item.id === id)?.short ?? id, tables: [] };
      found.set(id, { ...one, tables: [...one.tables, table.id] });
    }
  }
  return [...found.values()].sort((a, b) => b.tables.length - a.tables.length || a.name.localeCompare(b.name));
}

/** The tables that still choose. */
export const choosing = (tables: Table[]): Table[] => tables.filter((table) => !table.fixed);
