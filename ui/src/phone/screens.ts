/** The screens of the steps on a phone; each is fetched with its words when the table comes to it. */
import type { Component } from 'svelte';
import type { Step } from '../generated/Step';
import type { Table } from '../generated/Table';
import type { Part } from '../words';

/** What every screen of a step is given. */
export type StepScreen = Component<{ table: Table; me: string; place: string[]; go: (place: string, instead?: boolean) => void }>;

/** The screen of a step, or that of a table which works on paper. */
export type ScreenName = Step | 'paper';

export const LOAD: Record<ScreenName, () => Promise<{ default: StepScreen }>> = {
  own: () => import('./own/Own.svelte'),
  gather: () => import('./gather/Gather.svelte'),
  browse: () => import('./browse/Browse.svelte'),
  converge: () => import('./converge/Converge.svelte'),
  change: () => import('./change/Change.svelte'),
  paper: () => import('./change/Paper.svelte'),
};

/** A note can be written and looked at in any step, so its words always come along. */
const NOTES: Part[] = ['browse'];
export const WORDS: Record<ScreenName, Part[]> = {
  own: ['own', ...NOTES],
  gather: ['gather', ...NOTES],
  browse: ['gather', ...NOTES],
  converge: ['converge', ...NOTES],
  change: ['change', 'photo', ...NOTES],
  paper: ['photo', ...NOTES],
};
