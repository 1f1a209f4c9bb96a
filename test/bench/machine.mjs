import { execFileSync } from 'node:child_process';
import { arch, cpus, platform, release, totalmem } from 'node:os';

/** What the figures depend on. */
export function machine(server) {
  const { server_version, ...durability } = server.settings;
  return [
    ['Date', new Date().toISOString().slice(0, 10)],
    ['Commit', commit()],
    ['Processor', `${cpus().length} cores, ${cpus()[0]?.model.trim()}`],
    ['Memory', `${Math.round(totalmem() / 1024 ** 3)} GiB`],
    ['System', `${platform()} ${arch()}, kernel ${release()}`],
    ['Node', process.version],
    [
      'PostgreSQL',
      `${server_version}, ${server.origin}; ${Object.entries(durability)
        .map(([name, value]) => `${name}=${value}`)
        .join(', ')}`,
    ],
  ];
}

function commit() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'apps', 'libs') ? ', with changes' : '');
  } catch {
    return 'unknown';
  }
}
