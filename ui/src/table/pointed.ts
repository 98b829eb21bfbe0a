/** 'Kijk hier eens': what someone at the table sends to its other screens, and what this screen did with it. */
import type { Pointed } from '../generated/Pointed';
import { drafts } from '../state/drafts';

/** What this device knows of it. */
export interface Pointing {
  /** When what was put away here was sent. */
  away: number;
  /** The story that was sent from this device itself, and from when on it comes back as its own. */
  own: { story: number; from: number } | null;
}

/** After this long (milliseconds) nobody at the table talks about it any more. */
const OLD = 15 * 60_000;
/** The clocks of the laptop and of this page may differ by this much. */
const SLACK = 3000;

const NOTHING: Pointing = { away: 0, own: null };
const name = (table: number): string => `pointed.${table}`;

export const pointing = {
  /** What this device knows. */
  read(table: number): Pointing {
    try {
      return { ...NOTHING, ...(JSON.parse(drafts.read(name(table)) ?? '{}') as Partial<Pointing>) };
    } catch {
      return NOTHING;
    }
  },
  /** Keeps it, also for after a restart. */
  keep(table: number, now: Pointing): void {
    drafts.keep(name(table), JSON.stringify(now));
  },
  /** Notes that a story was sent from here. */
  send(table: number, story: number, now: number): void {
    this.keep(table, { ...this.read(table), own: { story, from: now - SLACK } });
  },
};

/** What stands open on a screen: sent by somebody else, and not put away here. A shared screen sends as nobody in particular. */
export function waitsHere(pointed: Pointed | null, here: Pointing, me: string | null, now: number): Pointed | null {
  if (!pointed || pointed.at <= here.away || now - pointed.at > OLD) return null;
  const own = me !== null ? pointed.by === me : pointed.by === null && here.own?.story === pointed.story && pointed.at >= here.own.from;
  return own ? null : pointed;
}
