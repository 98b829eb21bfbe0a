import type { NoEntry } from '../generated/NoEntry';
import type { Push } from '../generated/Push';
import type { Reply } from '../generated/Reply';
import type { Request } from '../generated/Request';

/** Through which door a page came in: as the facilitator's desk, at a seat of a table, or as a projector. */
export type Door = { at: 'desk' } | { at: 'seat'; seat: string } | { at: 'screen' };

/** What sort of file is chosen in a dialog. */
export type FileKind = 'snapshot' | 'session' | 'draft' | 'export' | 'codebook';

/** The way from this page to the program: through the window (tauri.ts), over a socket on the laptop itself (web.ts) or over the LAN (lan.ts). */
export interface Host {
  /** The door; the desk's where it is not said. */
  readonly door?: Door;
  /**
   * Asks; rejects only when the program cannot be reached at all. What could not be sent waits for the next connection.
   * With `within` (milliseconds) the connection is given up and made anew when nothing at all comes back in that time.
   */
  ask(request: Request, within?: number): Promise<Reply>;
  /** Listens to what the program says unasked. */
  listen(hear: (push: Push) => void): void;
  /** Is told whether the program can be reached, and every time that it can be reached again. */
  onReach(told: (reachable: boolean) => void): void;
  /** Is told when it is not certain that the connection still lives: the listener asks something `within` a short time. */
  onDoubt?(check: () => void): void;
  /** Is told why the program does not let this page in, and `null` as soon as it does. */
  onShut?(told: (why: NoEntry | null) => void): void;
  /** Lets the person choose a file, where the program has dialogs; `words` say what is chosen. `null` when nothing was. */
  chooseFile(kind: FileKind, words: string): Promise<string | null>;
  /** Lets the person look at a sheet that was printed: in the system's viewer, or in a tab of the browser. */
  showSheet(path: string): Promise<void>;
  /** Gives the seat of this device up and ends the connection; `gone` when the laptop had ended it, so that words may still wait here. */
  leave?(gone: boolean): void;
  /** Ends the connection for good. */
  close?(): void;
}
