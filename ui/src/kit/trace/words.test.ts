import { beforeAll, describe, expect, it } from 'vitest';
import type { Origin } from '../../generated/Origin';
import type { SnapshotView } from '../../generated/SnapshotView';
import { noEntities } from '../../state/store';
import { useWords } from '../../words';
import { originWords } from './words';

const snapshot = {
  perspectives: [{ observations: [{ id: 'o1', text: 'Relaties zijn positiever.', chart: { rows: [{ label: 'Ouders' }] }, interpretations: [{ id: 'o1.a', text: 'Wie dichtbij staat, ziet meer.' }] }] }],
} as unknown as SnapshotView;

beforeAll(() =>
  useWords('nl', {
    'origin.story': 'Ervaring {story}', 'origin.quote': 'Ervaring {story} · “{quote}”', 'origin.chart': 'Bij een grafiek', 'origin.chart_of': 'Grafiek bij: {text}',
    'origin.chart_row': 'Grafiek, {row}: {text}', 'origin.interpretation': 'Bij de uitleg: {text}', 'origin.table': 'Van de tafel zelf', 'origin.experience': 'Eigen ervaring',
  }),
);

describe('where something came from, in one line', () => {
  it.each<[Origin, string]>([
    [{ type: 'table' }, 'Van de tafel zelf'],
    [{ type: 'story', story: 2180, quote: null, perspective: null }, 'Ervaring 2180'],
    [{ type: 'story', story: 218, quote: { part: 'text', start: 0, end: 2, text: 'Ja {quote}' }, perspective: null }, 'Ervaring 218 · “Ja {quote}”'],
    [{ type: 'observation', observation: 'o1', row: null }, 'Grafiek bij: Relaties zijn positiever.'],
    [{ type: 'observation', observation: 'o1', row: 0 }, 'Grafiek, Ouders: Relaties zijn positiever.'],
    [{ type: 'observation', observation: 'gone', row: 0 }, 'Bij een grafiek'],
    [{ type: 'interpretation', interpretation: 'o1.a' }, 'Bij de uitleg: Wie dichtbij staat, ziet meer.'],
    [{ type: 'experience', experience: 'e1' }, 'Eigen ervaring'],
  ])('%o', (origin, words) => expect(originWords(origin, snapshot, noEntities())).toBe(words));
});
