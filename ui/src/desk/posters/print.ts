/** Making the PDF of posters and of join sheets, and showing it. */
import type { Request } from '../../generated/Request';
import type { SheetWarning } from '../../generated/SheetWarning';
import { program } from '../../state/program.svelte';
import { currentLanguage, known, t } from '../../words';

/** What was asked for: the posters of tables, the blank poster, or the join sheets. */
type What = number[] | 'blank' | 'join';

/** What was written. */
export interface Sheets {
  /** What was asked for. */
  what: What;
  /** Where the files are. */
  paths: string[];
  /** What does not fit. */
  warnings: SheetWarning[];
}

/** Writes the posters; in its own window the program opens them, in a browser a single one opens in a tab. */
export const print = (what: number[] | 'blank'): Promise<Sheets | null> => make(what);

/** Writes the join sheets of all tables. */
export const printJoin = (): Promise<Sheets | null> => make('join');

async function make(what: What): Promise<Sheets | null> {
  const viewer = program.home?.dialogs ?? false;
  const how = { language: currentLanguage(), open: viewer };
  const request: Request =
    what === 'join' ? { type: 'print_join_sheets', ...how } : { type: 'print_posters', tables: what === 'blank' ? [] : what, blank: what === 'blank', ...how };
  try {
    const printed = await program.ask(request, 'printed');
    const only = printed.paths.length === 1 ? printed.paths[0] : undefined;
    if (!viewer && only) await program.showSheet(only);
    return { what, ...printed };
  } catch (error) {
    program.say(error);
    return null;
  } finally {
    program.progress = null;
  }
}

/** Opens a sheet that was made before. */
export async function look(sheets: Sheets, index: number): Promise<void> {
  const path = sheets.paths[index];
  if (!path) return;
  if (!program.home?.dialogs) return program.showSheet(path);
  const table = typeof sheets.what === 'string' ? undefined : sheets.what[index];
  await make(table === undefined ? sheets.what : [table]);
}

/** A warning in words, with the part of the poster and, where wanted, the table. */
export function warningText(warning: SheetWarning, withTable: boolean): string {
  const field = known(`poster.${warning.field}`) ? t(`poster.${warning.field}`) : '';
  const where = [withTable && warning.table !== null ? t('table.number', { n: warning.table }) : '', field].filter(Boolean).join(', ');
  const what = t(`sheet_warning.${warning.code}`, { count: warning.count });
  return where ? `${where}: ${what}` : what;
}
