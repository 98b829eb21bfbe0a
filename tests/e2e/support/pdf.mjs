// What stands in a PDF.
import { execFileSync } from 'node:child_process';

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });
/** Letters and digits alone: a line may end anywhere, and a word may be cut. */
const letters = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

export function openPdf(path) {
  const text = letters(run('pdftotext', '-raw', path, '-'));
  const info = run('pdfinfo', path);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info);
  return {
    holds: (words) => text.includes(letters(words)),
    pages: Number(/Pages:\s+(\d+)/.exec(info)[1]),
    millimetres: [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)),
    tagged: /Tagged:\s+yes/.test(info),
  };
}
