/** Writing sheets as PDF, showing them, and saying what does not fit. */
import type { Printed } from '../../generated/Printed';
import type { Request } from '../../generated/Request';
import type { Sheet } from '../../generated/Sheet';
import type { SheetSet } from '../../generated/SheetSet';
import type { SheetWarning } from '../../generated/SheetWarning';
import { program } from '../../state/program.svelte';
import { currentLanguage, known, t } from '../../words';

/** Writes sheets; a single file is shown at once. Nothing where that failed, which is said. */
export async function printSheets(sheets: Sheet[]): Promise<Printed | null> {
  const made = await write({ type: 'print_sheets', sheets, language: currentLanguage() });
  if (made?.paths.length === 1) await look(made.paths[0]);
  return made;
}

/** Writes everything; the cover, which says what to do with the rest, is shown. */
export async function printSet(set: SheetSet): Promise<Printed | null> {
  const made = await write({ type: 'print_set', set, language: currentLanguage() });
  if (made) await look(made.paths[0]);
  return made;
}

async function write(request: Request): Promise<Printed | null> {
  try {
    return await program.ask(request, 'printed');
  } catch (error) {
    program.say(error);
    return null;
  } finally {
    program.progress = null;
  }
}

/** Shows a sheet that was written. */
export async function look(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  await program.showSheet(path).catch((error: unknown) => program.say(error));
}

/** The name of a file in a path of any system. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
/** The folder of a file. */
export const folderOf = (path: string): string => path.slice(0, -fileName(path).length - 1);

/** A warning in words, with the part of the sheet it is about and, where wanted, the table or else the page. */
export function warningText(warning: SheetWarning, where: 'here' | 'table' | 'page'): string {
  const part = [`poster.${warning.field}`, `sheet_part.${warning.field}`].find(known);
  const table = warning.table !== null ? t('table.number', { n: warning.table }) : '';
  const place = where === 'here' ? '' : where === 'page' || table === '' ? t('sheets.page', { n: warning.page }) : table;
  const lead = [place, part ? t(part) : ''].filter(Boolean).join(', ');
  const what = t(`sheet_warning.${warning.code}`, { count: warning.count });
  return lead ? `${lead}: ${what}` : what;
}
