/** Reading a list of people that somebody typed or pasted; pure. */
import type { Choice } from '../../generated/Choice';

/** Somebody on the list. */
export interface Named {
  name: string;
  role: string | null;
}

const plain = (text: string): string => text.trim().toLowerCase();

/** One person a line; after a comma, semicolon or tab the role type may follow, as it is called or as it begins. Bullets and numbers are left out. */
export function readNames(text: string, roles: Choice[]): Named[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const clean = line.replace(/^\s*(?:[-*•–]|\d+[.)])\s*/, '').trim();
    if (!clean) return [];
    const cut = /^(.*?)[,;\t](.*)$/.exec(clean);
    const said = cut ? plain(cut[2] ?? '') : '';
    const role = said ? roles.find((choice) => plain(choice.label).startsWith(said)) : undefined;
    // What is not a role type belongs to the name: 'Jansen, Ada'.
    return [role ? { name: (cut?.[1] ?? '').trim(), role: role.id } : { name: clean, role: null }];
  });
}

/** Who goes where when a list is spread over tables: first to where the fewest sit. */
export function spread<T>(people: T[], seats: { table: number; taken: number }[]): { who: T; table: number }[] {
  const taken = new Map(seats.map((seat) => [seat.table, seat.taken]));
  return people.flatMap((who) => {
    const [table] = [...taken].sort((a, b) => a[1] - b[1] || a[0] - b[0])[0] ?? [];
    if (table === undefined) return [];
    taken.set(table, (taken.get(table) ?? 0) + 1);
    return [{ who, table }];
  });
}
