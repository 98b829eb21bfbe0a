import { beforeEach, describe, expect, it } from 'vitest';
import type { StoryView } from '../../generated/StoryView';
import { quoteOf, selectedQuote } from './quote';

const story = {
  id: 1, title: 'T', text: 'Eerste 😀 zin.\n\nTweede alinea.', teller: [], quoted: [], voice: null, open: [{ question: 'better', label: 'Beter?', text: 'Meer tijd.' }],
  chips: [], found: [],
} satisfies StoryView;

describe('a marked passage', () => {
  let body: HTMLElement;
  beforeEach(() => {
    document.body.innerHTML =
      '<div id="b"><p data-part="text" data-start="0"><span>Eerste </span><mark>😀 zin.</mark></p><p data-part="text" data-start="16">Tweede alinea.</p>' +
      '<h3>Beter?</h3><p data-part="better" data-start="0">Meer tijd.</p></div>';
    body = document.getElementById('b') as HTMLElement;
  });
  const select = (from: Node, start: number, to: Node, end: number) => {
    const selection = document.getSelection();
    selection?.setBaseAndExtent(from, start, to, end);
    return selectedQuote(body, story, selection);
  };
  const at = (nth: number): Node => (body.querySelectorAll('p')[nth] as Element).firstChild as Node;

  it('is counted in UTF-16 code units, across pieces and paragraphs', () => {
    const spanText = (body.querySelector('span') as Element).firstChild as Node;
    const quote = select(spanText, 3, at(1), 6);
    expect(quote).toEqual({ part: 'text', start: 0, end: 22, text: 'Eerste 😀 zin.\n\nTweede' });
  });
  it('stops at the end of the first part', () => {
    expect(select(at(1), 7, at(2), 4)?.text).toBe('alinea.');
  });
  it('can be of an open answer, and loses the white space around it', () => {
    expect(select(at(2), 4, at(2), 10)).toEqual({ part: 'better', start: 5, end: 10, text: 'tijd.' });
  });
  it('is nothing where only white space is selected', () => expect(quoteOf(story, 'text', 14, 16)).toBeNull());
});
