import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';

/** The way from this page to the program: through the window (tauri.ts) or over a socket (web.ts). */
export interface Host {
  /** Asks; rejects only when the program cannot be reached. */
  ask(request: Request): Promise<Reply>;
  /** Listens to what the program says unasked. */
  listen(hear: (push: Push) => void): void;
  /** Is told whether the program can be reached, and every time that it can be reached again. */
  onReach(told: (reachable: boolean) => void): void;
  /** Lets the person choose a file, where the program has dialogs; `null` when nothing was chosen. */
  chooseFile(kind: 'snapshot' | 'session'): Promise<string | null>;
  /** Lets the person look at a sheet that was printed, where the program has no viewer of its own. */
  showSheet(path: string): Promise<void>;
}
