import { execFileSync } from 'node:child_process';
import { arch, cpus, platform, release, totalmem } from 'node:os';

/** What the figures depend on. Without a server, where none is measured. */
export function machine(server = null) {
  return [
    ['Date', new Date().toISOString().slice(0, 10)],
    ['Commit', commit()],
    ['Processor', `${cpus().length} cores, ${cpus()[0]?.model.trim()}`],
    ['Memory', `${Math.round(totalmem() / 1024 ** 3)} GiB`],
    ['System', `${platform()} ${arch()}, kernel ${release()}`],
    ['Node', process.version],
    ...(server === null ? [] : [['PostgreSQL', database(server)]]),
  ];
}

function database({ settings: { server_version, ...durability }, origin }) {
  const settings = Object.entries(durability).map(([name, value]) => `${name}=${value}`);
  return `${server_version}, ${origin}; ${settings.join(', ')}`;
}

function commit() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'apps', 'libs') ? ', with changes' : '');
  } catch {
    return 'unknown';
  }
}
