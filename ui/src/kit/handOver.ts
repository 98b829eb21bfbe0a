import type { Command } from '../generated/Command';
import { program } from '../state/program.svelte';
import { t } from '../words';

/** How often is looked whether the laptop can still be reached (milliseconds). */
const LOOK = 300;

/**
 * Sends what a form made. True once it is safe on the laptop, or as soon as the laptop is out of reach: then it waits on this device
 * and goes there by itself, and nobody has to wait for it in front of a form.
 */
export async function handOver(command: Command): Promise<boolean> {
  const sent = program.send(command);
  let look: ReturnType<typeof setInterval> | undefined;
  const waits = new Promise<'waits'>((done) => {
    look = setInterval(() => !program.reachable && done('waits'), LOOK);
  });
  const outcome = await Promise.race([sent, waits]);
  clearInterval(look);
  if (outcome === 'waits') program.say(t('table.waits_here'));
  return outcome === 'waits' || outcome;
}
