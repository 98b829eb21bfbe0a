/** The screens of the steps; each is fetched when a table comes to it. */
import type { Component } from 'svelte';
import type { Step } from '../generated/Step';
import type { Table } from '../generated/Table';
import { moreWords, type Part } from '../words';

/** What every screen of a step is given. */
export interface StepProps {
  table: Table;
  place: string[];
  go: (place: string, instead?: boolean) => void;
}

/** The steps in their order. */
export const STEPS: Step[] = ['own', 'gather', 'browse', 'converge', 'change'];

/** The screen of a step, or the one on which paper is entered. */
export type ScreenName = Step | 'paper';

/** The words that a screen says, beside those that every device has. */
const WORDS: Record<ScreenName, Part[]> = {
  own: ['own', 'people'],
  gather: ['gather', 'people'],
  browse: ['browse', 'people'],
  converge: ['converge', 'browse', 'people'],
  change: ['change', 'converge', 'browse', 'advice', 'print', 'files', 'people'],
  paper: ['paper', 'change', 'converge', 'browse', 'gather', 'people'],
};

const CODE: Record<ScreenName, () => Promise<{ default: Component<StepProps> }>> = {
  own: () => import('./own/OwnExperience.svelte'),
  gather: () => import('./gather/Gather.svelte'),
  browse: () => import('./browse/Browse.svelte'),
  converge: () => import('./converge/Converge.svelte'),
  change: () => import('./change/Change.svelte'),
  paper: () => import('./paper/Paper.svelte'),
};

/** Fetches a screen with its words. */
export async function screenOf(name: ScreenName): Promise<Component<StepProps>> {
  const [code] = await Promise.all([CODE[name](), moreWords(WORDS[name])]);
  return code.default;
}
