import { describe, expect, it, vi } from 'vitest';
import type { PhotoAbout } from '../generated/PhotoAbout';
import { Failed } from '../host/api';
import { base64, fitted, sendPhoto, type SendPart } from './photo';

const about: PhotoAbout = { table: 3, of: 'wall', text: '', by: 'u1' };
const picture = (size: number): Blob => new Blob([new Uint8Array(size).fill(7)]);
type Part = Parameters<SendPart>[0];

describe('a photo', () => {
  it.each([[4000, 3000, 2000, 1500], [3000, 4000, 1500, 2000], [800, 600, 800, 600], [9000, 2, 2000, 1]])('of %d × %d becomes %d × %d', (width, height, w, h) => {
    expect(fitted(width, height)).toEqual({ width: w, height: h });
  });

  it('goes in parts of at most 48 KiB of text, in order, and says what it is with the last', async () => {
    const sent: Part[] = [];
    const told: number[] = [];
    await sendPhoto(picture(100_000), 'f1', about, async (part) => void sent.push(part), (share) => told.push(share));
    expect(sent.map((part) => [part.part, part.parts, part.about])).toEqual([[0, 3, null], [1, 3, null], [2, 3, about]]);
    expect(Math.max(...sent.map((part) => part.data.length))).toBeLessThanOrEqual(48 * 1024);
    expect(sent.map((part) => atob(part.data)).join('').length).toBe(100_000);
    expect(told).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  it('goes from its beginning again when a part was lost, as the same photo', async () => {
    const sent: Part[] = [];
    let broken = true;
    await sendPhoto(picture(60_000), 'f1', about, async (part) => {
      sent.push(part);
      if (part.part === 1 && broken) {
        broken = false;
        throw new Failed({ code: 'photo_broken' });
      }
    });
    expect(sent.map((part) => part.part)).toEqual([0, 1, 0, 1]);
    expect(new Set(sent.map((part) => part.id))).toEqual(new Set(['f1']));
  });

  it('is given up when the laptop says that it is none', async () => {
    const send = vi.fn<SendPart>().mockRejectedValue(new Failed({ code: 'not_a_photo' }));
    await expect(sendPhoto(picture(10), 'f1', about, send)).rejects.toThrow();
    expect(send).toHaveBeenCalledOnce();
  });

  it('is base64 as everywhere', () => expect(base64(new Uint8Array([0, 1, 254, 255]))).toBe('AAH+/w=='));
});
