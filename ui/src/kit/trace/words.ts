/** Where something came from, in one line of words. */
import type { ChartOf } from '../../generated/ChartOf';
import type { Interpretation } from '../../generated/Interpretation';
import type { Origin } from '../../generated/Origin';
import type { SnapshotView } from '../../generated/SnapshotView';
import type { Entities } from '../../state/store';
import { t } from '../../words';

/** An observation of the snapshot. */
export const observationOf = (snapshot: SnapshotView | null, id: string): ChartOf | undefined =>
  snapshot?.perspectives.flatMap((it) => it.observations).find((it) => it.id === id);

/** An interpretation of the snapshot, with its observation. */
export function interpretationOf(snapshot: SnapshotView | null, id: string): { of: ChartOf; it: Interpretation } | undefined {
  for (const perspective of snapshot?.perspectives ?? []) {
    for (const of of perspective.observations) {
      const it = of.interpretations.find((one) => one.id === id);
      if (it) return { of, it };
    }
  }
  return undefined;
}

/** The whole line: 'Ervaring 218 · “…”', 'Grafiek bij: …'. */
export function originWords(origin: Origin, snapshot: SnapshotView | null, entities: Entities): string {
  switch (origin.type) {
    case 'table':
      return t('origin.table');
    case 'story':
      return origin.quote ? t('origin.quote', { story: String(origin.story), quote: origin.quote.text }) : t('origin.story', { story: String(origin.story) });
    case 'observation': {
      const found = observationOf(snapshot, origin.observation);
      if (!found) return t('origin.chart');
      const row = origin.row === null ? undefined : found.chart.rows[origin.row];
      return row ? t('origin.chart_row', { row: row.label, text: found.text }) : t('origin.chart_of', { text: found.text });
    }
    case 'interpretation': {
      const found = interpretationOf(snapshot, origin.interpretation);
      return found ? t('origin.interpretation', { text: found.it.text }) : t('origin.interpretation_gone');
    }
    case 'own_interpretation': {
      const found = entities.own_interpretation.get(`own_interpretation/${origin.interpretation}`);
      return found ? t('origin.own', { text: found.text }) : t('origin.own_gone');
    }
    case 'experience': {
      const found = entities.experience.get(`experience/${origin.experience}`);
      const by = found?.by ? entities.participant.get(`participant/${found.by}`)?.name : '';
      return by ? t('origin.experience_by', { by }) : t('origin.experience');
    }
  }
}
