import { beforeAll, describe, expect, it } from 'vitest';
import type { Read } from '../../generated/Read';
import { useWords } from '../../words';
import { heardWords, unheard } from './heard';

const voices = [{ id: 'parents', label: 'Ouders' }, { id: 'in_school', label: 'Mensen in de school' }, { id: 'pupils', label: 'Leerlingen' }];
const read = (voice: string | null, story: number): Read => ({ table: 3, story, voice, at: story });

beforeAll(() =>
  useWords('nl', {
    'browse.heard.all': 'Jullie lazen {n} ervaringen', 'browse.heard.all.one': 'Jullie lazen 1 ervaring', 'browse.heard.of': '{n} van {who}',
    'browse.heard.unknown': '{n} van iemand die dat niet zei',
  }));

describe('whose voices a table heard', () => {
  it('counts them in words', () => {
    expect(heardWords([read('parents', 1), read('parents', 2), read('in_school', 3), read(null, 4)], voices)).toBe(
      'Jullie lazen 4 ervaringen: 2 van ouders, 1 van mensen in de school en 1 van iemand die dat niet zei.',
    );
    expect(heardWords([read('pupils', 1)], voices)).toBe('Jullie lazen 1 ervaring: 1 van leerlingen.');
  });
  it('names who was not heard yet', () => {
    expect(unheard([read('parents', 1), read(null, 2)], voices).map((one) => one.id)).toEqual(['in_school', 'pupils']);
  });
});
