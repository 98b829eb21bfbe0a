import { known, t } from '../words';

/** A sentence of the program in the language of the screen: a key with its places. Empty where there are no words for it. */
export function sentence({ key, places }: { key: string; places: Record<string, string | undefined> }, prefix = ''): string {
  const whole = `${prefix}${key}`;
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(places)) if (value !== undefined) filled[name] = value;
  // A count decides between one and many, as everywhere.
  const counted = 'n' in filled ? 'n' : 'count';
  const count = filled[counted];
  if (count !== undefined && /^\d+$/.test(String(count))) {
    filled[counted] = Number(count);
    const one = `${whole}.one`;
    if (Number(count) === 1 && known(one)) return t(one, filled);
  }
  return known(whole) ? t(whole, filled) : '';
}
