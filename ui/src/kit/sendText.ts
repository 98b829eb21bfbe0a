import type { Command } from '../generated/Command';
import { program } from '../state/program.svelte';
import type { Saved } from './textSaver';

/** Sends a command that changes a text. When somebody else changed that text meanwhile, it comes back instead of an error on the screen. */
export async function sendText(command: Command): Promise<Saved> {
  let outcome: Saved = { type: 'failed' };
  const safe = await program.send(command, (failure) => {
    const refusal = failure.code === 'refused' ? failure.refusal : null;
    if (refusal?.code === 'text_changed') outcome = { type: 'changed', text: refusal.text, base: refusal.text };
    else if (refusal?.code === 'field_changed') outcome = { type: 'changed', text: refusal.text, base: String(refusal.version) };
    return outcome.type === 'changed';
  });
  return safe ? { type: 'saved' } : outcome;
}
