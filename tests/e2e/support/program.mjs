// The program under test: the binaries of this checkout, on a folder of their own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../../../..');
// REGIOTAFEL_UI is a folder with screens to try (`vite build --outDir`); without it the program shows the ones that it carries.
const screens = process.env.REGIOTAFEL_UI ? ['--ui', process.env.REGIOTAFEL_UI] : [];
const bin = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug');

export const regio = (...args) => execFileSync(join(bin, 'regio'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
export const windowBinary = join(bin, 'regiotafel');

/** A folder with the fixture snapshot in it. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'regiotafel-'));
  regio('fixture', '--out', join(path, 'Ronde 2.momentopname'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Serves the desk on a folder; gives the address to open, and a way to end the program. */
export function serve(path, ...args) {
  const child = spawn(join(bin, 'regio'), ['serve', path, '--desk', ...screens, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  return new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) found({ address, pid: child.pid, kill: async (signal = 'SIGKILL') => (child.kill(signal), ended) });
    });
    child.once('exit', () => failed(new Error(`the program ended: ${said}`)));
  });
}
