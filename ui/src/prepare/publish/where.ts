/** Where a check is mended, and what it is about. */
import type { BoardView } from '../../generated/BoardView';
import type { CheckAt } from '../../generated/CheckAt';
import type { CheckLine } from '../../generated/CheckLine';
import type { QuestionsView } from '../../generated/QuestionsView';
import { screenFor } from '../stages';

/** The observation that an interpretation belongs to. */
function observationOf(interpretation: string, board: BoardView | null): string | null {
  const line = board?.observations.find((one) => one.observation.interpretations.some((other) => other.id === interpretation));
  return line?.observation.id ?? null;
}

/** The address where a check is mended; `null` where that is the form beside the list. */
export function addressOf({ check, stage }: CheckLine, board: BoardView | null): string | null {
  const screen = `prepare/${screenFor(stage)}`;
  if (check.code === 'use_not_set' || check.code === 'use_gone') return 'prepare/questions/uses';
  switch (check.at.type) {
    case 'work':
      return null;
    case 'question':
      return `prepare/questions/list/${check.at.question}`;
    case 'perspective':
      return `${screen}/${check.at.perspective}`;
    case 'observation':
      return `prepare/observations/${check.at.observation}`;
    case 'interpretation': {
      const observation = observationOf(check.at.interpretation, board);
      return observation ? `prepare/observations/${observation}` : 'prepare/observations';
    }
    case 'stories':
    case 'masks':
    case 'perspectives':
      return screen;
  }
}

/** The name of what a check is about; empty where it is about the whole, or has no name yet. */
export function aboutThis(at: CheckAt, board: BoardView | null, questions: QuestionsView | null): string {
  switch (at.type) {
    case 'question': {
      const line = questions?.questions.find((one) => one.raw.id === at.question);
      return line ? (line.now?.short ?? line.edit?.short ?? line.raw.short) : '';
    }
    case 'perspective': {
      const found = board?.perspectives.find((one) => one.perspective.id === at.perspective)?.perspective;
      return found?.name || found?.question || '';
    }
    case 'observation':
    case 'interpretation': {
      const id = at.type === 'observation' ? at.observation : observationOf(at.interpretation, board);
      return board?.observations.find((one) => one.observation.id === id)?.observation.text ?? '';
    }
    default:
      return '';
  }
}
