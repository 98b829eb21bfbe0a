// The parts of a long test. What follows rests on what came before, so the first that fails ends the test.
import { test } from 'node:test';

/** `sight` keeps what is to be seen when a part fails. */
export function parts(sight) {
  let failed = false;
  return (name, does) =>
    test(name, { timeout: 180_000 }, async (context) => {
      if (failed) return context.skip('an earlier part failed');
      failed = true;
      await does().catch(async (error) => {
        await sight();
        throw error;
      });
      failed = false;
    });
}
