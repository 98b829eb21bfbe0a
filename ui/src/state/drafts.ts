/** Words that were typed and are not yet safe on the laptop, kept on this device under a name, apart for each session. */
const PREFIX = 'regiotafel.draft.';
let session = '';
const key = (name: string): string => `${PREFIX}${session}/${name}`;

export const drafts = {
  /** From now on everything is of this session: words of another one never come up in it. */
  of(path: string): void {
    session = path;
  },
  /** What was typed under this name and not yet acknowledged. */
  read: (name: string): string | null => localStorage.getItem(key(name)),
  /** Keeps what is typed. */
  keep: (name: string, text: string): void => localStorage.setItem(key(name), text),
  /** Forgets everything of this session. */
  forgetAll(): void {
    for (const name of Object.keys(localStorage)) if (name.startsWith(key(''))) localStorage.removeItem(name);
  },
  /** Forgets it: the laptop has it. */
  forget: (name: string): void => localStorage.removeItem(key(name)),
};
