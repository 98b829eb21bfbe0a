/** What a column is, and how that becomes something else: the part of the codebook that a preparer changes by hand. */
import type { ChoicePlan } from '../../generated/ChoicePlan';
import type { CodebookItem } from '../../generated/CodebookItem';
import type { Coding } from '../../generated/Coding';
import type { ColumnPlan } from '../../generated/ColumnPlan';
import type { ColumnView } from '../../generated/ColumnView';
import type { MappingView } from '../../generated/MappingView';
import type { QuestionPlan } from '../../generated/QuestionPlan';

/** What a preparer can say that a column is. */
export const SORTS = ['choice', 'several', 'slider', 'text', 'story', 'title', 'told', 'participant', 'left_out'] as const;

/** What a column is, in one word. */
export type Sort = (typeof SORTS)[number];

/** What a plan makes of its columns, in one word. */
export function sortOf(plan: ColumnPlan | null): Sort {
  if (!plan) return 'left_out';
  return plan.type === 'question' ? plan.question.coding.type : plan.type;
}

/** An id made of words: small letters, digits and hyphens; not one of `taken`. */
export function idOf(words: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 32).replace(/-+$/, '') || 'vraag';
  let id = base;
  for (let n = 2; used.has(id); n += 1) id = `${base}-${n}`;
  return id;
}

/** The ids of all questions of an export. */
export function questionIds(mapping: MappingView): string[] {
  return mapping.codebook.items.flatMap((item) => (item.plan.type === 'question' ? [item.plan.question.id] : []));
}

/** The columns of a line of the list, as the codebook names them. */
export function keysOf(column: ColumnView, mapping: MappingView): CodebookItem['columns'] {
  const item = column.item === null ? undefined : mapping.codebook.items[column.item];
  if (item) return item.columns;
  const unknown = mapping.fit?.new.filter((one) => column.columns.includes(one.column)).map((one) => one.key) ?? [];
  if (unknown.length > 0) return unknown;
  // Columns that were taken apart stand in the order of the file, here as among what is not mapped.
  const same = mapping.columns.filter((one) => one.item === null && one.header === column.header);
  const keys = mapping.outcome.unmapped.flatMap((one) => (one.type === 'column' && one.key.header === column.header ? [one.key] : []));
  const key = keys[same.findIndex((one) => one.columns[0] === column.columns[0])];
  return key ? [key] : [];
}

/** Choices out of the answers that stand in the cells; those that are not seen here come behind when the export is taken in. */
function choicesOf(column: ColumnView): ChoicePlan[] {
  const ids: string[] = [];
  return column.top
    .filter((one) => one.value.trim() !== '')
    .map((one) => {
      const id = idOf(one.value, ids);
      ids.push(id);
      return { id, label: one.value, values: [one.value], columns: [] };
    });
}

/** The numbers among the answers, for the ends of a scale. */
function endsOf(column: ColumnView): [number, number] {
  const numbers = [...column.top.map((one) => one.value), ...column.examples].map((text) => Number.parseFloat(text.replace(',', '.'))).filter(Number.isFinite);
  if (numbers.length === 0) return [0, 100];
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  // What was seen is a part of the scale: 0–10 and 0–100 are the usual ones.
  const from = least >= 1 && most <= 7 ? 1 : Math.min(0, least);
  const to = most <= 7 ? Math.max(5, most) : most <= 10 ? 10 : Math.max(100, most);
  return [from, to];
}

/** How the answers of a question of another kind are written; what both kinds share is kept. */
function codingAs(kind: Coding['type'], before: Coding | null, column: ColumnView): Coding {
  const chosen = before && 'choices' in before ? before : null;
  const choices = chosen?.choices ?? choicesOf(column);
  switch (kind) {
    case 'choice':
      // Several answers in one cell are one answer for who sees them as such.
      return { type: 'choice', choices, layout: chosen && chosen.layout.type === 'columns' ? chosen.layout : { type: 'cell' } };
    case 'several':
      if (chosen && chosen.layout.type !== 'cell') return { type: 'several', choices, layout: chosen.layout };
      return { type: 'several', choices, layout: column.columns.length > 1 ? { type: 'repeated' } : { type: 'delimited', separator: ';', indexed: false } };
    case 'slider': {
      const [from, to] = endsOf(column);
      return { type: 'slider', left: '', right: '', from, to, labels: [] };
    }
    case 'text':
      return { type: 'text' };
  }
}

/** The plan that a column gets when the preparer says that it is something else. Words that were given to a question are kept. */
export function planAs(sort: Sort, column: ColumnView, taken: string[]): ColumnPlan {
  switch (sort) {
    case 'story':
    case 'title':
    case 'participant':
      return { type: sort };
    case 'told':
      return { type: 'told', order: 'day_first' };
    case 'left_out':
      return { type: 'left_out', reason: 'decided' };
    default: {
      const before = column.plan?.type === 'question' ? column.plan.question : null;
      const words = column.header.trim() || '?';
      const question: QuestionPlan = before ?? { id: idOf(words, taken), text: words, short: words.slice(0, 24).trim(), group: sort === 'text' ? 'open' : 'interpretive', coding: { type: 'text' }, missing: [] };
      return { type: 'question', question: { ...question, coding: codingAs(sort, before?.coding ?? null, column) } };
    }
  }
}

/** The list with one of it a place further forward (-1) or back (+1). */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(list.length - 1, at + by)), 0, one);
  return next;
}
