/** How strong a pattern is, in words. */
import type { Pattern } from '../../generated/Pattern';
import { t } from '../../words';

/** ‘sterk (0,42)’: the word by published bounds, and the figure by which patterns are ranked. */
export function strengthText(pattern: Pattern): string {
  return t(`patterns.size.${pattern.effect.size}`, { value: decimal(pattern.effect.strength) });
}

/** A figure with two decimals, as people write it here. */
export function decimal(value: number): string {
  return value.toLocaleString(t('patterns.locale'), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
