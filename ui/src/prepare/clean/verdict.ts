/** Why a response may be none, and what leaving it out says then. */
import type { SuspicionLine } from '../../generated/SuspicionLine';
import type { SuspicionReason } from '../../generated/SuspicionReason';
import type { Verdict } from '../../generated/Verdict';
import type { VerdictReason } from '../../generated/VerdictReason';

/** The reasons, in the order of the screen. */
export const REASONS: SuspicionReason[] = ['test', 'nonsense', 'duplicate', 'too_short', 'no_story'];

/** Leaving a response out, with the reason that is looked at, or else its own first reason. */
export function verdictOf(line: SuspicionLine, looked: SuspicionReason | null): Verdict {
  const own = line.reasons.map((why) => why.reason);
  const reason = looked !== null && own.includes(looked) ? looked : own[0];
  return { type: 'leave_out', reason: reason ?? 'other' };
}

/** Why the preparer leaves out a response that was looked up, in the order of the screen. */
export const WHY: VerdictReason[] = ['withdrawn', 'test', 'nonsense', 'duplicate', 'too_short', 'no_story', 'other'];

/** Putting a response back: kept where it was suspected, so that nobody has to decide about it again, and undecided as all others where it was not. */
export function backOf(line: SuspicionLine): Verdict | null {
  return line.reasons.length > 0 ? { type: 'keep' } : null;
}
