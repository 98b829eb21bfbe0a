/** Conditions in words, and how they are made. */
import type { Condition } from '../../generated/Condition';
import type { Question } from '../../generated/Question';
import { list, t } from '../../words';

/** A condition in words: ‘Rol: ouder of leerling’. */
export function conditionText(condition: Condition, questions: Question[]): string {
  const question = questions.find((one) => one.id === condition.question);
  const name = question?.short ?? condition.question;
  const test = condition.test;
  if (test.type === 'range') return t('patterns.condition.range', { name, from: test.from, to: test.to });
  const choices = question && (question.kind.type === 'choice' || question.kind.type === 'several') ? question.kind.choices : [];
  const labels = test.options.map((option) => choices.find((choice) => choice.id === option)?.label ?? option);
  return t('patterns.condition.options', { name, options: list(labels) });
}

/** The conditions with one more; a second one on the same question takes the place of the first. */
export function withCondition(conditions: Condition[], more: Condition): Condition[] {
  return [...conditions.filter((one) => one.question !== more.question), more];
}
