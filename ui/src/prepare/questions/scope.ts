/** Whether a question stays: what the program proposes, and what was decided. */
import type { QuestionLine } from '../../generated/QuestionLine';
import { t } from '../../words';

/** Whether a proposal to leave a question out waits for a decision. */
export function isOpen({ scope }: QuestionLine): boolean {
  return scope.little !== null && !scope.out && !scope.kept;
}

/** Why a question says too little, in words. */
export function whyLittle({ scope, answered }: QuestionLine): string {
  return scope.little === 'few_answers' ? t('prepare.scope.few', { n: answered }) : t('prepare.scope.why', { top: scope.top, share: scope.top_per_hundred });
}
