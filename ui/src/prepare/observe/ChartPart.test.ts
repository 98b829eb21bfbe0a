import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, it } from 'vitest';
import dutch from '../../../../assets/locales/nl/prepare_observe.json';
import kit from '../../../../assets/locales/nl/kit.json';
import type { ObservationLine } from '../../generated/ObservationLine';
import { useWords } from '../../words';
import ChartPart from './ChartPart.svelte';

beforeAll(() => useWords('nl', { ...dutch, ...kit }));

const spec = { type: 'spread', question: 'role', only: ['mother'], within: [] } as const;
const line = (part: Partial<ObservationLine>): ObservationLine =>
  ({
    observation: { id: 'o1', text: 'Iets.', strength: 3, chart: spec, pattern: null, interpretations: [], x: 0, y: 0 },
    perspective: null, chart: null, lost: null, answers_changed: false, ready: false, remarks: 0, ...part,
  }) as unknown as ObservationLine;
const show = (one: ObservationLine) => render(ChartPart, { observation: one.observation, line: one, onset: () => {} });

it('names what a chart no longer finds, with a way out', async () => {
  show(line({ lost: { why: 'options_hidden', question: 'Rol', options: ['Moeder', 'Vader'] } }));
  expect(screen.getByText(/‘Rol’.*Moeder, Vader/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Naar de vragen' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Kies de antwoorden opnieuw' }));
  expect(screen.getByRole('button', { name: 'Deze grafiek nemen' })).toBeTruthy();
});

it('says when answers changed after the sentence', () => {
  const drawn = { kind: 'bars', title: 'Rol', counted: '', columns: [], rows: [], total: 0, filtered: false } as never;
  show(line({ chart: drawn, answers_changed: true }));
  expect(screen.getByText(/Kijk of de zin nog klopt/)).toBeTruthy();
});
