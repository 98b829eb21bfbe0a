/** Why a device does not come in, in words that say what to do. */
import { t } from '../words';
import type { Closed } from './door';

/** The sentence for a code that was typed (`code`) or a link that was scanned (`link`); `left` are the seconds until a locked door opens. */
export function closedText(no: Closed, way: 'code' | 'link', left = 0): string {
  if (no.code === 'locked') return left >= 60 ? t('join.no.locked_minutes', { n: Math.ceil(left / 60) }) : t('join.no.locked', { n: Math.max(1, left) });
  if (no.code === 'unknown') return t(way === 'code' ? 'join.no.unknown_code' : 'join.no.unknown_link');
  return t(`join.no.${no.code}`);
}
