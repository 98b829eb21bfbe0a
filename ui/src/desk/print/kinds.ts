/** Which sheets there are, and what is asked for with the choices on the screen. Pure. */
import type { CardChoice } from '../../generated/CardChoice';
import type { BrochureForm } from '../../generated/BrochureForm';
import type { Sheet } from '../../generated/Sheet';
import type { SheetSet } from '../../generated/SheetSet';
import type { Tiling } from '../../generated/Tiling';
import type { Entities } from '../../state/store';
import * as select from '../../state/select';

/** A sort of sheet, by its place in the address. */
export type Kind = 'all' | 'test' | 'run_sheet' | 'join' | 'brochure' | 'cards' | 'votes' | 'notes' | 'table_work' | 'blank_poster' | 'poster' | 'agreements' | 'overview';

/** The sorts as they are listed: when they are needed, and then in the order of printing. */
export const GROUPS: readonly { name: string; kinds: readonly Kind[] }[] = [
  { name: 'whole', kinds: ['all'] },
  { name: 'before', kinds: ['test', 'run_sheet', 'join', 'brochure', 'cards', 'overview'] },
  { name: 'on_paper', kinds: ['votes', 'notes', 'table_work', 'blank_poster'] },
  { name: 'after', kinds: ['poster', 'agreements'] },
];

/** What each sort is printed on. */
export const PAPER: Readonly<Record<Kind, string>> = {
  all: '', test: 'A4', run_sheet: 'A4', join: 'A4', brochure: 'A4 → A5', cards: 'A4', votes: 'A4', notes: 'A4', table_work: 'A4', blank_poster: 'A1', poster: 'A1', agreements: 'A4 → A5', overview: 'A1',
};

/** What was chosen on the screen; none means all. */
export interface Choices {
  tables: number[];
  perspectives: string[];
  /** On which paper an A1 goes, by the name of a way in `TILINGS`. */
  large: Large;
  form: BrochureForm;
  /** The table that brochures are for, with what it wrote itself; none where they are for all. */
  for_table: number | null;
  cards: CardChoice;
}

/** The ways to print an A1. */
export type Large = 'a1' | 'a3_fit' | 'a3_full' | 'a4_fit' | 'a4_full';
export const TILINGS: Readonly<Record<Large, Tiling | null>> = {
  a1: null,
  a3_fit: { paper: 'a3', scale: 'fit' },
  a3_full: { paper: 'a3', scale: 'full' },
  a4_fit: { paper: 'a4', scale: 'fit' },
  a4_full: { paper: 'a4', scale: 'full' },
};

/** What is chosen before anybody chooses. */
export const noChoices = (): Choices => ({
  tables: [],
  perspectives: [],
  large: 'a1',
  form: 'booklet',
  for_table: null,
  cards: { perspectives: [], table: null, each: 4, max_words: null, voices: [], add: [], remove: [], text: 'whole', texts: [], size: 'a5' },
});

const OF_TABLES: readonly Kind[] = ['join', 'votes', 'notes', 'table_work', 'poster', 'agreements'];
/** Whether tables can be chosen. */
export const ofTables = (kind: Kind): boolean => OF_TABLES.includes(kind);
/** Whether perspectives can be chosen. */
export const ofPerspectives = (kind: Kind): boolean => kind === 'brochure' || kind === 'cards';
/** Whether it is an A1, which can be printed in parts. */
export const isLarge = (kind: Kind): boolean => ['poster', 'blank_poster', 'overview', 'all'].includes(kind);

/** Everything for the session, with what was chosen of it. */
export const setOf = (choices: Choices): SheetSet => ({ tiles: TILINGS[choices.large], cards: { ...choices.cards, perspectives: [], table: null } });

/** The sheet that is asked for; of everything it is the cover. */
export function sheetOf(kind: Kind, choices: Choices): Sheet {
  const { tables, perspectives } = choices;
  const tiles = TILINGS[choices.large];
  switch (kind) {
    case 'all': return { type: 'cover', set: setOf(choices) };
    case 'poster': return { type: 'poster', tables, tiles };
    case 'blank_poster': return { type: 'blank_poster', tiles };
    case 'overview': return { type: 'overview', tiles };
    case 'brochure': return { type: 'brochure', perspectives, table: choices.for_table, form: choices.form };
    case 'cards': return { type: 'cards', choice: { ...choices.cards, perspectives } };
    case 'join': case 'votes': case 'notes': case 'table_work': case 'agreements': return { type: kind, tables };
    case 'run_sheet': case 'test': return { type: kind };
  }
}

/** All of the session that stands on a sheet, as text: when it is another text, a preview is old. */
export function contentOf(kind: Kind, e: Entities): string {
  const session = select.session(e);
  const lead = [session?.name, session?.region, session?.date];
  const tables = select.tables(e);
  const named = tables.map((table) => [table.id, table.name, table.paper]);
  const people = () => select.everyone(e).map((person) => [person.table, person.name, person.role]);
  const chosen = () => tables.map((table) => [table.id, table.chosen]);
  const fields = () => [...e.field.values()].map((field) => [field.table, field.field, field.version]);
  const more = (): unknown[] => {
    switch (kind) {
      case 'poster': return [named, people(), chosen(), fields(), [...e.poster.values()]];
      case 'agreements': return [named, fields()];
      case 'run_sheet': return [named, session?.starts, session?.agenda];
      case 'brochure': return [named, chosen(), [...e.own_interpretation.values()]];
      case 'cards': return [chosen()];
      case 'votes': case 'table_work': return [named, people(), chosen()];
      case 'join': case 'notes': return [named];
      case 'all': return [named, chosen(), session?.agenda, tables.map((table) => select.filledFields(e, table.id).length > 0)];
      case 'test': case 'blank_poster': case 'overview': return [];
    }
  };
  return JSON.stringify([lead, more()]);
}
