/** Where else the laptop may be, kept on this device: the venue's router may give it another address in the middle of the afternoon. */
const KEPT = 'regiotafel.addresses';
/** More than this are not tried. */
const MOST = 6;

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export const addresses = {
  /** The sockets to try in turn: the one that worked last, that of this page, and those that the laptop told of. */
  urls(own: string): string[] {
    const all = [...read(), own];
    return [...new Set(all)].slice(0, MOST).map((host) => `ws://${host}/socket`);
  },
  /** The laptop said where it can be reached. The one in use stays the first. */
  told(known: string[], inUse: string): void {
    localStorage.setItem(KEPT, JSON.stringify([...new Set([inUse, ...known])].slice(0, MOST)));
  },
  /** This address works: it is tried first from now on. */
  worked(url: string): void {
    const host = new URL(url).host;
    const kept = read();
    if (kept[0] !== host) localStorage.setItem(KEPT, JSON.stringify([host, ...kept.filter((one) => one !== host)].slice(0, MOST)));
  },
};
