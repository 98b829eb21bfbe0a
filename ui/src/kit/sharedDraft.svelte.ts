import { tick } from 'svelte';
import type { Command } from '../generated/Command';
import { drafts } from '../state/drafts';
import { sendText } from './sendText';
import { chosenText, type Which } from './textSaver';

/** A text that others may change meanwhile, and that is sent with a button; its words are a draft until then. */
export class SharedDraft {
  /** What stands in the field. */
  text = $state('');
  /** What somebody else wrote meanwhile, until one chooses. */
  theirs: string | null = $state(null);
  #was: string;

  constructor(text: string, private readonly draft: string) {
    this.text = text;
    this.#was = drafts.read(draft) === null ? text : (drafts.read(`${draft}.was`) ?? text);
    drafts.keep(`${draft}.was`, this.#was);
  }

  /** The laptop has this text now. It comes into the field as long as nobody typed here. */
  seen(text: string): void {
    if (this.theirs !== null) this.theirs = text;
    else if (drafts.read(this.draft) === null) this.#from((this.text = text));
  }

  /** Sends; true once it is safe. When somebody else wrote meanwhile, `theirs` is there to choose from. */
  async send(command: (was: string) => Command): Promise<boolean> {
    const outcome = await sendText(command(this.#was));
    this.theirs = outcome.type === 'changed' ? outcome.text : null;
    if (outcome.type !== 'saved') return false;
    drafts.forget(this.draft);
    this.close();
    return true;
  }

  /** Goes on with what was chosen. */
  async choose(which: Which): Promise<void> {
    if (this.theirs === null) return;
    const chosen = chosenText(which, this.text, this.theirs);
    this.#from(this.theirs);
    this.theirs = null;
    // The field takes words from outside only while it keeps none of its own.
    drafts.forget(this.draft);
    this.text = chosen;
    await tick();
    if (which !== 'theirs') drafts.keep(this.draft, chosen);
  }

  /** The field goes away; what was typed and not sent stays a draft. */
  close(): void {
    if (drafts.read(this.draft) === null) drafts.forget(`${this.draft}.was`);
  }

  #from(text: string): void {
    this.#was = text;
    drafts.keep(`${this.draft}.was`, text);
  }
}
