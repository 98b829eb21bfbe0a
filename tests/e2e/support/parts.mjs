// The parts of a long test. What follows rests on what came before, so the first that fails ends the test.
import { test } from 'node:test';

/** `sight` keeps what is to be seen when a part fails; a part may take so many milliseconds. */
export function parts(sight, timeout = 180_000) {
  let failed = false;
  return (name, does) =>
    test(name, { timeout }, async (context) => {
      if (failed) return context.skip('an earlier part failed');
      failed = true;
      await does(context).catch(async (error) => {
        await sight();
        throw error;
      });
      failed = false;
    });
}
