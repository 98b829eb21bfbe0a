import type { ColumnKey } from '../../generated/ColumnKey';

/** The headers of a column in one line. */
export function headerOf(key: ColumnKey): string {
  const first = key.header.trim();
  const second = key.second.trim();
  return second && second !== first ? `${first} · ${second}` : first;
}

/** Words that are typed in one line with commas between them. */
export function parted(line: string): string[] {
  return [...new Set(line.split(',').map((word) => word.trim()).filter(Boolean))];
}
