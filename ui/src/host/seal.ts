/** The sealed channel between a device and the laptop; the contract stands in the protocol. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

const text = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

/** Bytes out of base64url without padding; `null` where it is none. */
export function fromBase64url(coded: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(coded)) return null;
  try {
    return Uint8Array.from(atob(coded.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Bytes as base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** One direction of a channel: its key, and how many messages went. */
class Way {
  readonly #key: Uint8Array;
  #count = 0n;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** The cipher for the next message: every message has a number of its own, so that none can be left out, doubled or swapped. */
  next(): ReturnType<typeof chacha20poly1305> {
    const nonce = new Uint8Array(12);
    new DataView(nonce.buffer).setBigUint64(4, this.#count, true);
    this.#count += 1n;
    return chacha20poly1305(this.#key, nonce);
  }
}

/** What both sides of a new connection drew, and the key that they share. */
export interface Shared {
  /** The key of the door. */
  key: Uint8Array;
  /** What the page drew. */
  page: Uint8Array;
  /** What the laptop drew. */
  laptop: Uint8Array;
  /** The door: `table/3`, `seat/<id>` or `screen`. */
  door: string;
}

/** Both ways of one connection, as the page sees them. */
export class Channel {
  readonly #out: Way;
  readonly #in: Way;

  constructor({ key, page, laptop, door }: Shared) {
    const salt = new Uint8Array([...page, ...laptop]);
    const keys = hkdf(sha256, key, salt, text.encode(`regiotafel lan 1 ${door}`), 64);
    this.#out = new Way(keys.slice(0, 32));
    this.#in = new Way(keys.slice(32));
  }

  /** A message, sealed. */
  seal(message: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#out.next().encrypt(text.encode(message)));
  }

  /** A sealed message, opened; `null` where it is not the next one of the laptop. */
  open(sealed: ArrayBuffer): string | null {
    try {
      return words.decode(this.#in.next().decrypt(new Uint8Array(sealed)));
    } catch {
      return null;
    }
  }
}
