import { beforeEach, describe, expect, it } from 'vitest';
import nl from '../../../../assets/locales/nl/prepare_patterns.json';
import type { Question } from '../../generated/Question';
import { useWords } from '../../words';
import { conditionText, withCondition } from './conditions';
import { fromAddress, inAddress } from './looking.svelte';

const role: Question = {
  id: 'role', text: 'Wie bent u?', short: 'Rol', group: 'background',
  kind: { type: 'choice', choices: [{ id: 'parent', label: 'Ouder' }, { id: 'pupil', label: 'Leerling' }] },
};
const good: Question = { id: 'good', text: 'Was dit goed?', short: 'Goed', group: 'interpretive', kind: { type: 'slider', left: 'nee', right: 'ja' } };

beforeEach(() => useWords('nl', nl));

describe('a selection', () => {
  it('is said in the words of the questions', () => {
    expect(conditionText({ question: 'role', test: { type: 'any_of', options: ['pupil'] } }, [role, good])).toBe('Rol: Leerling');
    expect(conditionText({ question: 'good', test: { type: 'range', from: 60, to: 100 } }, [role, good])).toBe('Goed: van 60 tot en met 100');
  });

  it('says something of a question that is gone, too', () => {
    expect(conditionText({ question: 'gone', test: { type: 'any_of', options: ['x'] } }, [role])).toBe('gone: x');
  });

  it('has one condition on each question', () => {
    const pupils = { question: 'role', test: { type: 'any_of' as const, options: ['pupil'] } };
    const parents = { question: 'role', test: { type: 'any_of' as const, options: ['parent'] } };
    const happy = { question: 'good', test: { type: 'range' as const, from: 60, to: 100 } };
    expect(withCondition([pupils, happy], parents)).toEqual([happy, parents]);
  });
});

it('a pattern is found again by its address', () => {
  for (const key of ['feeling/role', 'role_type/support:ahead', 'a/b@about:system']) {
    expect(fromAddress(decodeURIComponent(inAddress(key)))).toBe(key);
    expect(inAddress(key)).not.toContain('/');
  }
});
