/** Whether this table wants to see every chart at once instead of guessing first; a habit of this device, not a fact of the session. */
const name = (table: number): string => `regiotafel.gather.show_at_once.${table}`;

export const habit = {
  /** The habit now; guessing first until the table says otherwise. */
  showAtOnce: (table: number): boolean => localStorage.getItem(name(table)) === 'yes',
  /** Sets it. */
  set: (table: number, showAtOnce: boolean): void => localStorage.setItem(name(table), showAtOnce ? 'yes' : 'no'),
};
