/** What was done to the options of a question, as rows of a list: how they were taken in beside how they will be published. */
import type { Derived } from '../../generated/Derived';
import type { OptionCount } from '../../generated/OptionCount';
import type { QuestionLine } from '../../generated/QuestionLine';
import type { SliderBin } from '../../generated/SliderBin';
import { newId } from '../../state/ids';

/** One option as it stands now; hidden ones included. */
export interface OptionRow {
  id: string;
  label: string;
  count: number;
  perHundred: number;
  thin: boolean;
  hidden: boolean;
  /** The options that were taken in, where several became this one. */
  merged: OptionCount[];
  /** How it was taken in, where it has other words now; empty otherwise. */
  was: string;
}

/** The options of a question after merging, in the order that was set. */
export function optionRows(line: QuestionLine): OptionRow[] {
  const { recode } = line;
  const now = new Map(line.options.map((one) => [one.id, one]));
  const hidden = new Set(recode?.hidden ?? []);
  const words = new Map(recode?.labels ?? []);
  const rows: OptionRow[] = [];
  for (const raw of line.raw_options) {
    const merge = recode?.merges.find((one) => one.options.includes(raw.id));
    const id = merge?.id ?? raw.id;
    if (rows.some((row) => row.id === id)) continue;
    const merged = merge ? line.raw_options.filter((one) => merge.options.includes(one.id)) : [];
    const seen = now.get(id);
    const label = words.get(id) ?? merge?.label ?? raw.label;
    rows.push({
      id,
      label,
      count: seen?.count ?? (merged.length > 0 ? merged.reduce((sum, one) => sum + one.count, 0) : raw.count),
      perHundred: seen?.per_hundred ?? 0,
      thin: seen?.thin ?? false,
      hidden: hidden.has(id),
      merged,
      was: !merge && label !== raw.label ? raw.label : '',
    });
  }
  const place = new Map((recode?.order ?? []).map((id, at) => [id, at]));
  return rows
    .map((row, at) => ({ row, at }))
    .sort((one, other) => (place.get(one.row.id) ?? Infinity) - (place.get(other.row.id) ?? Infinity) || one.at - other.at)
    .map(({ row }) => row);
}

/** Ranges of equal width on a slider from 0 to 100: how a preparer most often begins. */
export function evenBins(count: number, labels: (at: number) => string): SliderBin[] {
  const edge = (at: number): number => Math.round((101 * at) / count);
  return Array.from({ length: count }, (_, at) => ({ id: newId('o'), label: labels(at), from: edge(at), to: edge(at + 1) - 1 }));
}

/** The ranges with another last number of one of them; the next begins behind it, and no range is ever empty. */
export function withEdge(bins: readonly SliderBin[], at: number, to: number): SliderBin[] {
  const next = bins.map((bin) => ({ ...bin }));
  const [mine, other] = [next[at], next[at + 1]];
  if (!mine || !other) return next;
  mine.to = Math.max(mine.from, Math.min(other.to - 1, Math.round(to)));
  other.from = mine.to + 1;
  return next;
}

/** What keeps a derived question from being made: the key of the words, or an empty text. */
export function missingOf(derived: Derived): string {
  if (!derived.short.trim()) return 'prepare.derive.no_name';
  if (derived.rule.type === 'bins') return derived.rule.bins.some((bin) => !bin.label.trim()) ? 'prepare.derive.no_label' : '';
  if (derived.rule.choices.some((choice) => !choice.label.trim())) return 'prepare.derive.no_label';
  const empty = derived.rule.rows.some((row) => row.when.length === 0 || row.when.some((one) => one.test.type === 'any_of' && one.test.options.length === 0));
  return derived.rule.rows.length === 0 || empty ? 'prepare.derive.no_rule' : '';
}
