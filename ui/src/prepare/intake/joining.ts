/** Columns that the preparer puts together into one question. */
import type { ColumnView } from '../../generated/ColumnView';
import { t } from '../../words';

/** Whether a line can be a part of a question: it is a question already, was left out, or is not known. */
export function joinable({ plan }: ColumnView): boolean {
  return plan === null || plan.type === 'question' || plan.type === 'left_out';
}

/** What a line is called. */
export function nameOf(column: ColumnView): string {
  return column.header || (column.plan?.type === 'question' ? column.plan.question.short : '') || t('prepare.item.no_header');
}

/** The words that all chosen headers begin with, as a question to begin with; empty where they have nothing in common. */
export function begunWith(columns: ColumnView[]): string {
  const [first, ...rest] = columns.map((column) => column.header);
  if (first === undefined || rest.length === 0) return '';
  let end = 0;
  while (end < first.length && rest.every((header) => header[end] === first[end])) end += 1;
  // No half words.
  const common = first.slice(0, end);
  const whole = end === first.length && rest.every((header) => !/^[\p{L}\p{N}]/u.test(header.slice(end)));
  const words = whole ? common : common.replace(/[\p{L}\p{N}]+$/u, '');
  return words.replace(/[\s:\-–—/[(]+$/u, '');
}
