// The program under test: the binaries of this checkout, on a folder of their own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../../../..');
// REGIOTAFEL_UI is a folder with screens to try (`vite build --outDir`); without it the program shows the ones that it carries.
const screens = process.env.REGIOTAFEL_UI ? ['--ui', process.env.REGIOTAFEL_UI] : [];
const bin = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug');
// REGIO is another program to try.
const regioBinary = process.env.REGIO ?? join(bin, 'regio');

export const regio = (...args) => execFileSync(regioBinary, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
export const windowBinary = join(bin, 'regiotafel');

/** A folder with the fixture snapshot in it. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'regiotafel-'));
  regio('fixture', '--out', join(path, 'Ronde 2.momentopname'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that nobody uses at this moment. */
export function freePort() {
  const server = createServer();
  return new Promise((found) => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  }));
}

/**
 * Serves the desk on a folder; gives the address to open, and a way to end the program. With `--lan` also how the tables join (by
 * number: a code and a link), and the link of the projector.
 */
export function serve(path, ...args) {
  const child = spawn(regioBinary, ['serve', path, '--desk', ...screens, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let asked = false;
  const ended = new Promise((done) => child.once('exit', (code, signal) => {
    if (!asked) console.error(`the program ended by itself: ${signal ?? code}`);
    done();
  }));
  const kill = (signal = 'SIGKILL') => {
    asked = true;
    child.kill(signal);
    return ended;
  };
  return new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      const lines = said.split('\n').slice(0, -1).map((line) => line.split('\t'));
      const address = lines.find((line) => line.length === 1 && line[0].startsWith('http://'))?.[0];
      if (!address) return;
      const tables = Object.fromEntries(lines.filter((line) => line.length === 3).map(([table, code, link]) => [table, { code, link }]));
      found({ address, tables, pid: child.pid, kill });
    });
    child.once('exit', () => failed(new Error(`the program ended: ${said}`)));
  });
}
