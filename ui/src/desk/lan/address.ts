/** Which address people were told before, so that a new one does not pass unnoticed. Kept on the laptop. */
const KEY = 'regiotafel.lan.';

/** What a change of the address means: nothing, or look at the codes again; `sheets` when they were printed with the old one. */
export type News = 'none' | 'codes' | 'sheets';

/** Pure: the address that was told last, the one on paper, and the one now; empty where there is none. */
export function news(told: string, printed: string, now: string): News {
  if (!now) return 'none';
  if (printed && printed !== now) return 'sheets';
  return told && told !== now ? 'codes' : 'none';
}

/** The two addresses of a session. */
export function addresses(session: string): { told: string; printed: string; tell: (address: string) => void; print: (address: string) => void } {
  const key = (what: string): string => `${KEY}${what}.${session}`;
  const read = (what: string): string => localStorage.getItem(key(what)) ?? '';
  return {
    told: read('told'),
    printed: read('printed'),
    tell: (address) => localStorage.setItem(key('told'), address),
    // Without an address nothing is on paper any more.
    print: (address) => (address ? localStorage.setItem(key('printed'), address) : localStorage.removeItem(key('printed'))),
  };
}
