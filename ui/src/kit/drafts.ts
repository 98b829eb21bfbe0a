/** Words that were typed and are not yet safe on the laptop, kept on this device under a name. */
const PREFIX = 'regiotafel.draft.';

export const drafts = {
  /** What was typed under this name and not yet acknowledged. */
  read: (name: string): string | null => localStorage.getItem(PREFIX + name),
  /** Keeps what is typed. */
  keep: (name: string, text: string): void => localStorage.setItem(PREFIX + name, text),
  /** Forgets it: the laptop has it. */
  forget: (name: string): void => localStorage.removeItem(PREFIX + name),
};
