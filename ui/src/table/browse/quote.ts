/** A selection on the screen, counted back to the text of a story. */
import type { Quote } from '../../generated/Quote';
import type { StoryView } from '../../generated/StoryView';
import { wholeWords } from '../../kit/trace/segments';

/** The words of a part of a story. */
export const partText = (story: StoryView, part: string): string =>
  part === 'text' ? story.text : (story.open.find((one) => one.question === part)?.text ?? '');

/** The quote for a stretch of a part; `null` where nothing but white space is in it. */
export function quoteOf(story: StoryView, part: string, start: number, end: number): Quote | null {
  const text = partText(story, part);
  const span = wholeWords(text, { start: Math.max(0, start), end: Math.min(end, text.length) });
  return span.end > span.start ? { part, ...span, text: text.slice(span.start, span.end) } : null;
}

/** Where a point of the screen is within a paragraph; its end where the point lies behind it. */
function offsetIn(block: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(block);
  const length = range.toString().length;
  if (range.comparePoint(node, offset) < 0) return 0;
  if (range.comparePoint(node, offset) > 0) return length;
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The passage that is selected within `body`. A selection over more than one part counts as far as it is in the first. */
export function selectedQuote(body: HTMLElement, story: StoryView, selection: Selection | null): Quote | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...body.querySelectorAll<HTMLElement>('[data-part]')].filter((block) => range.intersectsNode(block));
  const first = touched[0];
  const last = touched.filter((block) => block.dataset['part'] === first?.dataset['part']).at(-1);
  if (!first || !last) return null;
  const start = Number(first.dataset['start']) + offsetIn(first, range.startContainer, range.startOffset);
  const end = Number(last.dataset['start']) + offsetIn(last, range.endContainer, range.endOffset);
  return quoteOf(story, first.dataset['part'] ?? 'text', start, end);
}
