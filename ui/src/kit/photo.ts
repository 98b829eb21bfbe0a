/** A photo on its way to the laptop: made small in the page, cut in parts, and sent in order. */
import type { PhotoAbout } from '../generated/PhotoAbout';
import type { Request } from '../generated/Request';

/** The longest side, in pixels. */
const SIDE = 2000;
const QUALITY = 0.8;
/** So many bytes make 48 KiB of base64, the most that one part may hold. */
const PART = 36 * 1024;
/** How often a photo is sent from its beginning. */
const TRIES = 3;

/** The size of a picture that fits within the longest side, with the same shape. */
export function fitted(width: number, height: number, side = SIDE): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The picture drawn anew and small: what a camera writes beside it, such as the place where it was taken, does not come along. */
export async function shrunk(file: Blob): Promise<Blob> {
  const picture = await drawable(file);
  const canvas = document.createElement('canvas');
  const size = fitted(picture.width, picture.height);
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas');
  pen.drawImage(picture, 0, 0, size.width, size.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('canvas'))), 'image/jpeg', QUALITY));
}

/** Through an image element: it turns the picture the way it was held, in every browser. */
function drawable(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => {
      URL.revokeObjectURL(address);
      done(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(address);
      fail(new Error('image'));
    };
    image.src = address;
  });
}

/** Bytes as base64, without a page of letters for one call. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(text);
}

/** Sends one part; throws when the laptop does not take it. */
export type SendPart = (part: Extract<Request, { type: 'photo_part' }>) => Promise<unknown>;

/**
 * Sends a picture, part by part and each only after the one before. A part that gets lost (a phone that changes networks, a laptop that
 * was started again) means from the beginning: the same id again is the same photo. `told` hears how far it is, from 0 to 1.
 */
export async function sendPhoto(picture: Blob, id: string, about: PhotoAbout, send: SendPart, told: (share: number) => void = () => {}): Promise<void> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const parts = Math.max(1, Math.ceil(bytes.length / PART));
  for (let tried = 1; ; tried += 1) {
    try {
      for (let part = 0; part < parts; part += 1) {
        told(part / parts);
        await send({ type: 'photo_part', id, part, parts, data: base64(bytes.subarray(part * PART, (part + 1) * PART)), about: part === parts - 1 ? about : null });
      }
      told(1);
      return;
    } catch (error) {
      if (tried >= TRIES || !again(error)) throw error;
    }
  }
}

/** Whether another try can help: parts that did not fit together, or a laptop that was busy. */
function again(error: unknown): boolean {
  const failure = error instanceof Error && 'failure' in error ? (error.failure as { code?: string }) : {};
  return failure.code === 'photo_broken' || failure.code === 'too_much';
}
