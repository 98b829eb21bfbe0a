import { program } from '../../state/program.svelte';
import { currentLanguage, t } from '../../words';

/** Writes the poster of a table as PDF, opens it, and says where it is. Gives its path, or nothing where that failed (which is said too). */
export async function printPoster(table: number): Promise<string | null> {
  try {
    const printed = await program.ask({ type: 'print_sheets', sheets: [{ type: 'poster', tables: [table], tiles: null }], language: currentLanguage() }, 'printed');
    const path = printed.paths[0];
    if (path === undefined) return null;
    program.say(t('change.printed', { path }));
    await program.showSheet(path);
    return path;
  } catch (error) {
    program.say(error);
    return null;
  }
}
