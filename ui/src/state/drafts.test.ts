import { afterEach, expect, it } from 'vitest';
import { drafts } from './drafts';

afterEach(() => localStorage.clear());

it('keeps the words of one session out of another', () => {
  drafts.of('/map/maandag.bijeenkomst');
  drafts.keep('field.3.name', 'Eén hulplijn');
  drafts.of('/map/dinsdag.bijeenkomst');
  expect(drafts.read('field.3.name')).toBeNull();
  drafts.of('/map/maandag.bijeenkomst');
  expect(drafts.read('field.3.name')).toBe('Eén hulplijn');
  drafts.forget('field.3.name');
  expect(drafts.read('field.3.name')).toBeNull();
});
