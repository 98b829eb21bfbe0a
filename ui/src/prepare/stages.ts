/** The stages of preparing, in order; the screen of each is fetched when the preparer comes to it. */
import type { Component } from 'svelte';
import type { DraftView } from '../generated/DraftView';
import type { Stage } from '../generated/Stage';
import type { StageState } from '../generated/StageState';
import { moreWords, type Part } from '../words';

/** What every screen of a stage is given. `go('p4/support')` goes to a place within the stage; with `instead` the place now is not kept for 'back'. */
export interface StageProps {
  draft: DraftView;
  place: string[];
  go: (place: string, instead?: boolean) => void;
}

/** The screens, in the order of the work. */
export const SCREENS = ['overview', 'intake', 'clean', 'masks', 'questions', 'patterns', 'observations', 'perspectives', 'publish'] as const;

/** A screen of preparing: its address is `prepare/<name>`. */
export type PrepareScreen = (typeof SCREENS)[number];

/** Which parts of the work are done on which screen. */
export const STAGES_OF: Record<PrepareScreen, Stage[]> = {
  overview: [],
  intake: ['intake'],
  clean: ['clean'],
  masks: ['mask'],
  questions: ['recode', 'scope'],
  patterns: ['patterns'],
  observations: ['observations'],
  perspectives: ['perspectives'],
  publish: ['publish'],
};

/** The words that a screen says, beside those of the desk and of `prepare`. */
const WORDS: Record<PrepareScreen, Part[]> = {
  overview: ['prepare_draft', 'intake', 'log'],
  intake: ['prepare_intake', 'intake'],
  clean: ['prepare_clean', 'intake'],
  masks: ['prepare_names', 'intake'],
  questions: ['prepare_questions'],
  patterns: ['prepare_patterns', 'pattern'],
  observations: ['prepare_observe', 'pattern'],
  perspectives: ['prepare_board', 'prepare_observe', 'pattern'],
  publish: ['prepare_publish', 'prepare_questions', 'check'],
};

const CODE: Record<PrepareScreen, () => Promise<{ default: Component<StageProps> }>> = {
  overview: () => import('./draft/Overview.svelte'),
  intake: () => import('./intake/Intake.svelte'),
  clean: () => import('./clean/Clean.svelte'),
  masks: () => import('./names/Names.svelte'),
  questions: () => import('./questions/Questions.svelte'),
  patterns: () => import('./patterns/Patterns.svelte'),
  observations: () => import('./observe/Observations.svelte'),
  perspectives: () => import('./board/Board.svelte'),
  publish: () => import('./publish/Publish.svelte'),
};

/** Fetches a screen with its words. */
export async function screenOf(name: PrepareScreen): Promise<Component<StageProps>> {
  const [code] = await Promise.all([CODE[name](), moreWords(WORDS[name])]);
  return code.default;
}

/** The screen on which a part of the work is done. */
export function screenFor(stage: Stage): PrepareScreen {
  return SCREENS.find((screen) => STAGES_OF[screen].includes(stage)) ?? 'overview';
}

/** How far a screen is: what waits and what is decided of its parts together. */
export interface Progress {
  state: StageState;
  done: number;
  open: number;
}

/** The screen to go on with: the first where something waits; or else the first after all on which something was done. */
export function nextOf(draft: DraftView): PrepareScreen {
  if (draft.sources.length === 0) return 'intake';
  const parts = SCREENS.flatMap((name) => {
    const progress = progressOf(name, draft);
    return progress && name !== 'publish' ? [{ name, ...progress }] : [];
  });
  const waiting = parts.find((part) => part.open > 0);
  if (waiting) return waiting.name;
  // Renaming answers is nobody's duty: a stage without anything done is passed by once a later one has begun.
  const last = parts.findLastIndex((part) => part.done > 0);
  return parts.slice(last + 1).find((part) => part.state !== 'ready')?.name ?? 'publish';
}

/** How far the work of a screen is; `null` for a screen without work of its own. */
export function progressOf(screen: PrepareScreen, draft: DraftView): Progress | null {
  const parts = draft.stages.filter((line) => STAGES_OF[screen].includes(line.stage));
  if (parts.length === 0) return null;
  const states = parts.map((line) => line.state);
  const all = (state: StageState): boolean => states.every((one) => one === state);
  const state: StageState = all('ready') ? 'ready' : all('later') ? 'later' : states.some((one) => one === 'busy' || one === 'ready') ? 'busy' : 'todo';
  const sum = (pick: 'done' | 'open'): number => parts.reduce((before, line) => before + line[pick], 0);
  return { state, done: sum('done'), open: sum('open') };
}
