/** The one adapter between the preparer's part of the program and its screens. */
import type { DraftView } from '../generated/DraftView';
import type { Prepare } from '../generated/Prepare';
import type { PrepareCommand } from '../generated/PrepareCommand';
import type { PrepareFiles } from '../generated/PrepareFiles';
import type { Prepared } from '../generated/Prepared';
import { Failed } from '../host/api';
import { newId } from '../state/ids';
import { program } from '../state/program.svelte';
import { t } from '../words';

/** What an answer of one type carries. */
export type PreparedValue<T extends Prepared['type']> = Values[T];
type Values = { [One in Prepared as One['type']]: One['value'] };

class Prep {
  /** Which drafts, exports and codebooks there are; `null` until that was asked. */
  files: PrepareFiles | null = $state.raw(null);
  /** The open draft in figures; `null` where none is open. */
  draft: DraftView | null = $state.raw(null);
  /** Grows with everything that changes the draft or the export that is looked at: what a screen shows is asked again then. */
  changes = $state(0);
  /** How many commands wait until they are safe on disk. */
  waiting = $state(0);
  #turn: Promise<unknown> = Promise.resolve();
  #asked = 0;

  /** Asks; throws `Failed`. */
  async ask<T extends Prepared['type']>(ask: Prepare, expected: T): Promise<PreparedValue<T>> {
    const answer = await program.ask({ type: 'prepare', ask }, 'prepared');
    if (answer.type === expected) return answer.value as PreparedValue<T>;
    throw new Failed({ code: 'bad_request' });
  }

  /** Asks; says it at the bottom of the screen when that fails, and gives `null` then. */
  async get<T extends Prepared['type']>(ask: Prepare, expected: T): Promise<PreparedValue<T> | null> {
    try {
      return await this.ask(ask, expected);
    } catch (error) {
      program.say(error);
      return null;
    } finally {
      program.progress = null;
    }
  }

  /** Looks which files there are, and whether a draft is open already. The first thing to do. */
  async start(): Promise<void> {
    const turn = ++this.#asked;
    const files = await this.get({ type: 'files' }, 'files');
    // What was opened or closed meanwhile is newer.
    if (!files || turn !== this.#asked) return;
    this.files = files;
    if (files.open) await this.refresh();
    else this.draft = null;
  }

  /** Begins a draft; whether that went well. */
  async begin(name: string, language: string): Promise<boolean> {
    return this.#opened(await this.get({ type: 'new', name, language }, 'draft'));
  }

  /** Opens a draft; whether that went well. */
  async open(path: string): Promise<boolean> {
    return this.#opened(await this.get({ type: 'open', path }, 'draft'));
  }

  /** Closes the draft. All of it is safe on disk. */
  async close(): Promise<void> {
    this.#asked += 1;
    const files = await this.get({ type: 'close' }, 'files');
    if (!files) return;
    this.#asked += 1;
    this.files = files;
    this.draft = null;
    this.changes += 1;
  }

  /** Asks anew what the draft holds. */
  async refresh(): Promise<void> {
    const turn = ++this.#asked;
    const draft = await this.get({ type: 'draft' }, 'draft');
    if (draft && turn === this.#asked) this.draft = draft;
  }

  /** Takes over what another answer says of the draft, and lets the screens ask anew what they show. */
  async changed(draft: DraftView | null = null): Promise<void> {
    if (draft) this.draft = draft;
    else await this.refresh();
    this.changes += 1;
  }

  /**
   * Carries commands out, one after another; whether all of them are safe on disk. The first that is refused ends it, and is said.
   * Whoever calls it again before that is done waits for its turn, so that nothing overtakes.
   */
  async do(...commands: PrepareCommand[]): Promise<boolean> {
    this.waiting += commands.length;
    const mine = this.#turn.then(() => this.#carryOut(commands));
    this.#turn = mine;
    const done = await mine.finally(() => (this.waiting -= commands.length));
    await this.changed();
    return done;
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    if ((this.draft?.undo ?? 0) > 0 && (await this.do({ type: 'undo' }))) program.say(t('prepare.undone'), { label: t('prepare.redo'), run: () => void this.redo() });
  }

  /** Does again what was taken back last. */
  async redo(): Promise<void> {
    if ((this.draft?.redo ?? 0) > 0 && (await this.do({ type: 'redo' }))) program.say(t('prepare.redone'));
  }

  /** Says what was done, with the way back beside it. */
  say(text: string): void {
    program.say(text, { label: t('prepare.undo'), run: () => void this.undo() });
  }

  async #carryOut(commands: PrepareCommand[]): Promise<boolean> {
    for (const command of commands) {
      if (!(await this.get({ type: 'do', id: newId('c'), command }, 'done'))) return false;
    }
    return true;
  }

  #opened(draft: DraftView | null): boolean {
    if (!draft) return false;
    this.#asked += 1;
    this.draft = draft;
    this.changes += 1;
    return true;
  }
}

/** The preparer's work, as all its screens see it. */
export const prep = new Prep();
