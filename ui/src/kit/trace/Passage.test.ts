import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Passage from './Passage.svelte';
import { paragraphs } from './segments';

const text = 'Eerste zin. Tweede zin, met  twee spaties.\nEen regel.\n\nNieuwe alinea 😀. En nog een!';

describe('a passage on the screen', () => {
  it.each([['read', undefined], ['tap', () => {}]])('holds exactly the letters of the text, so that a selection can be counted (%s)', (_, onsentence) => {
    const { container } = render(Passage, {
      part: 'text', text, language: 'nl', found: [{ start: 3, end: 9 }, { start: 60, end: 64 }], notes: [{ id: 'a', start: 0, end: 30 }, { id: 'b', start: 20, end: 70 }],
      chosen: { start: 12, end: 25 }, onnote: () => {}, onsentence,
    });
    const blocks = [...container.querySelectorAll<HTMLElement>('[data-part]')];
    expect(blocks.map((block) => block.textContent)).toEqual(paragraphs(text).map((span) => text.slice(span.start, span.end)));
    expect(blocks.map((block) => Number(block.dataset['start']))).toEqual(paragraphs(text).map((span) => span.start));
  });
});
