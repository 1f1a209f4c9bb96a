import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');

/** Compiles when there is nothing compiled yet or a source is newer. Ends the process when that fails. */
export function buildIfNeeded() {
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newestSource()) return;
  console.error('プログラムを準備しています… / building…');
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [nest, 'build', 'wakachi'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
  console.error(`準備ができました（${((Date.now() - started) / 1000).toFixed(1)} 秒） / built`);
}

function newestSource() {
  const configuration = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];
  const folders = ['apps', 'libs'].map((folder) => join(root, folder));
  return Math.max(...configuration.map((file) => statSync(join(root, file)).mtimeMs), ...folders.map(newestIn));
}

function newestIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Math.max(
    0,
    ...entries.map((entry) => (entry.isDirectory() ? newestIn(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs)),
  );
}
