// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Channel, fromBase64url, type Shared, toBase64url } from './seal';

/** What this test needs of another implementation of the same standards. */
interface Crypto {
  hkdfSync(hash: string, key: Uint8Array, salt: Uint8Array, info: string, length: number): ArrayBuffer;
  createCipheriv(name: string, key: Uint8Array, nonce: Uint8Array, options: { authTagLength: number }): { update(text: string, coding: string): Uint8Array; final(): Uint8Array; getAuthTag(): Uint8Array };
}
const module = 'node:crypto';
const other = (await import(/* @vite-ignore */ module)) as Crypto;

const bytes = (from: number, length = 16): Uint8Array => Uint8Array.from({ length }, (_, at) => (from + at * 7) % 256);
const shared: Shared = { key: bytes(1), page: bytes(50), laptop: bytes(99), door: 'table/3' };

/** Keys and messages by the other implementation. */
function byOther(way: 'page' | 'laptop', number: number, message: string): Uint8Array<ArrayBuffer> {
  const keys = new Uint8Array(other.hkdfSync('sha256', shared.key, Uint8Array.from([...shared.page, ...shared.laptop]), 'regiotafel lan 1 table/3', 64));
  const nonce = new Uint8Array(12);
  nonce[4] = number;
  const cipher = other.createCipheriv('chacha20-poly1305', way === 'page' ? keys.slice(0, 32) : keys.slice(32), nonce, { authTagLength: 16 });
  return Uint8Array.from([...cipher.update(message, 'utf8'), ...cipher.final(), ...cipher.getAuthTag()]);
}

describe('the sealed channel', () => {
  it('seals and opens as another implementation of the same standards does, message after message', () => {
    const channel = new Channel(shared);
    for (const [number, message] of ['{"id":1}', 'Onze zoon zat thuis — één jaar', ''].entries()) {
      expect(channel.seal(message)).toEqual(byOther('page', number, message));
      expect(channel.open(byOther('laptop', number, message).buffer)).toBe(message);
    }
  });

  it('opens nothing that was changed, said twice, left out, meant for the other side or sealed with another key', () => {
    const message = byOther('laptop', 0, 'hallo');
    const changed = message.slice();
    changed[3] = (changed[3] ?? 0) ^ 1;
    expect(new Channel(shared).open(changed.buffer)).toBeNull();
    const twice = new Channel(shared);
    expect(twice.open(message.buffer)).toBe('hallo');
    expect(twice.open(message.buffer)).toBeNull();
    expect(new Channel(shared).open(byOther('laptop', 1, 'hallo').buffer)).toBeNull();
    expect(new Channel(shared).open(byOther('page', 0, 'hallo').buffer)).toBeNull();
    for (const one of [{ key: bytes(2) }, { page: bytes(51) }, { laptop: bytes(98) }, { door: 'seat/s1' }]) {
      expect(new Channel({ ...shared, ...one }).open(message.buffer), JSON.stringify(one)).toBeNull();
    }
    expect(new Channel(shared).open(new ArrayBuffer(3))).toBeNull();
  });

  it('writes keys as the laptop does', () => {
    const key = Uint8Array.from([251, 255, 191, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(toBase64url(key)).toBe('-_-_AAECAwQFBgcICQoLDA');
    expect(fromBase64url('-_-_AAECAwQFBgcICQoLDA')).toEqual(key);
    expect([fromBase64url('geen sleutel'), fromBase64url('a')]).toEqual([null, null]);
  });
});
